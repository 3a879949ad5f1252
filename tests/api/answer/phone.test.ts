/** Evidence as telephones send it: large, slowly, or only half; by the link of a mail and on the signed-in page. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { serve } from '@hono/node-server';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { inTown } from '../../../store/in-town.js';
import { ownSpoolFolder, spooledIn } from '../own-spool-folder.js';
import { openStage } from '../stage.js';
import { mailed, ofFinance, press } from './mailed.js';

const spoolFolder = ownSpoolFolder();
const stage = await openStage();
const { ours, sql } = stage;
const head = ours.people.head;
const server = serve({ fetch: stage.app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const origin = `http://127.0.0.1:${port}`;
afterAll(() => {
  server.close();
});

const MEGABYTE = 1024 * 1024;
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
const photo = (start: Buffer, size: number): Buffer =>
  Buffer.concat([start, randomBytes(MEGABYTE), Buffer.alloc(size - start.length - MEGABYTE, 7)]);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const kept = (obligation: string) =>
  inTown(
    sql,
    ours.town,
    (tx) => tx<{ name: string; type: string; size: number; sha256: string }[]>`
      select name, type, size, sha256 from evidence where obligation = ${obligation} and name <> 'delibera.pdf' order by name`,
  );

/** One file of a form, with what the session or the page asks for. */
const body = (fields: Readonly<Record<string, string>>, name: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      Object.entries(fields)
        .map(([field, value]) => `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`)
        .join(''),
    ),
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n--x--\r\n'),
  ]);

/** Pieces of 16 kB, each on its own way. */
async function* slowly(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16_384) {
    await new Promise(setImmediate);
    yield bytes.subarray(at, at + 16_384);
  }
}

const send = (to: string, bytes: Buffer, cookie = ''): Promise<Response> =>
  fetch(origin + to, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'multipart/form-data; boundary=x', origin, ...(cookie ? { cookie } : {}) },
    body: Readable.toWeb(Readable.from(slowly(bytes))) as ReadableStream,
    duplex: 'half',
  } as RequestInit & { duplex: 'half' });

describe('a photo of 20 MB', () => {
  it('as HEIC, in small pieces, is kept byte by byte on the signed-in page, and no temporary file stays', async () => {
    const visitor = await stage.enter(head);
    const { id } = ofFinance(ours, 0);
    const bytes = photo(HEIC, 20 * MEGABYTE);
    const form = body({ modulo: await visitor.token() }, 'IMG_0042.HEIC', bytes);
    const answer = await send(`/scadenze/${id}/documenti`, form, visitor.cookie);
    expect(answer.status).toBe(303);
    expect(await kept(id)).toEqual([
      { name: 'IMG_0042.HEIC', type: 'image/heic', size: 20 * MEGABYTE, sha256: sha256(bytes) },
    ]);
    expect(spooledIn(spoolFolder)).toEqual([]);
  });

  it('by the link of a mail goes with the answer, beside a signed PDF (PAdES)', async () => {
    const obligation = ofFinance(ours, 1);
    const link = await mailed(stage, { person: head, obligation });
    const pades = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Sig/SubFilter/ETSI.CAdES.detached>>endobj\n%%EOF\n');
    const answer = await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-20', note: '' }, [
      { field: 'file', name: 'foto.jpg', bytes: photo(Buffer.from([0xff, 0xd8, 0xff, 0xe1]), 20 * MEGABYTE) },
      { field: 'file', name: 'determina firmata.pdf', bytes: pades },
    ]);
    expect(answer.status).toBe(303);
    expect((await kept(obligation.id)).map(({ name, type }) => [name, type])).toEqual([
      ['determina firmata.pdf', 'application/pdf'],
      ['foto.jpg', 'image/jpeg'],
    ]);
    expect(spooledIn(spoolFolder)).toEqual([]);
  });

  it.each([
    ['a film', 'VID_1.MOV', Buffer.from('\0\0\0\x14ftypqt  '), 415, '«VID_1.MOV» non è tra i tipi ammessi'],
    ['a program called .jpg', 'foto.jpg', Buffer.from('MZ\x90'), 415, '«foto.jpg» non è tra i tipi ammessi'],
    ['a certificate called .p7m', 'atto.p7m', Buffer.from([0x30, 0x82, 1, 2, 0x30]), 415, '«atto.p7m»'],
    ['nothing at all', 'vuota.jpg', Buffer.alloc(0), 422, 'Il file «vuota.jpg» è vuoto'],
  ])(
    'that is %s is refused by name beside the field; the answer is not recorded, the words stay',
    async (_, name, bytes, status, says) => {
      const obligation = ofFinance(ours, 2);
      const link = await mailed(stage, { person: head, obligation });
      const fields = { doneOn: '2023-06-20', note: 'Le mie parole' };
      const good = { field: 'file', name: 'buona.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]) };
      const answer = await press(stage.stranger(), link, 'concluso', fields, [
        good,
        { field: 'file', name, bytes },
      ]);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(says);
      expect(answer.text).toContain('Le mie parole');
      expect(await kept(obligation.id)).toEqual([]);
    },
  );
});

describe('a telephone that loses its signal in the middle', () => {
  it.each(['the signed-in page', 'the link of a mail', 'the JSON API'])(
    'leaves nothing behind on %s, and is not told as a failure of ours',
    async (where) => {
      const visitor = await stage.enter(head);
      const obligation = ofFinance(ours, 2);
      const link = await mailed(stage, { person: head, obligation });
      const to = {
        'the signed-in page': `/scadenze/${obligation.id}/documenti`,
        'the link of a mail': `${link}/concluso`,
        'the JSON API': `/api/v1/obligations/${obligation.id}/evidence?name=foto.jpg`,
      }[where];
      stage.logged.length = 0;
      const half = body({ modulo: await visitor.token() }, 'foto.jpg', Buffer.alloc(5 * MEGABYTE, 0xff));
      const cookie = where === 'the link of a mail' ? '' : `Cookie: ${visitor.cookie}\r\n`;
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST ${to} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\n${cookie}` +
          `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${20 * MEGABYTE}\r\n\r\n`,
      );
      socket.write(half.subarray(0, MEGABYTE));
      await vi.waitFor(() => expect(spooledIn(spoolFolder)).toHaveLength(1), { timeout: 20_000 });
      socket.destroy();
      await vi.waitFor(() => expect(stage.logged.join()).toContain('the sender broke off'), {
        timeout: 20_000,
      });
      expect(stage.logged.join()).not.toMatch(/database is away|unforeseen/);
      await vi.waitFor(() => expect(spooledIn(spoolFolder)).toEqual([]), { timeout: 20_000 });
      expect(await kept(obligation.id)).toEqual([]);
    },
  );
});
