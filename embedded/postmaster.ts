import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, type ProcessIdentity } from './process-identity.js';

/** What `postmaster.pid` in a cluster says about the server that runs on it. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly socketFolder: string;
  /** `starting`, `ready`, `stopping` …; empty in its first moments. */
  readonly status: string;
}

/** The server that is alive on this cluster, or null. A pid file left by a killed server does not count. */
export async function livePostmaster(cluster: string): Promise<Postmaster | null> {
  const file = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = file.split('\n');
  const found = identify(Number(lines[0]));
  if (found === null) return null;
  if (process.platform === 'linux' && !(await worksIn(found.pid, cluster))) return null;
  return { process: found, socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() };
}

/** The socket folder named by a pid file, live or stale; null when there is none. */
export async function lastSocketFolder(cluster: string): Promise<string | null> {
  const file = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return file.split('\n')[4] || null;
}

/**
 * After a kill -9 of the server its children need a moment to notice, and a server that nobody reaped keeps its pid
 * as a zombie: a new one refuses to start meanwhile. Waits until no process works in the cluster any more (for at most
 * `patienceMs`), and then removes the pid file, which PostgreSQL alone cannot judge. Linux only; elsewhere the server retries.
 */
export async function clearAfterKill(cluster: string, patienceMs = 15_000): Promise<void> {
  if (process.platform !== 'linux' || (await lastSocketFolder(cluster)) === null) return;
  const end = Date.now() + patienceMs;
  while ((await workersIn(cluster)) > 0) {
    if (Date.now() > end) return;
    await sleep(25);
  }
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function workersIn(cluster: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const inside = await Promise.all(pids.map((pid) => worksIn(pid, cluster)));
  return inside.filter(Boolean).length;
}

async function worksIn(pid: number, cluster: string): Promise<boolean> {
  const [cwd, folder] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => null),
    realpath(cluster).catch(() => cluster),
  ]);
  return cwd !== null && cwd === folder;
}
