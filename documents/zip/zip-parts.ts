/**
 * The files inside a ZIP (an office document is one), unpacked within bounds: no directory is believed, and a
 * bomb is refused before it is unpacked or, when it lies about its size, at the first byte too many.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import {
  LOCAL_BYTES,
  localHeaderBytes,
  type ZipEntry,
  type ZipFault,
  zipDirectory,
} from './zip-directory.js';
import { DEFLATED, STORED } from './zip-records.js';

/** Contents by path, or why there are none. */
export type ZipParts =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly why: ZipFault };

/** Bounds on what is unpacked. */
export interface ZipLimits {
  readonly bytes: number;
  readonly entries: number;
  /** Of bytes unpacked to packed, over what is small anyway. */
  readonly ratio: number;
}

/**
 * What an office document may need. A plan of 2,000 rows is 2–6 MB of XML, repetitive tables pack to one in 60;
 * the readers take some ten times the bytes in memory.
 */
const OFFICE: ZipLimits = { bytes: 30_000_000, entries: 5_000, ratio: 250 };
const SMALL = 1_000_000;

/**
 * Unpacks the wanted entries only; the bounds count these, and images and fonts stay packed. `broken` too when two of them
 * have one name (programs would not agree on which is there) or one is not what its sum says.
 */
export function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = OFFICE,
): ZipParts {
  const entries = zipDirectory(bytes, limits.entries);
  if (typeof entries === 'string') return { ok: false, why: entries };
  const chosen = entries.filter((entry) => wanted(entry.name));
  if (chosen.some((entry) => entry.encrypted)) return { ok: false, why: 'encrypted' };
  if (new Set(chosen.map(({ name }) => name)).size !== chosen.length) return { ok: false, why: 'broken' };
  const unpacked = chosen.reduce((sum, entry) => sum + entry.size, 0);
  const packed = chosen.reduce((sum, entry) => sum + entry.packed, 0);
  if (unpacked > limits.bytes) return { ok: false, why: 'bomb' };
  if (unpacked > SMALL && unpacked > packed * limits.ratio) return { ok: false, why: 'bomb' };
  const parts = new Map<string, Uint8Array>();
  for (const entry of chosen) {
    const part = unpack(bytes, entry);
    if (typeof part === 'string') return { ok: false, why: part };
    if (part.byteLength !== entry.size || crc32(part) !== entry.crc) return { ok: false, why: 'broken' };
    parts.set(entry.name, part);
  }
  return { ok: true, parts };
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | 'bomb' | 'broken' {
  const header = localHeaderBytes(bytes.subarray(entry.at, entry.at + LOCAL_BYTES));
  if (header === null) return 'broken';
  const from = entry.at + header;
  if (from + entry.packed > bytes.byteLength) return 'broken';
  const data = bytes.subarray(from, from + entry.packed);
  if (entry.method === STORED) return data;
  if (entry.method !== DEFLATED) return 'broken';
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    const tooMuch = error instanceof RangeError && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE';
    return tooMuch ? 'bomb' : 'broken';
  }
}
