/** Correcting a draft: by plain forms, by two people at once, up to the confirmation with its decisions. */
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import { findDraft } from '../../store/plan/import-drafts.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { openStage } from './stage.js';
import type { Answer } from './visitor.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);

/** The small plan of another year: o1 and o3 are the shared objective, o2 Rendiconto, o4 Bandi, o5 Senza date. */
async function drafted(year: number): Promise<string> {
  const plan: PlanDocument = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year } };
  const { text } = await secretary.json('POST', '/api/v1/plan-drafts', plan);
  return `/importa/${(JSON.parse(text) as { draft: string }).draft}`;
}
const draftOf = (page: string) =>
  inTown(sql, ours.town, async (tx) => {
    const draft = await findDraft(tx, page.split('/').at(-1) ?? '');
    if (draft === null) throw new Error('no such draft');
    return draft;
  });
const objectiveOf = async (page: string, id: string) =>
  (await draftOf(page)).plan.sectors
    .flatMap(({ objectives }) => objectives)
    .find((objective) => objective.id === id);
const decoded = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<');

/** The form of an objective as its page shows it, every control included. */
async function formOf(page: string, id: string): Promise<Record<string, string>> {
  const { text } = await secretary.get(`${page}/obiettivi/${id}`);
  const form = [...text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([one]) => one)
    .find((one) => one.includes(`action="${page}/obiettivi/${id}"`));
  if (form === undefined) throw new Error(`no form for ${id}`);
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string): string =>
    decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const isOff = input.includes('type="checkbox"') && !/\bchecked\b/.test(input);
    if (!isOff) fields[attribute(input, 'name')] = attribute(input, 'value');
  }
  for (const [area, value = ''] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[attribute(area, 'name')] = decoded(value);
  for (const [select] of form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g))
    fields[attribute(select, 'name')] = attribute(
      /<option[^>]*\bselected\b[^>]*>/.exec(select)?.[0] ?? '',
      'value',
    );
  return fields;
}
const save = (page: string, id: string, fields: Record<string, string>): Promise<Answer> =>
  secretary.post(`${page}/obiettivi/${id}`, fields);
async function step(page: string, id: string, name: string, fields: Record<string, string> = {}) {
  const modulo = await secretary.token();
  const visto = String((await draftOf(page)).version);
  return secretary.post(`${page}/obiettivi/${id}/${name}`, { modulo, visto, ...fields });
}

