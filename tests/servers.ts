/**
 * The servers of a test run: one PostgreSQL (the embedded one, or the one of `DATABASE_URL`) and, for the projects that
 * need it, one Temporal server in memory that can skip time. Vitest runs this once a project, in one process: the first
 * starts what it needs, the last ends it. Test files read the addresses with `inject`.
 */
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from '../embedded/postgres.js';
import { isAlive, type ProcessIdentity } from '../embedded/process-identity.js';
import { startTemporal, type TemporalServer } from '../embedded/temporal.js';
import { findTemporal } from '../embedded/temporal-program.js';
import { dropDatabase, makeTemplate } from './database-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A URL whose user may create databases and roles. */
    postgresAdminUrl: string;
    /** The database with every migration applied, from which each file's database is copied. */
    postgresTemplate: string;
    /** `host:port` of the Temporal server; only in the projects `temporal` and `browser`. */
    temporalAddress: string;
  }
}

interface Stage {
  users: number;
  readonly folder: string;
  postgres: Promise<Database> | null;
  temporal: Promise<TemporalServer> | null;
}

interface Database {
  readonly server: PostgresServer | null;
  readonly adminUrl: string;
  readonly template: string;
}

// Each project loads this module anew: what they share lies on the process.
const holder = globalThis as unknown as { traguardoStage?: Stage | undefined };

/** Starts what the project needs and tells its test files where it is; returns the end of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.traguardoStage ??= {
    users: 0,
    folder: stageFolder(),
    postgres: null,
    temporal: null,
  };
  const stage = holder.traguardoStage;
  stage.users += 1;
  const end = async (): Promise<void> => {
    stage.users -= 1;
    if (stage.users > 0) return;
    holder.traguardoStage = undefined;
    const [temporal, database] = await Promise.allSettled([stage.temporal, stage.postgres]);
    if (temporal.status === 'fulfilled') await temporal.value?.stop();
    if (database.status === 'fulfilled' && database.value !== null) await endDatabase(database.value);
    await rm(stage.folder, { recursive: true, force: true });
  };
  try {
    const needsTemporal = project.name !== 'store';
    stage.postgres ??= startDatabase(stage.folder);
    if (needsTemporal) stage.temporal ??= startTimeServer(stage.folder);
    const [database, temporal] = await Promise.all([stage.postgres, needsTemporal ? stage.temporal : null]);
    project.provide('postgresAdminUrl', database.adminUrl);
    project.provide('postgresTemplate', database.template);
    if (temporal !== null) project.provide('temporalAddress', temporal.address);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

/** Linux keeps it in memory. */
const MEMORY = '/dev/shm';
/** Bytes that it and the machine must have left. PostgreSQL lets its log grow to 1 GB; the databases are 12 MB each, a few at a time. */
const ROOM = 4_000_000_000;

/**
 * A folder for the servers' data, in memory where there is room: each file's database is hundreds of files, which cost
 * far more of the processor on a disk. Runs that were killed leave theirs: gone now.
 */
function stageFolder(): string {
  const inMemory = Math.min(freeBytesOf(MEMORY), freemem()) >= ROOM;
  if (inMemory)
    for (const name of readdirSync(MEMORY)) {
      const pid = Number(/^traguardo-tests-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
      if (pid > 0 && !runs(pid)) discard(path.join(MEMORY, name));
    }
  return mkdtempSync(path.join(inMemory ? MEMORY : tmpdir(), `traguardo-tests-${process.pid}-`));
}

/** Those of another user stay. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function freeBytesOf(place: string): number {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startDatabase(folder: string): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  if (given) return { server: null, adminUrl: given, template: await makeTemplate(given) };
  const server = await startPostgres({
    folder: path.join(folder, 'postgres'),
    log: path.join(folder, 'postgres.log'),
    // Nothing here outlives the run; the tests that kill a server start their own, with the defaults.
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  endWithUs(server.process, folder, server.socketFolder);
  const adminUrl = server.url('postgres', 'postgres');
  try {
    return { server, adminUrl, template: await makeTemplate(adminUrl) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A server that was given stays, without what we put on it. */
async function endDatabase({ server, adminUrl, template }: Database): Promise<void> {
  if (server === null) await dropDatabase(adminUrl, template);
  else await server.stop();
}

async function startTimeServer(folder: string): Promise<TemporalServer> {
  const program = await findTemporal({ tell: (line) => console.error(line) });
  const server = await startTemporal({ program, log: path.join(folder, 'temporal.log'), timeSkipping: true });
  endWithUs(server.process);
  return server;
}

/** A run that is broken off by Ctrl-C leaves without the orderly end. */
function endWithUs(server: ProcessIdentity, ...folders: readonly string[]): void {
  process.once('exit', () => {
    if (isAlive(server)) process.kill(server.pid, 'SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
}
