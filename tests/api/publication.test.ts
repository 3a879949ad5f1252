/** What is published: reasons released one by one, packages of what was validated, the checklist of where documents are. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../cli/verify.js';
import { publicationSchema } from '../../documents/publication-schema.js';
import { relazioneJson } from '../../documents/relazione-json.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { withoutDecisions } from '../../domain/relazione/published-facts.js';
import type { Relazione } from '../../domain/relazione/relazione.js';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { API, publishing, WRITTEN } from './published-town.js';
import { problemIn } from './reviewed-town.js';
import { openStage } from './stage.js';

let now = townTime('2024-04-29 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { as, page, release, reason, rewrite, pack, record, put, transmit, zip } = publishing(stage);
const here = <Row>(work: Parameters<typeof inTown<Row>>[2]): Promise<Row> => inTown(sql, ours.town, work);
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const folder = await mkdtemp(path.join(tmpdir(), 'publication-'));
afterAll(() => rm(folder, { recursive: true }));
const verified = async (content: Uint8Array): Promise<string> => {
  const file = path.join(folder, 'p.zip');
  await writeFile(file, content);
  return (await verifyFile(file)).join('\n');
};
const partsOf = (content: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const unpacked = zipParts(content, () => true);
  if (!unpacked.ok) throw new Error(unpacked.why);
  return unpacked.parts;
};
const wordsOf = (content: Uint8Array): string =>
  [...partsOf(content)]
    .filter(([name]) => /\.(html|json|csv)$/.test(name))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n');

describe('a reason', () => {
  it('with no decision is not published; of two who decide at once the second is told to look again', async () => {
    await transmit('2024-04-29');
    expect((await page()).reasons.map(({ release: made }) => made)).toEqual([null, null]);
    const [one, two] = await Promise.all([
      release('Rendiconto', { decision: 'as-written', after: 0 }),
      release('Rendiconto', { decision: 'withheld', after: 0 }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect((await reason('Rendiconto')).release?.version).toBe(1);
  });

  it.each([
    ['no words', { text: '  ' }, 422],
    ['5,001 characters', { text: 'a'.repeat(5_001) }, 422],
    ['other words than were read', { sha256: 'a'.repeat(64), text: 'x' }, 409],
    ['an objective that is not there', { objective: crypto.randomUUID(), text: 'x' }, 404],
    ['a sector that has it not', { sector: 'Tecnico', text: 'x' }, 404],
    ['a version that is not the last', { after: 0, text: 'x' }, 409],
  ])('in other words is refused with %s', async (_, said, status) => {
    expect((await release('Rendiconto', { decision: 'other-words', ...said })).status).toBe(status);
    expect((await reason('Rendiconto')).release?.version).toBe(1);
  });

  it('each decision is a version that stays; the last one counts, with its words, its day and its author', async () => {
    const words = 'Il tesoriere ha trasmesso i dati il 20 aprile.\r\n';
    expect((await release('Rendiconto', { decision: 'other-words', text: words })).status).toBe(200);
    expect((await reason('Rendiconto')).release).toMatchObject({
      ...{ version: 2, decision: 'other-words', by: 'Anticorruzione' },
      text: 'Il tesoriere ha trasmesso i dati il 20 aprile.',
    });
    expect((await release('Tempi di pagamento', { decision: 'withheld' })).status).toBe(200);
    const rows = await here(
      (tx) => tx`select version from relazione_release where sector = 'Finanziario'
      and reason_sha256 <> ${'3'.repeat(64)} order by version`,
    );
    expect(rows.map((row) => row['version'])).toEqual([1, 1, 2]);
    const audited = await here((tx) => tx`select 1 from audit where action = 'relazione.release'`);
    expect(audited).toHaveLength(3);
  });

  it('is released by the RPCT; by the Segretario only while nobody is RPCT; by a head never', async () => {
    const refused = await release('Rendiconto', { decision: 'withheld' }, 'secretary');
    expect([refused.status, problemIn(refused).type]).toEqual([409, 'urn:traguardo:problema:rpct-releases']);
    expect(problemIn(refused).detail).toContain('Anticorruzione');
    expect((await put('/publication/totals', { publishesTotals: true }, 'secretary')).status).toBe(409);
    expect((await release('Rendiconto', {}, 'head')).status).toBe(403);
    expect((await release('Rendiconto', {}, 'oiv')).status).toBe(403);
    const until = (day: string | null) =>
      here((tx) => tx`update role_holder set valid_to = ${day} where person = ${ours.people.rpct}`);
    await until('2024-04-28');
    const again = { decision: 'other-words', text: 'Dati tardivi.' };
    expect((await (await as('rpct')).json('GET', API)).status).toBe(403);
    const shown = await page('secretary');
    const found = shown.reasons.find(({ title }) => title === 'Rendiconto');
    const body = {
      objective: found?.objective,
      sector: found?.sector,
      sha256: found?.sha256,
      ...again,
      after: 2,
    };
    expect((await (await as('secretary')).json('POST', `${API}/releases`, body)).status).toBe(200);
    await until(null);
    expect((await reason('Rendiconto')).release).toMatchObject({ version: 3, by: 'Segretaria' });
  });

  it('whose words changed in a later snapshot has lost its decision; one that says the same keeps it', async () => {
    await rewrite('Rendiconto', 'Un altro motivo');
    expect((await reason('Rendiconto')).release?.version).toBe(3);
    expect((await record('relazione/snapshots', { reason: 'Motivo corretto.' })).status).toBe(200);
    expect(await reason('Rendiconto')).toMatchObject({ text: 'Un altro motivo', release: null });
    // What was written with the degree now stands beside it, as a reason of its own that keeps its own decision.
    const both = (await page()).reasons.filter(({ title }) => title === 'Rendiconto');
    expect(both.map(({ text, release: made }) => [text, made?.version ?? null])).toEqual([
      ['Un altro motivo', null],
      [WRITTEN.Rendiconto, 3],
    ]);
    const [, own] = both;
    const again = { sha256: own?.sha256, decision: 'other-words', text: 'Dati tardivi.' };
    expect((await release('Rendiconto', { ...again, after: 2 })).status).toBe(409);
    expect((await release('Rendiconto', { ...again, after: 3 })).status).toBe(200);
    expect((await reason('Rendiconto')).release).toBeNull();
    expect((await reason('Tempi di pagamento')).release).toMatchObject({ decision: 'withheld' });
    await rewrite('Rendiconto', WRITTEN.Rendiconto);
    expect((await record('relazione/snapshots', { reason: 'Era giusto prima.' })).status).toBe(200);
    expect((await reason('Rendiconto')).release?.version).toBe(4);
  });
});

describe('a package', () => {
  it('is refused before the validation, and names the snapshot that waits for it', async () => {
    const refused = await pack();
    expect([refused.status, problemIn(refused).type]).toEqual([
      ...[409, 'urn:traguardo:problema:relazione-not-validated'],
    ]);
    expect(problemIn(refused).detail).toContain('4');
    expect((await page()).packages.map(({ snapshot }) => snapshot)).toEqual([1]);
  });

  it('two at once have two numbers and the same bytes, that hold together from the frozen facts to the published file', async () => {
    now = townTime('2024-05-10 10:00');
    const outcome = { date: '2024-05-10', outcome: 'validated', snapshot: 4 };
    expect((await record('validation', outcome)).status).toBe(200);
    expect((await pack('head')).status).toBe(403);
    const both = await Promise.all([pack(), pack('secretary')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [made, same] = (await page()).packages;
    expect([made?.number, same?.number, same?.sha256]).toEqual([3, 2, made?.sha256]);
    const content = await zip(made?.number ?? 0);
    expect(sha256(content)).toBe(made?.sha256);
    const parts = partsOf(content);
    const index = publicationSchema.parse(JSON.parse(new TextDecoder().decode(parts.get('indice.json'))));
    for (const { name, sha256: said } of index.files) expect(sha256(parts.get(name) ?? content)).toBe(said);
    const { snapshot } = await page();
    expect(index.snapshot).toMatchObject({
      number: 4,
      facts: snapshot.facts,
      publication: snapshot.publication,
    });
    const json = index.files.find(({ name }) => name.endsWith('.json'))?.name ?? '';
    const told = JSON.parse(new TextDecoder().decode(parts.get(json))) as Relazione;
    expect(sha256(relazioneJson(withoutDecisions(told)))).toBe(snapshot.publication);
    expect(await verified(content)).toContain("dall'istantanea n. 4, validata venerdì 10 maggio 2024");
  });

  it('holds the released words alone: no reason withheld, no file’s name, no total, nobody’s name', async () => {
    const words = wordsOf(await zip(2));
    expect(words).toContain('Dati tardivi.');
    const names = ['Anticorruzione', 'Segretaria', 'Responsabile Finanziario', 'delibera.pdf'];
    for (const word of [...Object.values(WRITTEN), 'collega è stato malato', ...names])
      expect(words).not.toContain(word);
    expect(words).not.toMatch(/"(total|counts|brings)"/);
  });

  it('does not change when a decision does: the next one does, and both verify; also after the year closed', async () => {
    const before = await zip(3);
    await here((tx) => tx`update cycle set state = 'closed', closed_on = '2024-06-01'`);
    expect(
      (await release('Tempi di pagamento', { decision: 'other-words', text: 'Organico ridotto.' })).status,
    ).toBe(200);
    expect((await put('/publication/totals', { publishesTotals: true })).status).toBe(200);
    expect((await page()).publicPage).toMatchObject({ package: 3, isCurrent: false });
    expect((await pack()).status).toBe(200);
    await here((tx) => tx`update cycle set state = 'open', closed_on = null`);
    expect((await page()).publicPage).toMatchObject({ package: 4, isCurrent: true });
    expect(Buffer.from(await zip(3)).equals(before)).toBe(true);
    const words = wordsOf(await zip(4));
    expect(words).toContain('Organico ridotto.');
    expect(words).toMatch(/"total": "\d/);
    for (const one of [before, await zip(4)]) expect(await verified(one)).toMatch(/^INTEGRO/);
  });

  it('of another town is not there, nor one that was not made', async () => {
    const theirs = await stage.enter(stage.theirs.people.rpct, stage.theirs);
    expect((await theirs.json('GET', `${API}/packages/4`)).status).toBe(404);
    expect((await (await as('rpct')).get('/relazione/2023/pacchetti/99')).status).toBe(404);
    expect((await (await as('rpct')).get('/relazione/2023/pacchetti/1e3')).status).toBe(404);
  });
});

describe('where the documents are', () => {
  const path = (document: string): string => `/cycles/2023/publication/places/${document}`;
  const there = { address: 'https://comune.example/premi', date: '2024-05-10' };
  it.each([
    ['no address where none is recorded', 'bonus-total', { address: null }, 422],
    ['what is no address', 'bonus-total', { ...there, address: 'javascript:alert(1)' }, 422],
    ['a day to come', 'bonus-total', { ...there, date: '2024-05-11' }, 422],
    ['no day', 'bonus-total', { address: there.address }, 422],
    ['a document of no list', 'stipendi', there, 404],
    ['the Relazione, which the closing records', 'report', there, 404],
  ])('%s is refused', async (_, document, body, status) => {
    expect((await put(path(document), body)).status).toBe(status);
  });

  it('seven documents; one is put somewhere, moved, taken away; every step stays on record', async () => {
    const of = async () => (await page()).places.find(({ document }) => document === 'bonus-total')?.address;
    expect((await page()).places).toHaveLength(7);
    expect((await put(path('bonus-total'), there)).status).toBe(200);
    const moved = 'https://comune.example/altrove';
    expect((await put(path('bonus-total'), { ...there, address: moved }, 'secretary')).status).toBe(200);
    expect(await of()).toBe(moved);
    expect((await put(path('bonus-total'), { address: null })).status).toBe(200);
    expect(await of()).toBeNull();
    expect((await put(path('bonus-total'), there, 'head')).status).toBe(403);
    const rows = await here((tx) => tx`select 1 from publication_place where document = 'bonus-total'`);
    expect(rows).toHaveLength(3);
  });
});

it('what is recorded as published is the validated snapshot, also when a later one was frozen', async () => {
  await rewrite('Rendiconto', 'Ancora un altro');
  expect((await record('relazione/snapshots', { reason: 'Dopo la validazione.' })).status).toBe(200);
  const said = { date: '2024-05-10', addresses: ['https://comune.example/relazione'] };
  expect((await record('publication', said, 'rpct')).status).toBe(200);
  const [row] = await here(
    (tx) => tx<{ number: number }[]>`
    select s.number from closing_fact f join relazione_snapshot s on s.id = f.snapshot
    where f.addresses ? 'https://comune.example/relazione'`,
  );
  expect(row?.number).toBe(4);
});