describe('an objective', () => {
  it('sent back as it stands changes nothing, not even the version', async () => {
    const page = await drafted(2025);
    const before = await draftOf(page);
    for (const id of ['o1', 'o2', 'o3', 'o4', 'o5']) {
      const { status, headers } = await save(page, id, await formOf(page, id));
      expect([id, status, headers.get('location')]).toEqual([
        id,
        303,
        `${page}/obiettivi/${id}?esito=salvato`,
      ]);
    }
    const after = await draftOf(page);
    expect([after.version, after.plan]).toEqual([1, before.plan]);
  });

  it('takes a weight with a comma, a new day, an added indicator and phase, and loses what is emptied', async () => {
    const page = await drafted(2025);
    const form = await formOf(page, 'o2');
    const { status } = await save(page, 'o2', {
      ...form,
      weight: '70,5',
      'milestone-0-date': '2025-04-30',
      'milestone-2-gone': 'si',
      'milestone-3-phrase': 'entro il 31/10',
      'milestone-3-kind': 'date',
      'milestone-3-date': '2025-10-31',
      'indicator-0-text': '',
      'indicator-1-text': 'Giorni di ritardo',
      'indicator-1-op': '<=',
      'indicator-1-value': '0',
      'indicator-1-unit': 'giorni',
    });
    expect(status).toBe(303);
    expect(await objectiveOf(page, 'o2')).toMatchObject({
      weight: 70.5,
      indicators: [{ text: 'Giorni di ritardo', target: { value: 0, unit: 'giorni', op: '<=' } }],
      milestones: [
        { kind: 'date', date: '2025-04-30', phrase: 'entro il 15/04', sourceLine: 21 },
        { kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=3' },
        { kind: 'date', date: '2025-10-31', phrase: 'entro il 31/10' },
      ],
    });
  });

  it.each([
    ['a weight in words', { weight: 'molto' }, 'non è un numero'],
    ['no title', { title: ' ' }, "Scrivi il titolo dell'obiettivo"],
    ['a day that does not exist', { 'milestone-0-date': '2025-02-30' }, 'manca o non esiste'],
    ['a recurrence without its rule', { 'milestone-1-recurrence': '' }, 'Scegli ogni quanto si ripete'],
    ['a year that no plan can mean', { 'milestone-0-date': '1789-07-14' }, 'non è degli anni 1900–2199'],
  ])(
    'with %s is told beside the field, keeps what was typed, and stores nothing',
    async (_, change, words) => {
      const page = await drafted(2025);
      const form = await formOf(page, 'o2');
      const { status, text } = await save(page, 'o2', { ...form, number: '77', ...change });
      expect(status).toBe(422);
      expect(decoded(text)).toContain(words);
      expect(text).toContain('value="77"');
      expect((await draftOf(page)).version).toBe(1);
    },
  );

  it('of two people at the same objective the later is told, sees both, and nothing is lost; at another objective both save', async () => {
    const page = await drafted(2025);
    const [first, second, elsewhere] = [
      await formOf(page, 'o2'),
      await formOf(page, 'o2'),
      await formOf(page, 'o4'),
    ];
    expect((await save(page, 'o2', { ...first, weight: '20' })).status).toBe(303);
    expect((await save(page, 'o4', { ...elsewhere, weight: '30' })).status).toBe(303);
    const late = await save(page, 'o2', { ...second, weight: '25', title: 'Rendiconto 2025' });
    expect(late.status).toBe(409);
    const told = decoded(late.text);
    expect(told).toContain('Segretaria ha corretto la stessa voce');
    expect(told).toContain('nella bozza adesso: 20');
    expect(told).toContain('hai scritto: 25');
    expect(told).toContain('value="25"');
    expect(await objectiveOf(page, 'o2')).toMatchObject({ weight: 20, title: 'Rendiconto' });
    const back = await save(page, 'o2', { ...first, weight: '21' });
    expect([back.status, decoded(back.text).includes('hai scritto: 21')]).toEqual([409, true]);
    const again = await formOf(page, 'o2');
    await save(page, 'o2', { ...again, weight: '25', title: 'Rendiconto 2025' });
    expect(await objectiveOf(page, 'o2')).toMatchObject({ weight: 25, title: 'Rendiconto 2025' });
    expect(await objectiveOf(page, 'o4')).toMatchObject({ weight: 30 });
  });
});

describe('an objective in its place', () => {
  it('is split, merged, moved, shared, put aside and taken back, each by one form', async () => {
    const page = await drafted(2025);
    const split = await step(page, 'o2', 'dividi', { title: 'Bilancio', weight: '2,5', 'milestone-1': 'si' });
    const second = split.headers.get('location')?.match(/obiettivi\/(o\d+)/)?.[1] ?? '';
    expect(await objectiveOf(page, second)).toMatchObject({
      ...{ title: 'Bilancio', weight: 2.5, from: ['o2'], indicators: [] },
      milestones: [{ kind: 'recurring' }],
    });
    expect((await objectiveOf(page, 'o2'))?.milestones).toHaveLength(2);
    await step(page, 'o2', 'unisci', { other: second });
    expect(await objectiveOf(page, 'o2')).toMatchObject({ title: 'Rendiconto – Bilancio', weight: 15 });
    expect(await objectiveOf(page, second)).toMatchObject({ discarded: true });
    await step(page, 'o2', 'sposta', { sector: 's2' });
    expect((await draftOf(page)).plan.sectors[1]?.objectives.map(({ id }) => id)).toContain('o2');
    await step(page, 'o5', 'condividi', { 'sector-s1': 'si' });
    expect((await draftOf(page)).plan.sectors[0]?.objectives.at(-1)).toMatchObject({
      ...{ title: 'Senza date', shared: true, group: 'o5' },
    });
    expect((await step(page, 'o5', 'unisci', { other: 'o4' })).status).toBe(409);
    await step(page, 'o4', 'scarta');
    expect(await objectiveOf(page, 'o4')).toMatchObject({ discarded: true });
    await step(page, 'o4', 'riprendi');
    expect(await objectiveOf(page, 'o4')).toMatchObject({ discarded: false });
    expect((await step(page, 'o4', 'nulla')).status).toBe(404);
  });

  it('a sector is renamed, not to the name of another; one is added, and an objective in it', async () => {
    const page = await drafted(2025);
    const modulo = await secretary.token();
    const rename = (name: string) =>
      secretary.post(`${page}/settori/s2`, { modulo, visto: '1', name, owner: '' });
    expect((await rename('finanziario')).status).toBe(422);
    expect((await rename('Tecnico e ambiente')).status).toBe(303);
    const added = await secretary.post(`${page}/settori`, { modulo, name: 'Vigilanza' });
    expect(added.headers.get('location')).toBe(`${page}?esito=salvato#titolo-s3`);
    await secretary.post(`${page}/settori/s3/obiettivi`, { modulo, title: 'Controlli' });
    const { plan } = await draftOf(page);
    expect(plan.sectors.map(({ name }) => name)).toEqual(['Finanziario', 'Tecnico e ambiente', 'Vigilanza']);
    expect(plan.sectors[2]?.objectives).toMatchObject([{ title: 'Controlli', from: [] }]);
  });
});

describe('confirming with decisions', () => {
  it('dates an external term, concludes what was done before the start, gives a head, keeps all on record', async () => {
    const page = await drafted(2022);
    const modulo = await secretary.token();
    await secretary.post(`${page}/settori`, { modulo, name: 'Vigilanza' });
    await secretary.post(`${page}/settori/s3/obiettivi`, { modulo, title: 'Controlli' });
    const form = await formOf(page, 'o2');
    await save(page, 'o2', { ...form, weight: '70' });
    const { version } = await draftOf(page);
    const { status, headers, text } = await secretary.post(`${page}/conferma`, {
      ...{ modulo, visto: String(version), organ: 'giunta', number: '5', date: '2022-02-01', note: 'così' },
      ...{ 'owner-s1': 'head', 'owner-s2': 'secretary', 'owner-s3': 'head' },
      'person-s3': ours.people.nobody,
      'external-o4-0': '2022-11-30',
      'done-o2-0': '2022-04-10',
    });
    expect([status, headers.get('location')], text).toEqual([303, '/cruscotto?esito=piano']);
    await inTown(sql, ours.town, async (tx) => {
      const owed = await tx`
        select ob.title, o.state, o.due, o.done_on, o.owner_role from obligation o
          join objective ob on ob.id = o.objective join cycle c on c.id = o.cycle
        where c.year = 2022 and ob.title in ('Bandi', 'Rendiconto') order by 1, 3`;
      expect(owed.map((row) => ({ ...row }))).toContainEqual({
        ...{ title: 'Bandi', state: 'open', due: '2022-11-30', doneOn: null, ownerRole: 'secretary' },
      });
      expect(owed.map((row) => ({ ...row }))).toContainEqual({
        ...{ title: 'Rendiconto', state: 'done', due: '2023-04-15', doneOn: '2022-04-10', ownerRole: 'head' },
      });
      const heads = await tx`select p.name from role_holder h join person p on p.id = h.person
        join sector s on s.id = h.sector where s.name = 'Vigilanza'`;
      expect(heads.map((row) => row['name'])).toEqual(['Senza Ruolo']);
    });
    const record = await draftOf(page);
    expect(record).toMatchObject({ state: 'confirmed', planVersion: expect.any(String) });
    expect(record.decisions?.map(({ kind, field, before, after }) => [kind, field, before, after])).toEqual(
      expect.arrayContaining([
        ['changed', 'weight', 12.5, 70],
        ['external-date', 'entro i termini dei bandi', 'bandi', '2022-11-30'],
        ['done-before', 'entro il 15/04', '2023-04-15', '2022-04-10'],
      ]),
    );
    const shown = decoded((await secretary.get('/piano?anno=2022')).text);
    expect(shown).toContain('corretto: peso');
    expect((await step(page, 'o2', 'scarta')).status).toBe(409);
  });

  it('whoever looked at an older version is told, and nothing is stored', async () => {
    const page = await drafted(2026);
    await save(page, 'o2', { ...(await formOf(page, 'o2')), weight: '33' });
    const modulo = await secretary.token();
    const act = { organ: 'giunta', number: '6', date: '2023-02-01', note: 'così' };
    const { status, text } = await secretary.post(`${page}/conferma`, { modulo, visto: '1', ...act });
    expect([status, decoded(text).includes('Segretaria ha corretto')]).toEqual([422, true]);
  });
});
