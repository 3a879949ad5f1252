/** The central directory of a ZIP: what it says is inside, and where. Sizes are claims until unpacked. */
import { DIRECTORY_LINE, ELSEWHERE, END, LOCAL_HEADER } from './zip-records.js';

/** Why a ZIP is not read: more than it may hold, a password is asked, or it is no ZIP, or not whole. */
export type ZipFault = 'bomb' | 'encrypted' | 'broken';

/** One entry, as the directory claims it is. */
export interface ZipEntry {
  /** Path with `/`, as written. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are not of office documents. */
  readonly method: number;
  readonly encrypted: boolean;
  /** CRC-32 of what is unpacked. The entry's own header may say 0: some programs write it before they know. */
  readonly crc: number;
  /** Bytes in the file, and claimed bytes once unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Offset of the entry's own header. */
  readonly at: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_BYTES = 46;
/** Of an entry's own header, before its name. */
export const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
/** Of extra fields: numbers of 64 bits. */
const WIDE = 1;

/** Entries in the order written; `bomb` when there are more than `most`, `broken` when it is no whole ZIP. */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | 'bomb' | 'broken' {
  const end = endRecord(bytes);
  if (end < 0) return 'broken';
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  if (count > most) return 'bomb';
  return entriesOf(bytes.subarray(0, end), view.getUint32(end + 16, true), count);
}

/** The lines of a directory that begins at `from` of these bytes and does not go beyond them. */
export function entriesOf(
  bytes: Uint8Array,
  from: number,
  count: number,
): readonly ZipEntry[] | 'bomb' | 'broken' {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.byteLength || view.getUint32(at, true) !== DIRECTORY_LINE) return 'broken';
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const after = at + ENTRY_BYTES + nameLength;
    if (after + extraLength > bytes.byteLength) return 'broken';
    const begins = view.getUint32(at + 42, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, after)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: begins === ELSEWHERE ? wideOffset(bytes.subarray(after, after + extraLength)) : begins,
    };
    // A content over 4 GB.
    if (entry.size === ELSEWHERE || entry.packed === ELSEWHERE) return 'bomb';
    if (entry.at < 0) return 'broken';
    entries.push(entry);
    at = after + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** How long an entry's own header is, by its first {@link LOCAL_BYTES}; its content follows. `null`: it is none. */
export function localHeaderBytes(header: Uint8Array): number | null {
  const view = viewOf(header);
  if (view.byteLength < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_HEADER) return null;
  return LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Offset of the record that ends a ZIP, a comment may follow it; -1 when there is none. */
export function endRecord(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** Of the extra fields, the offset of 64 bits where it is the only number there; -1 when there is none. */
function wideOffset(extra: Uint8Array): number {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== WIDE || view.getUint16(at + 2, true) !== 8) continue;
    if (at + 12 <= extra.byteLength) return Number(view.getBigUint64(at + 4, true));
  }
  return -1;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
