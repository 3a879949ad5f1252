import { chown, mkdir, mkdtemp, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';
import type { ClusterUser } from './postgres-cluster.js';
import { isReachable } from './postgres-programs.js';

const prefix = 'traguardo-pg-';
/** The kernel's limit for a socket's path is 108 bytes with its end mark on Linux, 104 on macOS. */
const longestPath = 103;
/** An empty folder of this age, in milliseconds, is nobody's: a server that starts or starts again fills its own within seconds. */
const LEFT_AFTER_MS = 3_600_000;

/** A new folder for the server's socket, open to its user (and root) alone; the path is short enough for a socket. */
export async function makeSocketFolder(user: ClusterUser | null): Promise<string> {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const longest = path.join(parent, `${prefix}XXXXXX`, '.s.PGSQL.5432.lock');
    if (Buffer.byteLength(longest) > longestPath) continue;
    if ((await stat(parent).catch(() => null)) === null) continue;
    if (user !== null && !(await isReachable(parent))) continue;
    try {
      await sweepSocketFolders(parent);
      const folder = await mkdtemp(path.join(parent, prefix));
      if (user !== null) await chown(folder, user.uid, user.gid);
      return folder;
    } catch {
      // Not writable: the next place.
    }
  }
  throw new CannotStart('Non trovo una cartella temporanea in cui PostgreSQL possa aprire il suo socket.', {
    remedy: 'Indica con la variabile TMPDIR una cartella scrivibile dal percorso breve, per esempio /tmp.',
  });
}

/**
 * Removes what servers left in `parent` that somebody else ended, orderly, when their supervisor was dead: those take their
 * socket and the file that names the folder with them, and nobody knows of it any more. Full ones and others' stay.
 */
export async function sweepSocketFolders(parent: string, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(parent, name);
    const found = await stat(folder).catch(() => null);
    // Refused by the system unless it is empty, and ours to remove.
    if (found !== null && now - found.mtimeMs > LEFT_AFTER_MS) await rmdir(folder).catch(() => undefined);
  }
}

/** Makes a socket folder again where it went: with the last server, or with old files of the machine. */
export async function ensureSocketFolder(folder: string, user: ClusterUser | null): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined && user !== null) await chown(folder, user.uid, user.gid);
}

/** Removes a socket folder that `makeSocketFolder` made; leaves anything else alone. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (path.basename(folder).startsWith(prefix)) await rm(folder, { recursive: true, force: true });
}

/**
 * The URL of a database behind a socket folder, in the one form that the whole product reads:
 * `postgres://USER@localhost/DATABASE?host=FOLDER`, the folder percent-encoded.
 */
export function socketUrl(folder: string, user: string, database: string): string {
  return `postgres://${encodeURIComponent(user)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(folder)}`;
}
