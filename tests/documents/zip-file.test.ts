import { open } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { contentOf, readDirectory } from '../../documents/zip/zip-reader.js';
import { ZipWriter } from '../../documents/zip/zip-writer.js';
import { tempFolder } from '../embedded/temp-folder.js';

const folder = tempFolder();
const LIMITS = { entries: 1_000, bytes: 1_000_000 };

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += 7) yield content.subarray(at, at + 7);
}
async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of content) all.push(piece);
  return Buffer.concat(all);
}

describe('a ZIP written and read in pieces', () => {
  it('gives back what was put in, stored or packed, here and to the reader of whole ZIPs', async () => {
    const file = path.join(folder, 'a.zip');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(
            fc.stringMatching(/^[a-zè]{1,12}(\/[a-z #%.]{1,9})?$/),
            fc.uint8Array({ maxLength: 60 }),
            fc.boolean(),
          ),
          { selector: ([name]) => name, maxLength: 5 },
        ),
        async (parts) => {
          const handle = await open(file, 'w+');
          const zip = new ZipWriter(handle);
          for (const [name, content, packed] of parts) {
            const { bytes } = await zip.add(name, pieces(content), packed);
            expect(bytes).toBe(content.byteLength);
          }
          await zip.finish();
          const entries = await readDirectory(handle, LIMITS);
          expect(entries.map(({ name }) => name)).toEqual(parts.map(([name]) => name));
          for (const [at, entry] of entries.entries())
            expect(await whole(contentOf(handle, entry, 100))).toEqual(Buffer.from(parts[at]?.[1] ?? []));
          const { size } = await handle.stat();
          const read = zipParts((await handle.read(Buffer.alloc(size), 0, size, 0)).buffer, () => true);
          expect(read.ok && [...read.parts.keys()]).toEqual(parts.map(([name]) => name));
          await handle.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('goes on beyond 4 GB: offsets are then of 64 bits', async () => {
    const handle = await open(path.join(folder, 'far.zip'), 'w+');
    // A hole: it takes no room on the disk.
    const zip = new ZipWriter(handle, 5_000_000_000);
    await zip.add('lontano.txt', pieces(Buffer.from('lontano')), true);
    await zip.finish();
    const [entry] = await readDirectory(handle, LIMITS);
    expect(entry?.at).toBe(5_000_000_000);
    if (entry !== undefined) expect((await whole(contentOf(handle, entry, 100))).toString()).toBe('lontano');
    await handle.close();
  });

  it('is read within bounds: of entries, of bytes, of what an entry says it has', async () => {
    const handle = await open(path.join(folder, 'b.zip'), 'w+');
    const zip = new ZipWriter(handle);
    await zip.add('a', pieces(Buffer.alloc(50_000)), true);
    await zip.add('b', pieces(Buffer.from('b')), false);
    await zip.finish();
    await expect(readDirectory(handle, { ...LIMITS, entries: 1 })).rejects.toMatchObject({ fault: 'bomb' });
    await expect(readDirectory(handle, { ...LIMITS, bytes: 10 })).rejects.toMatchObject({ fault: 'bomb' });
    const [entry] = await readDirectory(handle, LIMITS);
    if (entry === undefined) throw new Error('no entry');
    await expect(whole(contentOf(handle, entry, 49_999))).rejects.toMatchObject({ fault: 'bomb' });
    await expect(whole(contentOf(handle, { ...entry, size: 10 }, 100))).rejects.toMatchObject({
      fault: 'bomb',
    });
    await expect(whole(contentOf(handle, { ...entry, at: 3 }, 60_000))).rejects.toMatchObject({
      fault: 'broken',
    });
    await expect(whole(contentOf(handle, { ...entry, crc: 1 }, 60_000))).rejects.toMatchObject({
      fault: 'broken',
    });
    await expect(whole(contentOf(handle, { ...entry, method: 9 }, 60_000))).rejects.toMatchObject({
      fault: 'broken',
    });
    await expect(whole(contentOf(handle, { ...entry, encrypted: true }, 60_000))).rejects.toMatchObject({
      fault: 'encrypted',
    });
    await handle.close();
  });

  it('holds one piece at a time: none is asked for before the last is on the disk, none is read before it is asked for', async () => {
    const handle = await open(path.join(folder, 'd.zip'), 'w+');
    const piece = Buffer.alloc(1_000_000, 'x');
    async function* many(): AsyncGenerator<Uint8Array> {
      for (let done = 0; done < 12; done += 1) {
        expect((await handle.stat()).size).toBeGreaterThanOrEqual(done * piece.byteLength);
        yield piece;
      }
    }
    const zip = new ZipWriter(handle);
    await zip.add('tanto', many(), false);
    await zip.finish();
    const [entry] = await readDirectory(handle, LIMITS);
    if (entry === undefined) throw new Error('no entry');
    let [asked, given] = [0, 0];
    const counted = new Proxy(handle, {
      get: (file, name) =>
        name === 'read'
          ? (into: Buffer, at: number, bytes: number, from: number) => {
              asked += bytes;
              return file.read(into, at, bytes, from);
            }
          : Reflect.get(file, name),
    });
    for await (const part of contentOf(counted, entry, 12_000_000)) {
      given += part.byteLength;
      expect(asked - given).toBeLessThanOrEqual(30);
    }
    expect(given).toBe(12_000_000);
    await handle.close();
  });

  it('ends with the failure of what was put in', async () => {
    const handle = await open(path.join(folder, 'c.zip'), 'w+');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x');
      throw new Error('the source broke');
    }
    await expect(new ZipWriter(handle).add('x', broken(), true)).rejects.toThrow('the source broke');
    await handle.close();
  });
});
