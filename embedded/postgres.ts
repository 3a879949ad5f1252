import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { CannotStart, explainFailure, logSize, logTail } from './cannot-start.js';
import { type Launched, launch, Watch } from './launch.js';
import { addressOf, type ClusterUser, clusterUser, ensureCluster } from './postgres-cluster.js';
import { locatePostgres, type PostgresPrograms } from './postgres-programs.js';
import { ensureSocketFolder, makeSocketFolder, removeSocketFolder, socketUrl } from './postgres-socket.js';
import { clearAfterKill, lastSocketFolder, livePostmaster } from './postmaster.js';
import { endProcess, isAlive, type ProcessIdentity } from './process-identity.js';

/** What is wanted of an embedded PostgreSQL. */
export interface PostgresWish {
  /** The cluster's folder; made at the first start, whole or not at all. */
  readonly folder: string;
  /** The server's log; lines are appended. */
  readonly log: string;
  /** Further server settings, by their PostgreSQL names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Listen here instead of in a new folder: after a restart clients find the server where it was. */
  readonly socketFolder?: string;
}

/** A PostgreSQL that answers. */
export interface PostgresServer {
  readonly socketFolder: string;
  readonly process: ProcessIdentity;
  /** The cluster was made by this start. */
  readonly isNew: boolean;
  /** It ran already, left over by a supervisor that was killed. */
  readonly adopted: boolean;
  /** Fulfilled, with the reason in English, when the server ends without `stop`. */
  readonly died: Promise<string>;
  /** Where clients find `database`, as `user`. */
  url(user: string, database: string): string;
  /** Ends the server: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

/** The signals that ask for a fast, an immediate and a forced end. */
const endings: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL'];

/** What the server says while children of a killed one are still there: it goes by itself. */
const remainsOfTheLast = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/** Starts the server on this cluster, or takes over the one that runs on it. Throws `CannotStart`. */
export async function startPostgres(wish: PostgresWish): Promise<PostgresServer> {
  const user = await clusterUser(wish.folder);
  const programs = await locatePostgres(user !== null);
  await mkdir(path.dirname(wish.folder), { recursive: true }).catch((error) => {
    throw explainFailure('Non riesco a creare la cartella dei dati', path.dirname(wish.folder), error);
  });
  const isNew = await ensureCluster(wish.folder, programs, user);
  const adopted = await adopt(wish.folder);
  if (adopted !== null) return adopted;
  const stale = await lastSocketFolder(wish.folder);
  if (stale !== null && stale !== wish.socketFolder) await removeSocketFolder(stale);
  await clearAfterKill(wish.folder);

  const socketFolder = wish.socketFolder ?? (await makeSocketFolder(user));
  // One that was asked for is where everybody looks for the server: the next start needs it again.
  if (wish.socketFolder !== undefined) await ensureSocketFolder(socketFolder, user);
  const giveUp = () => (wish.socketFolder === undefined ? removeSocketFolder(socketFolder) : undefined);
  for (let attempt = 1; ; attempt++) {
    const from = logSize(wish.log);
    const { process: server, exit } = await run(wish, programs, user, socketFolder).catch(async (error) => {
      await giveUp();
      throw error;
    });
    if (server !== null && (await answers(wish.folder, server, socketFolder))) {
      return handle(wish.folder, server, socketFolder, { isNew, adopted: false, exit });
    }
    const reason = await exit;
    const log = logTail(wish.log, from);
    if (attempt < 5 && remainsOfTheLast.test(log)) {
      await sleep(1000);
      continue;
    }
    await giveUp();
    throw explainFailure('PostgreSQL non parte', wish.folder, reason, log);
  }
}

async function run(
  wish: PostgresWish,
  programs: PostgresPrograms,
  user: ClusterUser | null,
  socketFolder: string,
): Promise<Launched> {
  const { cwd, argument } = await addressOf(wish.folder, user);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m postgres[%p] ',
    ...wish.settings,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  try {
    return await launch(programs.postgres, ['-D', argument, ...options], {
      log: wish.log,
      cwd,
      env,
      ...user,
    });
  } catch (error) {
    throw explainFailure('PostgreSQL non parte', programs.postgres, error);
  }
}

/** Waits for the first answer; false when the server ends before it. Recovery after a crash may take its time. */
async function answers(folder: string, server: ProcessIdentity, socketFolder: string): Promise<boolean> {
  while (isAlive(server)) {
    const found = await livePostmaster(folder);
    if (found?.process.pid === server.pid && found.status === 'ready' && (await greets(socketFolder)))
      return true;
    await sleep(15);
  }
  return false;
}

async function greets(socketFolder: string): Promise<boolean> {
  const sql = postgres({
    host: socketFolder,
    username: 'postgres',
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
  });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function adopt(folder: string): Promise<PostgresServer | null> {
  let found = await livePostmaster(folder);
  // One that is stopping ends by itself; one that starts becomes ready.
  while (found !== null && found.status !== 'ready') {
    await sleep(25);
    found = await livePostmaster(folder);
  }
  if (found === null) return null;
  if (!(await greets(found.socketFolder))) {
    // Its socket was cleaned away from the temporary folder: it can serve nobody.
    await endProcess(found.process, endings);
    return null;
  }
  return handle(folder, found.process, found.socketFolder, {
    isNew: false,
    adopted: true,
    exit: watched(found.process),
  });
}

/** The end of a process that is not our child shows only by looking. */
async function watched(server: ProcessIdentity): Promise<string> {
  while (isAlive(server)) await sleep(500, undefined, { ref: false });
  return 'an unknown code';
}

function handle(
  folder: string,
  server: ProcessIdentity,
  socketFolder: string,
  how: { isNew: boolean; adopted: boolean; exit: Promise<string> },
): PostgresServer {
  const watch = new Watch('postgres', how.exit);
  return {
    socketFolder,
    process: server,
    isNew: how.isNew,
    adopted: how.adopted,
    died: watch.died,
    url: (user, database) => socketUrl(socketFolder, user, database),
    async stop() {
      watch.expectEnd();
      await endProcess(server, endings);
      if (isAlive(server)) {
        throw new CannotStart(`PostgreSQL (${folder}) non si ferma.`, {
          remedy: `Termina il processo ${server.pid}.`,
        });
      }
      await removeSocketFolder(socketFolder);
    },
  };
}
