import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What comes out of `by` when `source` runs into it; a failure of either is thrown to whoever reads. */
export function piped(source: AsyncIterable<Uint8Array>, by: Transform): AsyncIterable<Uint8Array> {
  // The failure destroys `by`, and is met there.
  pipeline(Readable.from(source, { objectMode: false }), by).catch(() => undefined);
  return by;
}
