/** The records that a ZIP is made of, without the clock: the same content gives the same bytes. */

/** 1 January 1980, the first day a ZIP can name. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** With offsets of 64 bits. */
const VERSION_WIDE = 45;

/** What each record begins with. */
export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_LINE = 0x02014b50;
export const END = 0x06054b50;
/** Of archives with offsets of 64 bits: the end, and where that stands. */
export const WIDE_END = 0x06064b50;
export const WIDE_END_LOCATOR = 0x07064b50;

/** How a content is kept; we write and read no other way. */
export const STORED = 0;
export const DEFLATED = 8;

/** In a field of 32 bits: the number stands in the record of 64 bits. */
export const ELSEWHERE = 0xffffffff;
const MANY = 0xffff;

/** An entry whose content is known; sizes in bytes. */
export interface ZipContent {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly deflated: boolean;
}

/** What stands before an entry's content. */
export const localHeader = (content: ZipContent): Buffer =>
  Buffer.concat([u32(LOCAL_HEADER), factsOf(content, VERSION, 0), Buffer.from(content.name, 'utf8')]);

/** An entry's line in the directory at the end; its own header begins at offset `at`. */
export function directoryLine(content: ZipContent, at: number): Buffer {
  const wide = at >= ELSEWHERE ? Buffer.concat([u16(1), u16(8), u64(at)]) : Buffer.alloc(0);
  const version = wide.byteLength > 0 ? VERSION_WIDE : VERSION;
  return Buffer.concat([
    ...[
      u32(DIRECTORY_LINE),
      u16(version),
      factsOf(content, version, wide.byteLength),
      u16(0),
      u16(0),
      u16(0),
    ],
    ...[u32(0), u32(Math.min(at, ELSEWHERE)), Buffer.from(content.name, 'utf8'), wide],
  ]);
}

/** What ends a ZIP whose directory of `count` entries takes `size` bytes from offset `at` and stands right before. */
export function endOfZip(count: number, size: number, at: number): Buffer {
  const isWide = count >= MANY || size >= ELSEWHERE || at >= ELSEWHERE;
  const [many, big, far] = [Math.min(count, MANY), Math.min(size, ELSEWHERE), Math.min(at, ELSEWHERE)];
  const end = [...[u32(END), u16(0), u16(0), u16(many), u16(many)], ...[u32(big), u32(far), u16(0)]];
  return Buffer.concat(isWide ? [...wideEnd(count, size, at), ...end] : end);
}

/** The record of 64 bits, and where it begins. */
const wideEnd = (count: number, size: number, at: number): readonly Buffer[] => [
  ...[u32(WIDE_END), u64(44), u16(VERSION_WIDE), u16(VERSION_WIDE), u32(0), u32(0)],
  ...[u64(count), u64(count), u64(size), u64(at)],
  ...[u32(WIDE_END_LOCATOR), u32(0), u64(at + size), u32(1)],
];

/** What both headers of an entry say, from the version needed to the length of the extra field. */
const factsOf = ({ name, crc, packed, size, deflated }: ZipContent, version: number, extra: number): Buffer =>
  Buffer.concat([
    u16(version),
    u16(UTF8_NAMES),
    u16(deflated ? DEFLATED : STORED),
    u16(0),
    u16(DAY),
    u32(crc),
    u32(packed),
    u32(size),
    u16(Buffer.byteLength(name, 'utf8')),
    u16(extra),
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

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
