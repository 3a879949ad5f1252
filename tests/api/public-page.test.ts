/** The page for everybody: only what was approved, then only what was validated and packed; for five years. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicationSchema } from '../../documents/publication-schema.js';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { publishing, WRITTEN } from './published-town.js';
import { openStage } from './stage.js';

let now = townTime('2024-04-29 10:00');
const stage = await openStage({ now: () => now });
const { ours, theirs, sql } = stage;
const { as, page, release, pack, record, put, transmit } = publishing(stage);
const named = (town: string, slug: string) => inTown(sql, town, (tx) => tx`update town set slug = ${slug}`);
const [place, year, other] = ['/pubblico/qua', '/pubblico/qua/2023', '/pubblico/la/2023'];

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await stage.app.request(path, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const switched = (isOn: boolean) => put('/publication/public-page', { publicPage: isOn });
const GONE_WORDS = Object.values(WRITTEN);

beforeAll(async () => {
  await named(ours.town, 'qua');
  await named(theirs.town, 'la');
  await transmit('2024-04-29');
});

describe('switched off, as it is at first', () => {
  it('a town is told as one that does not exist: same status, same headers, same page', async () => {
    const off = await ask(year);
    const nobody = await ask('/pubblico/comune-che-non-esiste/2023');
    expect([off.status, nobody.status]).toEqual([404, 404]);
    expect(off.text).toBe(nobody.text);
    const told = ({ headers }: typeof off) => [...headers].filter(([name]) => name !== 'x-request-id');
    expect(told(off)).toEqual(told(nobody));
    expect((await ask(place)).text).toBe(off.text);
    expect((await ask(`${year}/indice.json`)).text).toBe(off.text);
  });

  it('who may publish switches it, the Segretario or the RPCT; a head, the Sindaco or the Nucleo may not', async () => {
    for (const who of ['head', 'mayor', 'oiv'] as const)
      expect((await put('/publication/public-page', { publicPage: true }, who)).status).toBe(403);
    expect((await ask(year)).status).toBe(404);
    expect((await put('/publication/public-page', { publicPage: true }, 'secretary')).status).toBe(200);
    expect((await ask(year)).status).toBe(200);
    expect((await switched(false)).status).toBe(200);
    expect((await ask(year)).status).toBe(404);
    expect((await switched(true)).status).toBe(200);
    expect((await ask(other)).status).toBe(404);
  });

  it('of a town on trial it stays dark: its days are not real', async () => {
    const mode = (to: string) => inTown(sql, ours.town, (tx) => tx`update town set mode = ${to}`);
    await mode('trial');
    expect((await ask(year)).status).toBe(404);
    await mode('demo');
    expect((await ask(year)).status).toBe(200);
  });
});

describe('before the validation', () => {
  it('it tells the plan: objectives, terms, weights, the act; nothing of how it went, and no file of a Relazione', async () => {
    const { text } = await ask(year);
    for (const word of [
      'Obiettivi 2023',
      'Rendiconto',
      'Entro il 15/04/2023',
      '12,5',
      'G.C. n. 20 del 28/2/2023',
    ])
      expect(text).toContain(word);
    for (const word of [...GONE_WORDS, 'Risultato', 'Motivazione', '80 su 100', 'Documenti e dati aperti'])
      expect(text).not.toContain(word);
    expect((await ask(`${year}/indice.json`)).status).toBe(404);
  });

  it('the plan is open data too, as CSV and JSON with licence and days; nothing of how it went', async () => {
    const links = [...(await ask(year)).text.matchAll(/href="(\/pubblico\/qua\/2023\/[^"]+)"/g)].map(
      ([, href = '']) => href,
    );
    expect(links).toEqual([`${year}/piano-2023.csv`, `${year}/piano-2023.json`]);
    const [csv, json] = await Promise.all(links.map((href) => ask(href)));
    expect(JSON.parse(json?.text ?? '')).toMatchObject({
      ...{ format: 'traguardo.public-plan/1', licence: 'CC-BY-4.0', year: 2023, changedOn: '2023-06-29' },
      ...{ approvedOn: '2023-02-28', approvedBy: 'G.C. n. 20 del 28/2/2023' },
    });
    for (const file of [csv, json]) {
      expect(file?.status).toBe(200);
      expect(file?.headers.get('access-control-allow-origin')).toBe('*');
      expect(file?.headers.get('content-disposition')).toContain('piano-2023');
      for (const word of ['Rendiconto', '12']) expect(file?.text).toContain(word);
      for (const word of [...GONE_WORDS, 'Segretaria']) expect(file?.text).not.toContain(word);
      expect(file?.text).not.toMatch(/degree|outcome|result|done/i);
    }
    expect(csv?.text).toContain('15/04/2023');
    expect((await ask(`${year}/piano-2024.csv`)).status).toBe(404);
    expect((await ask(`${other}/piano-2023.json`)).status).toBe(404);
  });

  it('a variation of the plan changes it at once, though it is made once and kept', async () => {
    const before = await ask(year);
    const file = (await ask(`${year}/piano-2023.json`)).text;
    await inTown(
      sql,
      ours.town,
      (tx) => tx`update obligation set due = '2023-05-15', version = version + 1
      where kind = 'milestone' and due = '2023-04-15'`,
    );
    const after = await ask(year);
    expect(after.text).toContain('Entro il 15/05/2023');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect((await ask(`${year}/piano-2023.json`)).text).toBe(file.replaceAll('2023-04-15', '2023-05-15'));
  });
});

describe('as an address on the web', () => {
  it('no cookie, no script but our own, nothing to keep search engines out; the same for whoever has entered', async () => {
    const stranger = await ask(year);
    const { cookie } = await as('secretary');
    const entered = await ask(year, { cookie });
    expect(entered.bytes.equals(stranger.bytes)).toBe(true);
    for (const { headers, text } of [stranger, entered]) {
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-robots-tag')).toBeNull();
      expect(headers.get('cache-control')).toBe('public, max-age=300');
      expect(text).not.toMatch(/noindex|<script|<form|<iframe|https?:\/\/(?!creativecommons)/);
    }
    expect(stranger.text).not.toContain('Segretaria');
  });

  it.each([
    ['the tag', (tag: string) => tag, 304],
    ['the tag, weakened by a proxy', (tag: string) => `W/${tag}`, 304],
    ['a list with it', (tag: string) => `"altro", ${tag}`, 304],
    ['a star', () => '*', 304],
    ['another tag', () => '"altro"', 200],
    ['the tag without its quotes', (tag: string) => tag.slice(1, -1), 200],
  ])('If-None-Match with %s', async (_, asked, status) => {
    const tag = (await ask(year)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    const answer = await ask(year, { 'if-none-match': asked(tag) });
    expect([answer.status, answer.headers.get('etag')]).toEqual([status, tag]);
    expect(answer.bytes.byteLength > 0).toBe(status === 200);
  });

  it('is packed beforehand for who takes gzip', async () => {
    const packed = await ask(year, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(packed.bytes).equals((await ask(year)).bytes)).toBe(true);
  });

  it.each([
    ...[
      '/pubblico',
      `${place}/`,
      `${place}/2024`,
      `${place}/02023`,
      `${place}/2023.0`,
      `${place}/2023/..%2f`,
    ],
    ...[
      '/pubblico/%00',
      `${year}/indice.html%00`,
      `${place.toUpperCase()}`,
      '/pubblico/%27%20or%201=1--/2023',
      `${place}/-1`,
    ],
    `/pubblico/${'a'.repeat(5_000)}/2023`,
  ])('%s is 404', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('after validation and package', () => {
  beforeAll(async () => {
    now = townTime('2024-05-10 10:00');
    await release('Rendiconto', {
      decision: 'other-words',
      text: 'Dati <script>tardivi</script> & incompleti',
    });
    const outcome = { date: '2024-05-10', outcome: 'validated' };
    expect((await record('validation', outcome)).status).toBe(200);
  });

  it('a validation alone changes nothing: the RPCT has packed nothing yet', async () => {
    expect((await page()).publicPage).toMatchObject({ isOn: true, tells: 'plan', package: null });
    expect((await ask(year)).text).not.toContain('80 su 100');
    expect((await pack()).status).toBe(200);
  });

  it('it tells result, released reason, term and variations; a reason not released is said to be there', async () => {
    const { text } = await ask(year);
    for (const word of [
      'Obiettivi e risultati 2023',
      'Raggiunto in parte: 80 su 100',
      'validata venerdì 10 maggio 2024',
    ])
      expect(text).toContain(word);
    expect(text).toContain('Dati &lt;script&gt;tardivi&lt;/script&gt; &amp; incompleti');
    expect(text).toContain('Motivazione non pubblicata');
    for (const word of GONE_WORDS) expect(text).not.toContain(word);
    expect(text).not.toMatch(/noindex|<script/);
    expect((await ask(`${year}/piano-2023.csv`)).status).toBe(404);
    expect(text).toContain('In linea fino al 31/12/2029'.replace('In linea', 'resta in linea'));
  });

  it('every file is there under a stable address, with the bytes whose hash the page and the index say', async () => {
    const { text } = await ask(year);
    const links = [...text.matchAll(/href="(\/pubblico\/[^"]+\/2023\/[^"]+)"/g)].map(([, href = '']) => href);
    expect(links).toHaveLength(7);
    const index = publicationSchema.parse(JSON.parse((await ask(`${year}/indice.json`)).text));
    for (const href of links) {
      const file = await ask(href);
      const name = href.split('/').at(-1) ?? '';
      expect([file.status, text.includes(sha256(file.bytes))]).toEqual([200, true]);
      if (name !== 'indice.json')
        expect(index.files.find((one) => one.name === name)?.sha256).toBe(sha256(file.bytes));
      expect(file.headers.get('access-control-allow-origin')).toBe('*');
      expect((await ask(href, { 'if-none-match': file.headers.get('etag') ?? '' })).status).toBe(304);
    }
    expect(links.map((href) => href.split('.').at(-1)).toSorted()).toEqual(
      ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json', 'json'].toSorted(),
    );
  });

  it('a new package takes its place at the same address; what it no longer says is said nowhere', async () => {
    const before = await ask(year);
    await release('Rendiconto', { decision: 'withheld' });
    expect((await ask(year)).bytes.equals(before.bytes)).toBe(true);
    expect((await (await as('rpct')).get('/relazione/motivazioni?anno=2023')).text).toContain(
      'per mostrarlo prepara un nuovo pacchetto',
    );
    await pack();
    const after = await ask(year);
    expect(after.text).not.toContain('tardivi');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const json = /href="([^"]+2023\.json)"/.exec(after.text)?.[1] ?? '';
    expect((await ask(json)).text).not.toContain('tardivi');
  });

  it('five years from the next 1 January: on the last day it is there, on the next it is 410 with the reason', async () => {
    now = townTime('2029-12-31 20:00');
    expect((await ask(year)).status).toBe(200);
    expect((await ask(place)).text).toContain(`href="${year}"`);
    now = townTime('2030-01-01 08:00');
    const gone = await ask(year);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('d.lgs. 33/2013 art. 8');
    expect(gone.text).toContain('31/12/2029');
    expect((await ask(`${year}/indice.json`)).status).toBe(410);
    expect((await ask(place)).text).not.toContain(`href="${year}"`);
    now = townTime('2024-05-10 12:00');
  });

  it('a validation that is withdrawn takes results and files away: the plan is left', async () => {
    const [fact] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`
      select id from closing_fact where outcome = 'validated' and withdrawn_at is null`,
    );
    const said = { fact: fact?.id, reason: 'Registrata per errore' };
    expect((await record('withdraw', said)).status).toBe(200);
    expect((await ask(year)).text).not.toContain('80 su 100');
    expect((await ask(`${year}/indice.json`)).status).toBe(404);
  });

  it('recorded again with another outcome it does not bring the old package back, which tells the first', async () => {
    const outcome = { date: '2024-05-10', outcome: 'with-observations', note: 'Motivare meglio' };
    expect((await record('validation', outcome)).status).toBe(200);
    expect((await ask(year)).text).not.toContain('80 su 100');
    expect((await ask(`${year}/indice.json`)).status).toBe(404);
  });
});

it('no id of a row is in any of the pages', async () => {
  for (const path of [place, year]) {
    const { text } = await ask(path);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
});
