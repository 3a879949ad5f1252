import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_LIMITS } from '../../api/pages/form.js';
import { withFormOf } from '../../api/uploads/read-form.js';
import { Spool } from '../../api/uploads/spool.js';
import { ownSpoolFolder } from './own-spool-folder.js';

const folder = ownSpoolFolder();
const left = (): number => readdirSync(folder).length;
const request = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/', { method: 'POST', body, headers });

async function read(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('an uploaded file', () => {
  it('comes back byte by byte, with its size, SHA-256 and first 4 kB, and leaves nothing behind', async () => {
    const before = left();
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251));
    const spool = new Spool('delibera.pdf', 5_000_000);
    for (let at = 0; at < bytes.length; at += 65_536) await spool.write(bytes.subarray(at, at + 65_536));
    const file = await spool.finish();
    expect(file).toMatchObject({ name: 'delibera.pdf', size: 3_000_000 });
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.from(file.head).equals(bytes.subarray(0, 4096))).toBe(true);
    expect((await read(file.content())).equals(bytes)).toBe(true);
    expect(Buffer.from(await file.bytes()).equals(bytes)).toBe(true);
    // It has no name: of a process that is killed here nothing is left either.
    expect(left()).toBe(before);
    await file.dispose();
    expect(left()).toBe(before);
  });

  it('beyond its limit is counted and not kept', async () => {
    const before = left();
    const spool = new Spool('grande.pdf', 10);
    await spool.write(Buffer.from('123456'));
    await spool.write(Buffer.from('7890123'));
    expect(spool.tooLarge).toBe(true);
    const file = await spool.finish();
    expect(file.size).toBe(13);
    expect(await read(file.content())).toHaveLength(6);
    await file.dispose();
    expect(left()).toBe(before);
  });
});

describe('a form', () => {
  const limits = { file: 1_000, files: 2 };
  const refused = (refusal: string): Promise<string> => Promise.resolve(`refused: ${refusal}`);

  it('leaves no file behind, whether it is used, breaks off, or its use fails', async () => {
    const before = left();
    const form = new FormData();
    form.append('note', 'ciao');
    form.append('file', new File(['contenuto'], 'nota.txt'));
    const used = await withFormOf(
      request(form),
      limits,
      async (one) => `${one.text('note')} ${one.files('file')[0]?.size}`,
      refused,
    );
    expect(used).toBe('ciao 9');
    const failing = withFormOf(
      request(form),
      limits,
      async (): Promise<string> => Promise.reject(new Error('dopo')),
      refused,
    );
    await expect(failing).rejects.toThrow('dopo');
    const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nmet';
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await withFormOf(request(broken, type), limits, async () => 'used', refused)).toBe(
      'refused: malformed',
    );
    expect(left()).toBe(before);
  });

  it.each([
    ['of another type', request('{}', { 'content-type': 'application/json' }), 'refused: malformed'],
    ['without a type', request(new Uint8Array(3)), 'refused: malformed'],
    [
      'of 1,100,000 characters',
      request(new URLSearchParams({ a: 'x'.repeat(1_100_000) })),
      'refused: too-large',
    ],
  ])('%s is refused', async (_, one, answer) => {
    expect(await withFormOf(one, limits, async () => 'used', refused)).toBe(answer);
  });

  it('takes five documents of 25 MiB, the most that a page lets somebody choose', async () => {
    const piece = Buffer.alloc(1_048_576, 'x');
    async function* body(): AsyncGenerator<Uint8Array> {
      for (let nth = 1; nth <= EVIDENCE_LIMITS.files; nth++) {
        yield Buffer.from(
          `\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="${nth}.txt"\r\n\r\n`,
        );
        for (let size = 0; size < EVIDENCE_LIMITS.file; size += piece.length) yield piece;
      }
      yield Buffer.from('\r\n--x--');
    }
    const sent = new Request('http://localhost/', {
      method: 'POST',
      body: Readable.toWeb(Readable.from(body())),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as unknown as RequestInit);
    const sizes = await withFormOf(
      sent,
      EVIDENCE_LIMITS,
      async (one) => one.files('file').map(({ size }) => String(size)),
      async (refusal) => [refusal],
    );
    expect(sizes).toEqual(Array.from({ length: 5 }, () => String(25 * 1_048_576)));
  });

  it('with 3 files where 2 are taken is refused', async () => {
    const form = new FormData();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) form.append('file', new File(['x'], name));
    expect(await withFormOf(request(form), limits, async () => 'used', refused)).toBe('refused: malformed');
  });

  it('gives the last value of a field, with the line ends of Unix and without the character zero', async () => {
    const form = new URLSearchParams([
      ['a', 'prima'],
      ['a', 'due\r\nrighe\0'],
    ]);
    expect(await withFormOf(request(form), limits, async (one) => one.text('a'), refused)).toBe('due\nrighe');
    expect(await withFormOf(request(form), limits, async (one) => one.text('__proto__'), refused)).toBe('');
  });
});
