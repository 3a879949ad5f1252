import path from 'node:path';
import { partMark } from './node-part.js';
import { removeSocketFolder } from './postgres-socket.js';
import { lastSocketFolder, livePostmaster } from './postmaster.js';
import { endProcess } from './process-identity.js';
import { findByArgument } from './process-search.js';

/** How long a supervisor may take to stop its parts in order, in milliseconds. */
const ORDERLY_MS = 20_000;

/**
 * Ends everything that runs on a data folder, whoever started it: first whoever would start the parts again, then the
 * parts that were left alone. For data that nobody needs any more: the servers are not waited for in their order.
 */
export async function sweepStack(data: string): Promise<void> {
  for (const supervisor of findByArgument(data)) await endProcess(supervisor, undefined, ORDERLY_MS);
  const parts = [...findByArgument(partMark(data)), ...findByArgument(path.join(data, 'temporal.db'))];
  await Promise.all(parts.map((part) => endProcess(part)));
  const cluster = path.join(data, 'postgres');
  const sockets = await lastSocketFolder(cluster);
  const postmaster = await livePostmaster(cluster);
  if (postmaster !== null) await endProcess(postmaster.process, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
  if (sockets !== null) await removeSocketFolder(sockets);
}
