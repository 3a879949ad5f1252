/** A ZIP in memory; what need not fit there is written by `zip-writer.ts`. */
import { crc32, deflateRawSync } from 'node:zlib';
import { directoryLine, endOfZip, localHeader } from './zip-records.js';

/** Entries in the order given; `packed` makes it smaller, which for a ZIP that is read at once is lost time. */
export function zipStore(
  parts: Iterable<readonly [name: string, content: Uint8Array]>,
  packed = false,
): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const data = packed ? deflateRawSync(content) : content;
    const sizes = { packed: data.byteLength, size: content.byteLength };
    const entry = { name, crc: crc32(content), ...sizes, deflated: packed };
    const local = Buffer.concat([localHeader(entry), data]);
    directory.push(directoryLine(entry, at));
    files.push(local);
    at += local.byteLength;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...files, central, endOfZip(files.length, central.byteLength, at)]);
}
