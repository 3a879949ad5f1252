/** What people and programs send by mistake or on purpose: told in words, recorded nowhere, never a 500. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inTown } from '../../../store/in-town.js';
import { storeEvidence } from '../../../store/obligations/evidence.js';
import { thingsOf } from '../route-samples.js';
import { rowsNow } from '../rows-now.js';
import { openStage } from '../stage.js';
import type { Answer, Visitor } from '../visitor.js';

const stage = await openStage();
const { ours, sql } = stage;
const { obligation, objective, person } = await thingsOf(sql, ours);
const complete = `/api/v1/obligations/${obligation}/complete`;

const stateNow = (): Promise<string> =>
  inTown(sql, ours.town, async (tx) => {
    const [row] = await tx<{ state: string; n: number; files: number }[]>`
      select state, row_version as n, (select count(*) from evidence) as files from obligation where id = ${obligation}`;
    return JSON.stringify(row);
  });
const untouched = await stateNow();

let head: Visitor;
beforeEach(async () => {
  head = await stage.enter(ours.people.head);
});
afterAll(() => expect(stage.logged.filter((line) => line.startsWith('unforeseen failure'))).toEqual([]));

/** A body as it is, not made from an object: what JSON.stringify cannot write. */
const raw = (body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  head.ask(complete, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('a JSON body', () => {
  it.each([
    ['of 1 half of a surrogate pair', '{"note":"a\\ud800b"}', 422],
    ['with a character zero', '{"note":"a\\u0000b"}', 422],
    ['with a day that does not exist, 30 February', '{"doneOn":"2023-02-30"}', 422],
    ['with a day of the future, 30 June seen from 29 June', '{"doneOn":"2023-06-30"}', 422],
    ['with the day 0000-00-00', '{"doneOn":"0000-00-00"}', 422],
    ['with a day of 3 years ago', '{"doneOn":"2020-12-31"}', 422],
    ['with a note of 10,001 characters', JSON.stringify({ note: 'x'.repeat(10_001) }), 422],
    ['of more than 1 MB', JSON.stringify({ note: 'x'.repeat(1_000_001) }), 413],
    ['with a row version of 10^99', '{"rowVersion":1e99}', 422],
    ['with a row version beyond 32 bits', '{"rowVersion":2147483648}', 409],
    ['that is cut off', '{', 400],
    ['that is empty', '', 400],
    ['that is an array', '[]', 422],
    ['that is null', 'null', 422],
    ['of 100,000 arrays in one another', '['.repeat(100_000) + ']'.repeat(100_000), 422],
    ['whose day hides in __proto__ and whose other is wrong', '{"__proto__":{},"doneOn":"ieri"}', 422],
  ])('%s is refused as application/problem+json, and nothing is recorded', async (_, body, status) => {
    const answer = await raw(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await stateNow()).toBe(untouched);
  });

  it('of more than 1 MB, left unread, closes its connection: the next request takes another', async () => {
    const answer = await raw(JSON.stringify({ note: 'x'.repeat(1_000_001) }));
    expect(answer.headers.get('connection')).toBe('close');
    expect(JSON.parse(answer.text)).toMatchObject({
      title: 'Troppo grande',
      detail: 'Quanto è stato inviato supera il limite di 1 MB: dividilo in più richieste.',
    });
  });

  it('without its Content-Type is refused with 415', async () => {
    expect((await head.ask(complete, { method: 'POST', body: '{}' })).status).toBe(415);
  });
});

describe('a request of another site', () => {
  it.each([
    ['Origin http://altrove.example', { origin: 'http://altrove.example' }],
    ['the Origin "null" of a sandboxed frame', { origin: 'null' }],
    ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site' }],
  ])('with %s is refused with 403, on pages and API', async (_, headers) => {
    expect((await raw('{}', headers)).status).toBe(403);
    const modulo = await head.token();
    const page = await head.post(
      `/scadenze/${obligation}/concludi`,
      { modulo, doneOn: '2023-06-29' },
      headers,
    );
    expect(page.status).toBe(403);
    expect(await stateNow()).toBe(untouched);
  });

  it('without a token in its form, or with that of another session, is refused with 403', async () => {
    const another = await stage.enter(ours.people.head);
    for (const modulo of ['', 'x', await another.token()]) {
      const fields = { modulo, doneOn: '2023-06-29' };
      expect((await head.post(`/scadenze/${obligation}/concludi`, fields)).status).toBe(403);
    }
    expect(await stateNow()).toBe(untouched);
  });

  it('whose Host is not this machine finds nothing but a sentence: 403', async () => {
    for (const host of [
      'altrove.example',
      'localhost.altrove.example:3000',
      '127.0.0.1.altrove.example',
      '',
    ]) {
      const { status, text } = await stage.stranger().ask('/', { headers: { host } });
      expect([host, status]).toEqual([host, 403]);
      expect(text).not.toContain(ours.town);
    }
  });
});

describe('an address that cannot be', () => {
  it.each([
    '/scadenze/%00',
    '/scadenze/%E0%A4%A',
    '/scadenze/constructor',
    `/scadenze/${objective}`,
    `/scadenze/${person}`,
    `/obiettivi/${obligation}`,
    '/posta/99999999999999999999',
    '/posta/-1',
    '/avvisi/1',
    '/documenti/..%2f..%2fpackage.json',
    '/assets/traguardo/..%2f..%2fpackage.json',
    '/assets/constructor/x.css',
    '/assets/traguardo/%00.css',
    '/api/v1/obligations/%E0%A4%A',
    '/api/v1/zzz',
  ])('%s answers 404', async (path) => {
    const visitor = await stage.enter(ours.people.secretary);
    expect((await visitor.get(path)).status).toBe(404);
  });

  it.each(['%25', '_', '%5C', '%ED%A0%80', "'%20or%201=1"])(
    'a search for %s finds what has it in its words: nothing',
    async (words) => {
      const visitor = await stage.enter(ours.people.secretary);
      for (const list of ['scadenze.csv', 'avvisi.csv', 'obiettivi.csv']) {
        const { status, text } = await visitor.get(`/${list}?cerca=${words}`);
        expect([list, status, text.trimEnd().split('\r\n').length]).toEqual([list, 200, 1]);
      }
    },
  );

  it.each(['//altrove.example', '/\\altrove.example', 'https://altrove.example', '/\t/altrove.example'])(
    'leads back to %s after nothing: whoever enters stays here',
    async (poi) => {
      const fields = { ente: ours.town, persona: ours.people.head, poi };
      expect((await stage.stranger().post('/entra', fields)).headers.get('location')).toBe('/');
    },
  );
});

describe('a file', () => {
  const send = async (name: string, bytes: Uint8Array): Promise<Answer> => {
    const page = `/scadenze/${obligation}`;
    const { action, fields } = await head.form(page, `${page}/documenti`);
    return head.postFiles(action, fields, [{ field: 'file', name, bytes }]);
  };
  const bytes = (text: string): Uint8Array => Buffer.from(text);

  it.each([
    ['a.html', bytes('<script>'), 415],
    ['a.svg', bytes('<svg/>'), 415],
    ['a.pdf', bytes('MZ'), 415],
    ['a.pdf.exe', bytes('%PDF-'), 415],
    ['senza-estensione', bytes('x'), 415],
    ['vuoto.pdf', bytes(''), 422],
    ['grande.pdf', Buffer.concat([bytes('%PDF-'), Buffer.alloc(26 * 1024 * 1024)]), 413],
  ])('%s is refused on its page, by what it is and not by its name', async (name, content, status) => {
    expect((await send(name, content)).status).toBe(status);
    expect(await stateNow()).toBe(untouched);
  });

  it('named ../../etc/passwd.txt is kept as passwd.txt, and comes back as an attachment in a sandbox', async () => {
    expect((await send('../../etc/passwd.txt', bytes('ciao'))).status).toBe(303);
    const { id } = await inTown(sql, ours.town, async (tx) => {
      const [row] = await tx<{ id: string }[]>`select id from evidence where name = 'passwd.txt'`;
      return row ?? { id: '' };
    });
    const { status, headers, text } = await head.get(`/documenti/${id}`);
    expect([status, text]).toEqual([200, 'ciao']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="passwd\.txt"/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('in a form that breaks off in the middle is refused with 400', async () => {
    const answer = await head.ask(`/scadenze/${obligation}/documenti`, {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nmet',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer.status).toBe(400);
  });
});

describe('a document looked at inside a page', () => {
  const SCRIPT = '<script>alert(1)</script>';
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const P7M = Buffer.from('3082010006092a864886f70d010702', 'hex');
  const kept = (name: string, type: string, bytes: string | Uint8Array): Promise<string> =>
    inTown(sql, ours.town, async (tx) => {
      const about = { obligation, name, type, addedAt: stage.deps.now(), addedBy: ours.people.head };
      const stored = await storeEvidence(tx, about, [Buffer.from(bytes)]);
      return stored.ok ? stored.evidence.id : '';
    });

  // Types as a row may say them: an archive of another installation brings its own.
  it.each([
    ['a PDF', 'a.pdf', 'application/pdf', '%PDF-1.7', 'application/pdf', '<iframe'],
    [
      'a PDF that begins as a page',
      'a.pdf',
      'application/pdf',
      `${SCRIPT}%PDF-`,
      'application/pdf',
      '<iframe',
    ],
    ['a picture', 'a.png', 'image/png', PNG, 'image/png', '<img class="tr-shown-picture"'],
    ['a page that is called .pdf', 'a.pdf', 'application/pdf', SCRIPT, null, 'non si mostra'],
    ['a page that is called .png', 'a.png', 'image/png', SCRIPT, null, 'non si mostra'],
    ['a page', 'a.html', 'text/html', SCRIPT, null, 'non si mostra'],
    ['a page kept as a PDF', 'a.html', 'application/pdf', SCRIPT, null, 'non si mostra'],
    ['a drawing with scripts', 'a.svg', 'image/svg+xml', `<svg>${SCRIPT}</svg>`, null, 'non si mostra'],
    ['a drawing that is called .png', 'a.png', 'image/svg+xml', PNG, null, 'non si mostra'],
    ['a page that is called .txt', 'a.txt', 'text/plain', SCRIPT, null, '&lt;script&gt;alert(1)'],
    ['a formula', 'a.csv', 'text/csv', '=CMD()|<b>', null, '=CMD()|&lt;b&gt;'],
    ['bytes that are called .txt', 'a.txt', 'text/plain', PNG, null, 'non si mostra'],
    [
      'a message with a page in it',
      'a.eml',
      'message/rfc822',
      `X: y\n\n${SCRIPT}`,
      null,
      'programma di posta',
    ],
    ['an envelope with a signature', 'a.pdf.p7m', 'application/pkcs7-mime', P7M, null, 'dentro la busta'],
    ['a ZIP', 'a.zip', 'application/zip', Buffer.from('PK\u0003\u0004'), null, 'archivio ZIP'],
  ])('%s runs nothing: %s', async (_, name, type, bytes, sentAs, shown) => {
    const id = await kept(name, type, bytes);
    const before = await rowsNow(sql, [ours.town]);
    const page = await head.get(`/documenti/${id}/vedi`);
    expect(page.status).toBe(200);
    expect([page.text.includes(shown), page.text.includes(SCRIPT)]).toEqual([true, false]);
    const { status, headers } = await head.get(`/documenti/${id}/contenuto`);
    expect([status, status === 200 ? headers.get('content-type') : null]).toEqual([
      sentAs === null ? 404 : 200,
      sentAs,
    ]);
    if (sentAs !== null) expect(headers.get('content-disposition')).toMatch(/^inline;/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const isPdf = sentAs === 'application/pdf';
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(
      isPdf ? /^default-src 'none'; .*frame-ancestors 'self'$/ : /frame-ancestors 'none'/,
    );
    if (sentAs === 'image/png') expect(policy).toContain('sandbox');
    const download = await head.get(`/documenti/${id}`);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(download.headers.get('content-security-policy')).toContain('sandbox');
    // Nobody looks at who looked.
    expect(await rowsNow(sql, [ours.town])).toBe(before);
  });

  it('of 100,000 letters shows how it begins, and says so', async () => {
    const id = await kept('lungo.txt', 'text/plain', 'è'.repeat(100_000));
    const { text } = await head.get(`/documenti/${id}/vedi`);
    expect(text.match(/è{10,}/)?.[0].length).toBe(32_768);
    expect(text.split('Qui c&#39;è l&#39;inizio')).toHaveLength(2);
  });

  it.each([
    ['a mark of the end of a file', `${'a;b\r\n'.repeat(2_000)}\u001a`, 'a;b'],
    ['the only accents where it is cut', `perché ${'a'.repeat(65_527)}èè`, 'perché'],
  ])('that came in as a text is shown as one: %s', async (_, text, shown) => {
    const page = await head.get(`/documenti/${await kept('elenco.csv', 'text/csv', text)}/vedi`);
    expect([page.text.includes(shown), page.text.includes('non si mostra')]).toEqual([true, false]);
  });

  it('is shown to whom it is sent: not to the Sindaco, not to another sector', async () => {
    const id = await kept('a.pdf', 'application/pdf', '%PDF-');
    for (const who of ['mayor', 'otherHead'] as const)
      for (const how of ['', '/vedi', '/contenuto'])
        expect((await (await stage.enter(ours.people[who])).get(`/documenti/${id}${how}`)).status).toBe(403);
  });
});
