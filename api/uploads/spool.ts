/**
 * Uploaded files go to a temporary file first, hashed on the way: a slow sender then holds neither
 * memory nor a transaction. Whoever spools disposes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, unlink } from 'node:fs/promises';
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
    this.#file ??= await open(this.#path, 'wx', 0o600);
    await this.#file.writeFile(bytes);
  }

  /** Ends the writing. Call it once, then only `dispose` of what it returns. */
  async finish(): Promise<SpooledFile> {
    await this.#file?.close();
    const [location, wasMade] = [this.#path, this.#file !== null];
    return {
      name: this.#name,
      size: this.#size,
      sha256: this.#hash.digest('hex'),
      head: Buffer.concat(this.#head),
      content: () => (wasMade ? createReadStream(location, { highWaterMark: PIECE_BYTES }) : nothing()),
      bytes: async () => (wasMade ? await readFile(location) : new Uint8Array()),
      dispose: () => this.dispose(),
    };
  }

  /** Removes what was written, also after a break in the middle. */
  async dispose(): Promise<void> {
    if (this.#file === null) return;
    await this.#file.close().catch(() => undefined);
    await unlink(this.#path).catch(() => undefined);
    this.#file = null;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

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
