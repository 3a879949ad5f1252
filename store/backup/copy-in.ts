import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type postgres from 'postgres';

/**
 * Feeds a `copy … from stdin`, a piece at a time. Throws what the server says of the rows while they come; what it says
 * after the last one is met by the transaction's next query, which fails: postgres.js tells nobody.
 */
export async function copyIn(
  query: postgres.PendingQuery<postgres.Row[]>,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const into: Writable = await query.writable();
  into.on('error', () => undefined);
  try {
    for await (const piece of content)
      await new Promise<void>((resolve, reject) => {
        into.write(piece, (error) => (error ? reject(error) : resolve()));
      });
  } catch (error) {
    into.destroy(error as Error);
    throw error;
  }
  into.end();
  // From then on the connection takes another query.
  await setImmediate();
}
