/**
 * A ZIP written onto the disk as its contents come, in pieces: what is in memory is one piece and a line per entry. An
 * entry's header is written again when its size is known, so that every program reads it; over 4 GB as ZIP64.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { piped } from './piped.js';
import { directoryLine, ELSEWHERE, endOfZip, localHeader } from './zip-records.js';

/** What was put in, before packing. */
export interface ZippedFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export class ZipWriter {
  readonly #file: FileHandle;
  readonly #directory: Buffer[] = [];
  #at: number;

  /** Writes from offset `from` on; the file stays the caller's to close. */
  constructor(file: FileHandle, from = 0) {
    this.#file = file;
    this.#at = from;
  }

  /** `packed` for text; what is compressed already is stored as it is. Throws on a content of 4 GB or more. */
  async add(name: string, content: AsyncIterable<Uint8Array>, packed: boolean): Promise<ZippedFile> {
    const begin = this.#at;
    const hash = createHash('sha256');
    let [crc, size] = [0, 0];
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        crc = crc32(piece, crc);
        hash.update(piece);
        size += piece.byteLength;
        yield piece;
      }
    }
    const unknown = { name, crc: 0, packed: 0, size: 0, deflated: packed };
    await this.#write(localHeader(unknown));
    const from = this.#at;
    const pieces = packed ? piped(measured(), createDeflateRaw({ level: 6 })) : measured();
    for await (const piece of pieces) await this.#write(piece);
    const entry = { ...unknown, crc, packed: this.#at - from, size };
    if (Math.max(entry.packed, size) >= ELSEWHERE) throw new RangeError(`${name} has 4 GB or more`);
    await writeAt(this.#file, localHeader(entry), begin);
    this.#directory.push(directoryLine(entry, begin));
    return { bytes: size, sha256: hash.digest('hex') };
  }

  /** The directory and the end, all on the disk when it resolves. */
  async finish(): Promise<void> {
    const at = this.#at;
    for (const line of this.#directory) await this.#write(line);
    await this.#write(endOfZip(this.#directory.length, this.#at - at, at));
    await this.#file.sync();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await writeAt(this.#file, bytes, this.#at);
    this.#at += bytes.byteLength;
  }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; )
    done += (await file.write(bytes, done, bytes.byteLength - done, at + done)).bytesWritten;
}
