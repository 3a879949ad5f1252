/** The Relazione of a year: texts, files, what is missing, snapshots that the closing freezes and refers to. */
import { createHash } from 'node:crypto';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPdf } from '../../documents/pdf/pdf-engine.js';
import { canonicalJson } from '../../domain/register/canonical-json.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listSnapshots, snapshotFacts } from '../../store/relazione/relazione.js';
import { townTime } from '../activities/town.js';
import { oweClosing } from './owed-closing.js';
import { openStage } from './stage.js';

let now = townTime('2024-04-29 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const api = '/api/v1/cycles/2023/relazione';

const Page = z.object({
  isReady: z.boolean(),
  hasChanged: z.boolean(),
  missing: z.array(z.object({ is: z.string(), text: z.string(), page: z.string() })),
  texts: z.array(
    z.object({ part: z.string(), version: z.int(), text: z.string(), by: z.string().nullable() }),
  ),
  snapshots: z.array(
    z.object({
      number: z.int(),
      cause: z.string(),
      reason: z.string().nullable(),
      sha256: z.object({ facts: z.string(), internal: z.string(), publication: z.string() }),
      steps: z.array(z.string()),
    }),
  ),
});

const as = (who: keyof typeof ours.people) => stage.enter(ours.people[who]);
const page = async () => Page.parse(JSON.parse((await (await as('secretary')).json('GET', api)).text));
const write = async (part: string, text: string, after: number) =>
  (await as('secretary')).json('PUT', `${api}/texts/${part}`, { text, after });
const record = async (step: string, body: object) =>
  (await as('secretary')).json('POST', `/api/v1/cycles/2023/${step}`, body);
const file = async (path: string) => {
  const answer = await stage.app.request(path, { headers: { cookie: (await as('secretary')).cookie } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(() => oweClosing(stage));

describe('texts', () => {
  it('each saving is a version with its author; of two who write at once the second is refused', async () => {
    expect((await write('presentation', 'Prima.\n- uno', 0)).status).toBe(200);
    expect((await write('presentation', 'Seconda.', 0)).status).toBe(409);
    expect((await write('presentation', '  Seconda. \r\n', 1)).status).toBe(200);
    const text = (await page()).texts.find(({ part }) => part === 'presentation');
    expect(text).toMatchObject({ version: 2, text: 'Seconda.', by: expect.any(String) });
    const rows = await inTown(
      sql,
      ours.town,
      (tx) => tx`select text from relazione_text where part = 'presentation'`,
    );
    expect(rows).toHaveLength(2);
  });

  it('longer than 10,000 characters, of a part that is not there, by somebody else: nothing is stored', async () => {
    expect((await write('presentation', 'a'.repeat(10_001), 2)).status).toBe(422);
    expect((await write('figures', 'x', 0)).status).toBe(404);
    const head = await (await as('head')).json('PUT', `${api}/texts/tree`, { text: 'x', after: 0 });
    expect(head.status).toBe(403);
    expect((await page()).texts.map(({ part }) => part)).toEqual(['presentation', 'process']);
  });
});

it('what is missing is listed, each with the page on which it is put right', async () => {
  const { missing, isReady } = await page();
  expect(isReady).toBe(false);
  const kinds = new Set(missing.map(({ is }) => is));
  for (const is of ['submission', 'degree']) expect(kinds).toContain(is);
  expect(missing.find(({ is }) => is === 'submission')).toMatchObject({
    text: expect.stringMatching(
      /^Monitoraggio del primo semestre 2023, .+: (non ancora trasmesso|trasmesso, da acquisire)$/,
    ),
    page: expect.stringMatching(/^\/monitoraggio\/[0-9a-f-]{36}$/),
  });
  const { text, status } = await (await as('secretary')).get('/relazione?anno=2023');
  expect(status).toBe(200);
  expect(text).toContain('Che cosa manca');
  for (const one of missing) expect(text).toContain(`href="${one.page}"`);
});

describe('files', () => {
  it.each(['html', 'csv', 'json', 'docx', 'xlsx', 'pdf'])(
    'a draft as %s says so by its name and is no cache’s',
    async (format) => {
      const { status, headers, bytes } = await file(`/relazione/2023/interna.${format}?bozza=si`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain(`relazione-2023-interna-bozza.${format}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(bytes.length).toBeGreaterThan(200);
      if (format === 'html') expect(bytes.toString()).toContain('Bozza: i dati possono ancora cambiare');
      if (format === 'docx')
        expect((await mammoth.extractRawText({ buffer: bytes })).value).toContain('Bozza: i dati');
      if (format === 'pdf') expect((await openPdf(bytes)).numPages).toBeGreaterThan(1);
    },
  );

  it.each(['interna.exe', 'altra.pdf', 'interna.pdf.exe', 'interna', 'interna.pdf?istantanea=9'])(
    '%s is not there',
    async (name) => {
      expect((await file(`/relazione/2023/${name}`)).status).toBe(404);
    },
  );
});

describe('snapshots', () => {
  it('nothing is frozen anew before the first step of the closing', async () => {
    const before = await page();
    expect(before.snapshots.flatMap(({ steps }) => steps)).toEqual([]);
  });

  it('the transmission freezes it: facts, their hash and those of both JSON files', async () => {
    expect((await record('transmission', { date: '2024-04-29', note: 'Il resto segue.' })).status).toBe(200);
    const [last] = (await page()).snapshots;
    expect(last).toMatchObject({ number: 2, cause: 'transmission', steps: ['transmission'] });
    const facts = await inTown(sql, ours.town, async (tx) => {
      const cycle = await findCycle(tx, 2023);
      const [made] = await listSnapshots(tx, cycle?.id ?? '');
      return snapshotFacts(tx, made?.id ?? '');
    });
    expect(sha256(Buffer.from(canonicalJson(facts)))).toBe(last?.sha256.facts);
    for (const [path, version] of [
      ['interna', 'internal'],
      ['pubblicazione', 'publication'],
    ] as const)
      expect(sha256((await file(`/relazione/2023/${path}.json`)).bytes)).toBe(last?.sha256[version]);
  });

  it('a text written later stays out of it, until a new version is frozen with its reason', async () => {
    const frozen = (await file('/relazione/2023/interna.json')).bytes;
    const anew = async (reason: string) =>
      (await as('secretary')).json('POST', `${api}/snapshots`, { reason });
    expect((await anew('Prova.')).status).toBe(409);
    await write('presentation', 'Terza, dopo la trasmissione.', 2);
    expect((await file('/relazione/2023/interna.json')).bytes.equals(frozen)).toBe(true);
    expect((await page()).hasChanged).toBe(true);
    expect((await anew(' ')).status).toBe(422);
    now = townTime('2024-05-02 10:00');
    expect((await anew('Corretta la presentazione.')).status).toBe(200);
    const after = await page();
    expect(after.hasChanged).toBe(false);
    expect(after.snapshots[0]).toMatchObject({
      ...{ number: 3, cause: 'new-version', reason: 'Corretta la presentazione.', steps: [] },
    });
    expect((await file('/relazione/2023/interna.json')).bytes.toString()).toContain('Terza, dopo la');
    expect((await file('/relazione/2023/interna.json?istantanea=2')).bytes.equals(frozen)).toBe(true);
  });

  it('validating one that is superseded is refused with the reason; the act is about the last one', async () => {
    const outcome = { date: '2024-05-02', outcome: 'validated', note: 'x' };
    const refused = await record('validation', { ...outcome, snapshot: 2 });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("L'istantanea n. 2 della Relazione è superata dalla n. 3");
    expect(refused.text).toContain('Corretta la presentazione.');
    const act = { date: '2024-05-02', organ: 'giunta', number: '48', snapshot: 3 };
    expect((await record('adoption', act)).status).toBe(200);
    expect((await page()).snapshots.map(({ steps }) => steps)).toEqual([['adoption'], ['transmission'], []]);
    const oiv = await as('oiv');
    for (const path of ['/ciclo?anno=2023', '/istruttoria?anno=2023'])
      expect((await oiv.get(path)).text).toContain('name="istantanea" value="3"');
  });

  it('two who adopt at once make one snapshot and one act', async () => {
    const act = { date: '2024-05-02', organ: 'giunta', number: '49' };
    const [one, two] = await Promise.all([record('approval', act), record('approval', act)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect((await page()).snapshots).toHaveLength(3);
  });
});

it('on the page the Segretario writes a text and reads back what was refused; the Sindaco only reads', async () => {
  const secretary = await as('secretary');
  const modulo = await secretary.token();
  const post = (fields: object) =>
    secretary.post('/relazione/2023/testi/tree', { modulo, chiave: crypto.randomUUID(), ...fields });
  expect((await post({ text: 'Albero <b>x</b>', visto: '0' })).status).toBe(303);
  const refused = await post({ text: 'Altro <i>y</i>', visto: '0' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Altro &lt;i&gt;y&lt;/i&gt;');
  const mayor = await (await as('mayor')).get('/relazione?anno=2023');
  expect(mayor.text).toContain('Albero &lt;b&gt;x&lt;/b&gt;');
  expect(mayor.text).not.toContain('Fissa una nuova versione');
  expect((await (await as('head')).get('/relazione')).status).toBe(403);
});
