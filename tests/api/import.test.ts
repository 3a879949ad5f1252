import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import { cycleWorkflowId, roundWorkflowId } from '../../workflows/contract.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { openStage } from './stage.js';
import type { Answer, Visitor } from './visitor.js';

const stage = await openStage();
const { sql, ours } = stage;

const planOf = (year: number, change: Partial<PlanDocument> = {}): PlanDocument => ({
  ...SMALL_PLAN,
  document: { ...SMALL_PLAN.document, year },
  ...change,
});

const upload = async (
  visitor: Visitor,
  content: string | Uint8Array,
  name = 'piano.json',
): Promise<Answer> => {
  const form = await visitor.form('/importa', '/importa');
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return visitor.postFiles('/importa', form.fields, [{ field: 'file', name, bytes }]);
};
const rows = () =>
  inTown(sql, ours.town, async (tx) => {
    const counts = await tx<{ all: string }[]>`
      select concat_ws(' ', (select count(*) from import_draft), (select count(*) from cycle), (select count(*) from objective),
        (select count(*) from obligation), (select count(*) from act), (select count(*) from sector), (select count(*) from announcement),
        (select count(*) from plan_version), (select count(*) from milestone)) as all`;
    return counts[0]?.all ?? '';
  });
/** Uploads the plan; the page of its draft. */
async function drafted(visitor: Visitor, plan: PlanDocument): Promise<string> {
  const { status, headers } = await upload(visitor, JSON.stringify(plan));
  expect(status).toBe(303);
  return headers.get('location') ?? '';
}
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

const secretary = await stage.enter(ours.people.secretary);

describe('a file that is no plan', () => {
  it.each([
    ['no JSON', 'questo non è JSON', 'Il file non è in formato JSON'],
    ['nothing', '', 'Il file è vuoto'],
    ['bytes', Uint8Array.from([0xff, 0xfe, 0x00]), 'Il file è in UTF-16'],
    ['another shape', '{"piano": true}', 'document manca'],
    ['a list', '[]', 'Il documento'],
    [
      'a malformed date',
      JSON.stringify(planOf(2024)).replace('2023-06-30', '30/06/2023'),
      'non è una data nel formato AAAA-MM-GG',
    ],
    [
      'a weight in words',
      JSON.stringify(planOf(2024)).replace('12.5', '"molto"'),
      'weight ("molto") deve essere un numero',
    ],
    ['10 MB of objectives', `{"sectors":[${'{"x":"y"},'.repeat(1_000_000)}null]}`, 'il limite è di 5 MB'],
    [
      'recurrences every day for 22 centuries',
      JSON.stringify(planOf(2024)).replace(
        '"FREQ=MONTHLY;INTERVAL=3"',
        '"FREQ=DAILY","dtstart":"0001-01-01"',
      ),
      'non è degli anni 1900–2199',
    ],
    ['11 MB', new Uint8Array(11_000_000).fill(32), 'il limite è di 5 MB'],
  ])('%s: is told in Italian with its place, and nothing is stored', async (_, content, words) => {
    const before = await rows();
    const { status, text } = await upload(secretary, content);
    expect(status).toBe(422);
    expect(plain(text)).toContain(words);
    expect(plain(text)).toContain('Non è stato registrato nulla');
    expect(await rows()).toBe(before);
  });

  it('with more daily recurrences than a town can have is refused before anything is made of it', async () => {
    const daily = { kind: 'recurring', recurrence: 'FREQ=DAILY', phrase: 'ogni giorno' } as const;
    const [sector] = SMALL_PLAN.sectors;
    const objective = { ...sector?.objectives[1], milestones: new Array(100).fill(daily) };
    const plan = planOf(2024, {
      sectors: [{ ...sector, objectives: [objective, objective] }] as unknown as PlanDocument['sectors'],
    });
    const { status, text } = await upload(secretary, JSON.stringify(plan));
    expect(status).toBe(422);
    expect(plain(text)).toContain('ha più di 50.000 scadenze');
  });

  it('by the API gets a pointer for each place', async () => {
    const wrong = {
      ...planOf(2024),
      sectors: [{ name: '', owner: null, weightTotal: null, objectives: 'x' }],
    };
    const { status, text } = await secretary.json('POST', '/api/v1/plan-drafts', wrong);
    expect(status).toBe(422);
    const pointers = (JSON.parse(text) as { errors: { pointer: string }[] }).errors.map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toEqual(expect.arrayContaining(['#/sectors/0/name', '#/sectors/0/objectives']));
  });
});

