/** A ZIP without the clock: the same parts give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day a ZIP can name. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
const DEFLATED = 8;

/** Entries in the order given; `packed` makes it smaller, which for a ZIP that is read at once is lost time. */
export function zipStore(
  parts: Iterable<readonly [name: string, content: Uint8Array]>,
  packed = false,
): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const path = Buffer.from(name, 'utf8');
    const data = packed ? deflateRawSync(content) : content;
    const facts = factsOf(path.byteLength, content, data.byteLength, packed);
    const local = Buffer.concat([u32(0x04034b50), facts, path, data]);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(VERSION), facts, u16(0), u16(0), u16(0), u32(0), u32(at), path]),
    );
    files.push(local);
    at += local.byteLength;
  }
  const central = Buffer.concat(directory);
  const count = u16(files.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(central.byteLength), u32(at), u16(0)];
  return Buffer.concat([...files, central, ...end]);
}

/** What both headers of an entry say, from the version needed to the length of the extra field. */
const factsOf = (nameLength: number, content: Uint8Array, size: number, packed: boolean): Buffer =>
  Buffer.concat([
    u16(VERSION),
    u16(UTF8_NAMES),
    u16(packed ? DEFLATED : 0),
    u16(0),
    u16(DAY),
    u32(crc32(content)),
    u32(size),
    u32(content.byteLength),
    u16(nameLength),
    u16(0),
  ]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
