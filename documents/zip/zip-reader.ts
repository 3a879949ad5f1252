/** A ZIP on the disk, read in pieces and within bounds: no directory is believed before its content has been measured. */
import type { FileHandle } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { piped } from './piped.js';
import {
  endRecord,
  entriesOf,
  LOCAL_BYTES,
  localHeaderBytes,
  type ZipEntry,
  type ZipFault,
} from './zip-directory.js';
import { DEFLATED, ELSEWHERE, STORED, WIDE_END, WIDE_END_LOCATOR } from './zip-records.js';

/** Thrown on the way, also after some pieces. */
export class ZipUnread extends Error {
  override readonly name = 'ZipUnread';
  constructor(readonly fault: ZipFault) {
    super(`the ZIP is not read: ${fault}`);
  }
}

const TAIL_BYTES = 22 + 65_535 + 20;
const PIECE_BYTES = 256 * 1024;

/** Bounds on the directory. */
export interface DirectoryLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** What is inside. Throws {@link ZipUnread}. */
export async function readDirectory(file: FileHandle, limits: DirectoryLimits): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat();
  const begin = Math.max(0, size - TAIL_BYTES);
  const tail = await exactly(file, begin, size - begin);
  const end = endRecord(tail);
  if (end < 0) throw new ZipUnread('broken');
  const { count, bytes, at } = await placeOf(file, tail, end);
  if (count > limits.entries || bytes > limits.bytes) throw new ZipUnread('bomb');
  if (at + bytes > size) throw new ZipUnread('broken');
  const entries = entriesOf(await exactly(file, at, bytes), 0, count);
  if (typeof entries === 'string') throw new ZipUnread(entries);
  return entries;
}

async function placeOf(file: FileHandle, tail: Buffer, end: number) {
  const place = {
    count: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  if (place.count !== 0xffff && place.bytes !== ELSEWHERE && place.at !== ELSEWHERE) return place;
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== WIDE_END_LOCATOR) throw new ZipUnread('broken');
  const wide = await exactly(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (wide.readUInt32LE(0) !== WIDE_END) throw new ZipUnread('broken');
  const [count, bytes, at] = [32, 40, 48].map((from) => Number(wide.readBigUInt64LE(from)));
  return { count: count ?? 0, bytes: bytes ?? 0, at: at ?? 0 };
}

/** The content of one entry, at most `most` bytes of it. Throws {@link ZipUnread}, at the latest after the last piece. */
export async function* contentOf(
  file: FileHandle,
  entry: ZipEntry,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new ZipUnread('encrypted');
  if (entry.size > most) throw new ZipUnread('bomb');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new ZipUnread('broken');
  const header = await exactly(file, entry.at, LOCAL_BYTES);
  const before = localHeaderBytes(header);
  if (before === null) throw new ZipUnread('broken');
  const stored = slices(file, entry.at + before, entry.packed);
  const pieces = entry.method === STORED ? stored : piped(stored, createInflateRaw());
  let [read, sum] = [0, 0];
  try {
    for await (const piece of pieces) {
      read += piece.byteLength;
      if (read > entry.size) throw new ZipUnread('bomb');
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof ZipUnread || !isInflating(error) ? error : new ZipUnread('broken');
  }
  if (read !== entry.size || sum !== entry.crc) throw new ZipUnread('broken');
}

/** Said by zlib of what is no packed data. */
const isInflating = (error: unknown): boolean => /^Z_/.test(String((error as { code?: unknown }).code));

async function* slices(file: FileHandle, from: number, bytes: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const piece = await exactly(file, from + done, Math.min(PIECE_BYTES, bytes - done));
    done += piece.byteLength;
    yield piece;
  }
}

async function exactly(file: FileHandle, from: number, bytes: number): Promise<Buffer> {
  if (!Number.isSafeInteger(from) || from < 0) throw new ZipUnread('broken');
  const into = Buffer.allocUnsafe(bytes);
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await file.read(into, done, bytes - done, from + done);
    if (bytesRead === 0) throw new ZipUnread('broken');
    done += bytesRead;
  }
  return into;
}