describe('the draft', () => {
  it('shows what was read, what is weak, and what confirming today would do; it survives a reload', async () => {
    const page = await drafted(secretary, planOf(2024));
    for (const _ of [1, 2]) {
      const text = plain((await secretary.get(page)).text);
      expect(text).toContain('Piano 2024');
      expect(text).toContain('2 settori, 4 obiettivi');
      expect(text).toContain('I pesi del settore sommano a');
    }
    expect(plain((await secretary.get(`${page}/conferma`)).text)).toContain(
      'Confermando oggi gli avvisi iniziano venerdì 30 giugno 2023',
    );
    expect((await secretary.get('/importa')).text).toContain('piano.json');
  });

  it('shows HTML of titles as text, and warns about it', async () => {
    const [sector, ...others] = SMALL_PLAN.sectors;
    const title = '<img src=x onerror=alert(1)> "Bandi" & \'gare\'';
    const objectives = [{ ...sector?.objectives[1], title }];
    const plan = planOf(2024, {
      sectors: [{ ...sector, objectives }, ...others] as unknown as PlanDocument['sectors'],
    });
    const page = await drafted(secretary, plan);
    for (const place of ['', '/obiettivi/o1', '/conferma']) {
      const { status, text } = await secretary.get(`${page}${place}`);
      expect([place, status]).toEqual([place, 200]);
      expect(text).not.toContain('<img');
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
      if (place !== '') expect(text).toContain('Marcature HTML nel testo');
    }
  });

  it('may be put away: then it leads back to the list, from where it is taken up again as it was', async () => {
    const page = await drafted(secretary, planOf(2024));
    const form = await secretary.form(page, `${page}/scarta`);
    expect((await secretary.post(form.action, form.fields)).status).toBe(303);
    expect((await secretary.get(page)).headers.get('location')).toBe('/importa');
    const back = await secretary.form('/importa', `${page}/riprendi`);
    const { headers } = await secretary.post(back.action, back.fields);
    expect(headers.get('location')).toBe(`${page}?esito=ripreso`);
    expect((await secretary.get(page)).status).toBe(200);
  });

  it('keeps a file name that tries to be a path, or markup, as a harmless name', async () => {
    const { headers } = await upload(secretary, JSON.stringify(planOf(2024)), '../../etc/<b>piano</b>.json');
    const { text } = await secretary.get(headers.get('location') ?? '');
    expect(text).not.toContain('etc/');
    expect(text).toMatch(/Bozza da [\w.]+json/);
  });
});

const ACT = { organ: 'giunta', number: '77', date: '2023-06-01', note: 'così è il piano deliberato' };

describe('confirming', () => {
  it.each([
    ['without the note that its warnings want', { note: ' ' }, 'scrivi una nota'],
    ['without a number', { number: '' }, "Indica il numero dell'atto"],
    ['with an act of tomorrow', { date: '2023-06-30' }, 'nel futuro'],
    ['with a day that does not exist', { date: '2023-06-31' }, 'manca o non esiste'],
    ['with an organ that is none', { organ: 'papa' }, "Indica l'organo"],
    [
      'with an act recorded with another date',
      { number: '20', date: '2023-06-01' },
      "già registrato con un'altra data: martedì 28 febbraio 2023",
    ],
  ])('%s is refused with a word for the field, and nothing is stored', async (_, change, words) => {
    const page = await drafted(secretary, planOf(2024));
    const form = await secretary.form(`${page}/conferma`, `${page}/conferma`);
    const before = await rows();
    const { status, text } = await secretary.post(form.action, { ...form.fields, ...ACT, ...change });
    expect(status).toBe(422);
    expect(plain(text)).toContain(words);
    expect(await rows()).toBe(before);
  });

  it('the same plan for a year that has it is no variation: nothing is stored', async () => {
    const page = await drafted(secretary, planOf(2023));
    expect((await secretary.get(page)).text).toContain('Il 2023 ha già un piano in vigore');
    const before = await rows();
    const { status, text } = await secretary.json(
      'POST',
      `/api/v1/plan-drafts/${page.split('/').at(-1)}/confirm`,
      ACT,
    );
    expect(status).toBe(422);
    expect(JSON.parse(text).detail).toContain('non c’è nessuna variazione');
    expect(await rows()).toBe(before);
  });

  it('of a version that the draft has not reached is refused with the one it has, and nothing is stored', async () => {
    const page = await drafted(secretary, planOf(2024));
    const before = await rows();
    const { status, text } = await secretary.json(
      'POST',
      `/api/v1/plan-drafts/${page.split('/').at(-1)}/confirm`,
      { ...ACT, version: 99 },
    );
    expect(status).toBe(422);
    expect(JSON.parse(text).errors).toEqual([
      { pointer: '#/version', detail: "La bozza è alla versione 1: la 99 non c'è ancora." },
    ]);
    expect(await rows()).toBe(before);
  });

  it('stores all in one, announces cycle, round and each objective, and acts once however often it is sent', async () => {
    const page = await drafted(secretary, planOf(2024));
    const form = await secretary.form(`${page}/conferma`, `${page}/conferma`);
    const fields = { ...form.fields, ...ACT, protocolNumber: '4711', protocolDate: '2023-06-02' };
    const answers = await Promise.all([
      secretary.post(form.action, fields),
      secretary.post(form.action, fields),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const after = await rows();
    expect((await secretary.post(form.action, fields)).status).toBe(303);
    expect(await rows()).toBe(after);
    await inTown(sql, ours.town, async (tx) => {
      const [cycle] = await tx`select id, approved_on, live_on from cycle where year = 2024`;
      expect(cycle).toMatchObject({ approvedOn: '2023-06-01', liveOn: '2023-06-29' });
      const [act] = await tx`select protocol_number, protocol_on from act where number = '77'`;
      expect(act).toEqual({ protocolNumber: '4711', protocolOn: '2023-06-02' });
      const [version] =
        await tx`select note, confirmed_by from plan_version where cycle = ${String(cycle?.['id'])}`;
      expect(version).toEqual({ note: 'così è il piano deliberato', confirmedBy: ours.people.secretary });
      const told = (
        await tx<
          { id: string }[]
        >`select workflow_id as id from announcement order by announcement.id desc limit 6`
      ).map(({ id }) => id);
      expect(told).toEqual(
        expect.arrayContaining([cycleWorkflowId(ours.town, 2024), roundWorkflowId(ours.town)]),
      );
      expect(told.filter((id) => id.endsWith('/2024') && id.includes('/o/'))).toHaveLength(4);
    });
    expect((await secretary.get(page)).headers.get('location')).toBe('/piano?anno=2024');
    expect((await secretary.get('/cruscotto?anno=2024')).text).toContain('Piano della performance 2024');
  });
});
