/** The central directory of a ZIP: what it says is inside, and where. Sizes are claims until unpacked. */

/** One entry, as the directory claims it is. */
export interface ZipEntry {
  /** Path with `/`, as written. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are not of office documents. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the file, and claimed bytes once unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Offset of the entry's own header. */
  readonly at: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const ENCRYPTED = 1;
/** In this place a size stands in the ZIP64 record, for files over 4 GB. */
const ELSEWHERE = 0xffffffff;

/** Entries in the order written; `bomb` when there are more than `most`, `broken` when it is no whole ZIP. */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | 'bomb' | 'broken' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return 'broken';
  const count = view.getUint16(end + 10, true);
  if (count > most) return 'bomb';
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) return 'broken';
    const nameLength = view.getUint16(at + 28, true);
    const after = at + ENTRY_BYTES + nameLength;
    if (after > end) return 'broken';
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, after)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if (entry.size === ELSEWHERE || entry.packed === ELSEWHERE) return 'bomb';
    entries.push(entry);
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Offset of the record that ends a ZIP, a comment may follow it; -1 when there is none. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}
