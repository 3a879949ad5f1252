/**
 * Uploaded files go to a temporary file first, hashed on the way: a slow sender then holds neither
 * memory nor a transaction. The file has no name from its first byte on: also of a process that is killed
 * nothing is left. Whoever spools disposes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SpooledFile {
  /** As the sender called it; not safe to use as it is. */
  readonly name: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** The first bytes, by which its type is known. */
  readonly head: Uint8Array;
  /** From the beginning, in pieces of at most 1 MB. */
  content(): AsyncIterable<Uint8Array>;
  /** All of it, for readers that want it whole: only below a limit that memory can take. */
  bytes(): Promise<Uint8Array>;
  dispose(): Promise<void>;
}

/** By so many bytes, at most, it is judged what a file is. */
export const HEAD_BYTES = 4096;
const PIECE_BYTES = 1024 * 1024;

/** A file being written. */
export class Spool {
  readonly #name: string;
  readonly #path = path.join(tmpdir(), `traguardo-upload-${randomUUID()}`);
  readonly #hash = createHash('sha256');
  readonly #limit: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #file: FileHandle | null = null;
  #size = 0;
  #kept = 0;

  /** `limit` in bytes: beyond it bytes are counted and dropped. */
  constructor(name: string, limit: number) {
    this.#name = name;
    this.#limit = limit;
  }

  get tooLarge(): boolean {
    return this.#size > this.#limit;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.tooLarge) return;
    if (this.#headBytes < HEAD_BYTES) {
      const part = Buffer.from(bytes.subarray(0, HEAD_BYTES - this.#headBytes));
      this.#head.push(part);
      this.#headBytes += part.length;
    }
    this.#hash.update(bytes);
    this.#file ??= await this.#begin();
    await this.#file.writeFile(bytes);
    this.#kept += bytes.length;
  }

  async #begin(): Promise<FileHandle> {
    const file = await open(this.#path, 'wx+', 0o600);
    await unlink(this.#path);
    return file;
  }

  /** Ends the writing. Call it once, then only `dispose` of what it returns. */
  async finish(): Promise<SpooledFile> {
    const [file, kept] = [this.#file, this.#kept];
    return {
      name: this.#name,
      size: this.#size,
      sha256: this.#hash.digest('hex'),
      head: Buffer.concat(this.#head),
      content: () => piecesOf(file, kept),
      bytes: () => bytesOf(file, kept),
      dispose: () => this.dispose(),
    };
  }

  /** Removes what was written, also after a break in the middle. */
  async dispose(): Promise<void> {
    if (this.#file === null) return;
    await this.#file.close().catch(() => undefined);
    this.#file = null;
  }
}

async function bytesOf(file: FileHandle | null, size: number): Promise<Uint8Array> {
  const all = new Uint8Array(size);
  let at = 0;
  for await (const piece of piecesOf(file, size)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

async function* piecesOf(file: FileHandle | null, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; file !== null && at < size; ) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - at));
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) throw new Error('a spooled file is shorter than what was written');
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** A whole body as one file; beyond `limit` it is not read to its end. */
export async function spooled(
  name: string,
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<SpooledFile> {
  const spool = new Spool(name, limit);
  try {
    for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
      await spool.write(piece);
      if (spool.tooLarge) break;
    }
    return await spool.finish();
  } catch (error) {
    await spool.dispose();
    throw error;
  }
}
