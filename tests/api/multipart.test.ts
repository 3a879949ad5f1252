import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, Malformed, type PartHead, readMultipart } from '../../api/uploads/multipart.js';

interface Part extends PartHead {
  readonly bytes: Buffer;
}

async function* pieces(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < whole.length; turn++) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? 7);
    yield whole.subarray(at, at + size);
    at += size;
  }
}

async function read(whole: Buffer, boundary: string, sizes: readonly number[] = [1_000]): Promise<Part[]> {
  const parts: Part[] = [];
  await readMultipart(pieces(whole, sizes), boundary, (head) => {
    const bytes: Buffer[] = [];
    return {
      write: async (some) => void bytes.push(Buffer.from(some)),
      end: async () => void parts.push({ ...head, bytes: Buffer.concat(bytes) }),
    };
  });
  return parts;
}

const written = (boundary: string, parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, fileName, bytes }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === null ? '' : `; filename="${fileName}"\r\nContent-Type: application/pdf`}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

describe('a multipart form', () => {
  it('reads back whatever its parts hold, however the bytes are cut into pieces', async () => {
    const part = fc.record({
      name: fc.constantFrom('note', 'file', 'doneOn'),
      fileName: fc.option(fc.constantFrom('a.pdf', 'delibera n. 12.p7m', 'città.txt')),
      // Bytes that look like the delimiter, or like its beginning, are the interesting ones.
      bytes: fc
        .array(fc.constantFrom('\r\n--', '\r\n', '--', 'confine', '\r', '-', 'x', '\0', 'è'), {
          maxLength: 30,
        })
        .map((words) => Buffer.from(words.join(''))),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        async (parts, sizes) => {
          const boundary = 'confine-che-non-ricorre-0123456789';
          expect(await read(written(boundary, parts), boundary, sizes)).toEqual(parts);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is what browsers send: FormData through the platform’s own writer', async () => {
    const form = new FormData();
    form.append('note', 'due\nrighe');
    form.append(
      'file',
      new File(['%PDF-1.7 contenuto'], 'delibera "finale".pdf', { type: 'application/pdf' }),
    );
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const boundary = boundaryOf(request.headers.get('content-type') ?? '');
    const parts = await read(Buffer.from(await request.arrayBuffer()), boundary ?? '');
    expect(parts.map(({ name, fileName, bytes }) => [name, fileName, bytes.toString()])).toEqual([
      ['note', null, 'due\r\nrighe'],
      ['file', 'delibera "finale".pdf', '%PDF-1.7 contenuto'],
    ]);
  });

  it.each([
    ['nothing at all', ''],
    ['an end in the middle of a part', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nxyz'],
    ['an end in the middle of a head', '--b\r\nContent-Disposition: form-data'],
    ['a part without a name', '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--'],
    ['a boundary that runs on', '--bX\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--'],
    [
      'a head of 10,000 characters',
      `--b\r\nContent-Disposition: form-data; name="${'a'.repeat(10_000)}"\r\n\r\nx\r\n--b--`,
    ],
    ['61 parts', `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(61)}--b--`],
  ])('with %s is malformed', async (_, text) => {
    await expect(read(Buffer.from(text), 'b')).rejects.toBeInstanceOf(Malformed);
  });

  it('never throws anything else on random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const text = Buffer.concat([Buffer.from('--b\r\n'), Buffer.from(bytes)]);
        await read(text, 'b', [13]).catch((error: unknown) => expect(error).toBeInstanceOf(Malformed));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the boundary', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['Multipart/Form-Data;boundary=----WebKitFormBoundaryX', '----WebKitFormBoundaryX'],
    ['multipart/form-data', null],
    ['application/json', null],
    ['multipart/mixed; boundary=abc', null],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, null],
  ])('of "%s" is %s', (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });
});
