/** A file cut into the pieces in which it is kept, hashed on the way; never whole in memory. */
import { createHash } from 'node:crypto';

/** Largest file: 25 MB. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** Pieces of any size, in order. */
export type FileContent = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
/** Why a file is not kept. */
export type UnfitReason = 'too-large' | 'empty';

/** Thrown in the middle of a file that may not be kept: whoever catches it undoes the pieces. */
export class UnfitFile extends Error {
  constructor(readonly reason: UnfitReason) {
    super(reason);
  }
}

/** Bytes, and the hash of all of them. */
export interface FileMeasure {
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Hands over pieces of 1 MB, the last one shorter, numbered from 0; `keep` is awaited before its buffer is used again. */
export async function cutIntoPieces(
  content: FileContent,
  keep: (seq: number, bytes: Buffer) => Promise<unknown>,
): Promise<FileMeasure> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE_BYTES);
  let size = 0;
  let filled = 0;
  let seq = 0;
  const flush = async (): Promise<void> => {
    await keep(seq, piece.subarray(0, filled));
    seq += 1;
    filled = 0;
  };
  for await (const given of content) {
    size += given.length;
    if (size > MAX_FILE_BYTES) throw new UnfitFile('too-large');
    hash.update(given);
    for (let from = 0; from < given.length; ) {
      const part = given.subarray(from, from + PIECE_BYTES - filled);
      piece.set(part, filled);
      from += part.length;
      filled += part.length;
      if (filled === PIECE_BYTES) await flush();
    }
  }
  if (size === 0) throw new UnfitFile('empty');
  if (filled > 0) await flush();
  return { size, sha256: hash.digest('hex') };
}

/** The pieces of a file from the first to the last, as `piece` finds them; ends where there is none. */
export async function* piecesOf(
  piece: (seq: number) => Promise<Uint8Array | undefined>,
): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq++) {
    const bytes = await piece(seq);
    if (bytes === undefined) return;
    yield bytes;
  }
}
