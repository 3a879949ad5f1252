import { chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';
import type { ClusterUser } from './postgres-cluster.js';
import { isReachable } from './postgres-programs.js';

const prefix = 'traguardo-pg-';
/** The kernel's limit for a socket's path is 108 bytes with its end mark on Linux, 104 on macOS. */
const longestPath = 103;

/** A new folder for the server's socket, open to its user (and root) alone; the path is short enough for a socket. */
export async function makeSocketFolder(user: ClusterUser | null): Promise<string> {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const longest = path.join(parent, `${prefix}XXXXXX`, '.s.PGSQL.5432.lock');
    if (Buffer.byteLength(longest) > longestPath) continue;
    if ((await stat(parent).catch(() => null)) === null) continue;
    if (user !== null && !(await isReachable(parent))) continue;
    try {
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
