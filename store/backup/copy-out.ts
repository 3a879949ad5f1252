import type { Readable } from 'node:stream';
import type postgres from 'postgres';

/** What a `copy … to stdout` says, in pieces. */
export async function* copyOut(query: postgres.PendingQuery<postgres.Row[]>): AsyncGenerator<Uint8Array> {
  const rows: Readable = await query.readable();
  yield* rows;
  // postgres.js leaves the socket paused when the last rows filled the stream's buffer: the next query would wait for ever.
  rows._read(0);
}
