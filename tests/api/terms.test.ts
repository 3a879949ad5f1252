/** *Termini del ciclo*: what other terms move is shown first, then saved; from which plan on they hold. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_CLOSING } from '../../domain/cycle/closing-rules.js';
import { DEFAULT_MEASUREMENT_TERMS } from '../../domain/cycle/measurement-obligations.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { alignClosing } from '../../store/cycle/closing-duties.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { planMeasurement } from '../../store/measurement/measurement.js';
import { listAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { townTime } from '../activities/town.js';
import { openStage } from './stage.js';

let now = townTime('2023-06-28 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const api = '/api/v1/cycles/2023/terms';
const secretary = () => stage.enter(ours.people.secretary);
const DEFAULTS = { measurement: DEFAULT_MEASUREMENT_TERMS, closing: DEFAULT_CLOSING };
const evaluation = (kind: 'selfEvaluation' | 'measurement', month: number, day: number) => ({
  ...DEFAULTS,
  measurement: {
    ...DEFAULT_MEASUREMENT_TERMS,
    [kind]: { ...DEFAULT_MEASUREMENT_TERMS[kind], due: { month, day, yearsAfter: 1 } },
  },
});
const closing = (changed: object) => ({ ...DEFAULTS, closing: { ...DEFAULT_CLOSING, ...changed } });
const put = async (terms: unknown, year = 2023) =>
  (await secretary()).json('PUT', `/api/v1/cycles/${year}/terms`, terms);
const told = (text: string): readonly string[] =>
  (JSON.parse(text).errors ?? []).map(({ pointer }: { pointer: string }) => pointer);

/** What is open of evaluation and closing: kind, due day, version. */
const standing = () =>
  inTown(
    sql,
    ours.town,
    (tx) => tx<{ kind: string; due: string; version: number }[]>`
      select o.kind, o.due, max(o.version) as version from obligation o
      where o.kind in ('self-evaluation', 'measurement', 'transmission', 'act') and o.state = 'open'
      group by o.kind, o.due order by o.due, o.kind`,
  );

beforeAll(() =>
  inTown(sql, ours.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    const { settings, closures } = await loadTown(tx);
    if (cycle === null) throw new Error('no cycle');
    await planMeasurement(tx, cycle, settings.measurement);
    const today = civilDate('2023-06-28');
    await alignClosing(tx, cycle, { rules: settings.closing, calendar: workingCalendar(closures), today });
  }),
);

const Effect = z.object({
  moved: z.array(z.object({ before: z.object({ due: z.string() }), after: z.object({ due: z.string() }) })),
  changes: z.array(z.object({ kind: z.string() })),
});

describe('in June, with nothing of it opened', () => {
  it('the effect of 31 May instead of 30 April for the transmission: one term and its mails, nothing recorded', async () => {
    const before = await standing();
    const asked = closing({ transmission: { month: 5, day: 31, yearsAfter: 1 } });
    const { status, text } = await (await secretary()).json('POST', `${api}/effect`, asked);
    expect(status).toBe(200);
    const { moved, changes } = Effect.parse(JSON.parse(text));
    expect(moved).toEqual([{ before: { due: '2024-04-30' }, after: { due: '2024-05-31' } }]);
    expect(changes.length).toBeGreaterThan(3);
    expect(await standing()).toEqual(before);
    expect(JSON.parse((await (await secretary()).get(api)).text)).toEqual({ ...DEFAULTS, setFrom: null });
  });

  it.each([
    ['a 31 June', closing({ transmission: { month: 6, day: 31, yearsAfter: 1 } }), '#/closing/transmission'],
    ['0 days for the validation', closing({ validationDays: 0 }), '#/closing/validationDays'],
    ['251 working days for the publication', closing({ publicationDays: 251 }), '#/closing/publicationDays'],
    ['an order that there is not', closing({ order: 'never' }), '#/closing/order'],
    ['due before it opens', evaluation('measurement', 1, 1), '#/measurement/measurement/due'],
    [
      'degrees before the sectors’ sheets',
      evaluation('selfEvaluation', 4, 1),
      '#/measurement/measurement/due',
    ],
    [
      'over already this year',
      closing({ transmission: { month: 6, day: 27, yearsAfter: 0 } }),
      '#/closing/transmission',
    ],
  ])('%s is refused with its pointer', async (_, asked, pointer) => {
    const answer = await put(asked);
    expect([answer.status, told(answer.text)]).toEqual([422, [pointer]]);
  });

  it('the Nucleo reads them and changes nothing, a Responsabile sees neither', async () => {
    const nucleo = await stage.enter(ours.people.oiv);
    expect((await nucleo.get('/ciclo/termini')).status).toBe(200);
    expect((await nucleo.json('PUT', api, DEFAULTS)).status).toBe(403);
    expect((await (await stage.enter(ours.people.head)).get('/ciclo/termini')).status).toBe(403);
  });

  it('by the form: shown, then saved; sheets not opened yet move without a new version', async () => {
    const visitor = await secretary();
    const query = new URLSearchParams({
      ...{ prova: 'si', anno: '2023', order: 'adopted-first', act: '' },
      ...{ 'selfEvaluation.opens': '2024-01-08', 'selfEvaluation.due': '2024-02-29' },
      ...{ 'measurement.opens': '2024-01-02', 'measurement.due': '2024-03-31' },
      ...{ transmission: '2024-05-15', validationDays: '30', publicationDays: '10', againDays: '30' },
    });
    const standingVersion = (await standing()).find(({ kind }) => kind === 'transmission')?.version ?? 0;
    const page = await visitor.get(`/ciclo/termini?${query}`);
    expect(page.text).toContain('dal 08/01/2024, entro il 29/02/2024');
    const form = await visitor.form(`/ciclo/termini?${query}`, '/ciclo/termini');
    expect((await visitor.post(form.action, form.fields)).status).toBe(303);
    expect(await standing()).toEqual([
      { kind: 'self-evaluation', due: '2024-02-29', version: 1 },
      { kind: 'measurement', due: '2024-03-31', version: 1 },
      { kind: 'transmission', due: '2024-05-15', version: standingVersion + 1 },
      { kind: 'act', due: '2024-06-30', version: 1 },
    ]);
    expect((await visitor.post(form.action, { ...form.fields, chiave: 'altra' })).status).toBe(409);
    const audit = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'town', subject: ours.town }),
    );
    expect(audit.some(({ action }) => action === 'terms.change')).toBe(true);
  });

  it('a day that is none is told beside its field, with what was typed', async () => {
    const { status, text } = await (await secretary()).get(
      '/ciclo/termini?prova=si&anno=2023&transmission=2024-02-30&validationDays=abc&order=adopted-first',
    );
    expect([status, text]).toEqual([422, expect.stringContaining('Indica un giorno del 2023 o del 2024.')]);
    expect(text).toContain('value="abc"');
  });

  it('set from the plan 2024 they leave 2023 as it is', async () => {
    const before = await standing();
    expect(JSON.parse((await put(closing({ validationDays: 45 }), 2024)).text)).toEqual({
      from: 2024,
      moved: 0,
    });
    expect(await standing()).toEqual(before);
    const days = async (year: number) =>
      JSON.parse((await (await secretary()).get(`/api/v1/cycles/${year}/terms`)).text).closing.validationDays;
    expect(await Promise.all([2023, 2024, 2030].map(days))).toEqual([30, 45, 45]);
  });
});

describe('what is missing of the evaluation', () => {
  const missing = async (): Promise<readonly string[]> =>
    JSON.parse((await (await secretary()).get('/api/v1/measurement?year=2023')).text).missing;

  it('is nothing in June; the page says from which day it will be told', async () => {
    now = townTime('2023-06-29 10:00');
    expect(await missing()).toEqual([]);
    const { text } = await (await secretary()).get('/misurazione?anno=2023');
    expect(text).toContain('La misurazione si apre martedì 2 gennaio 2024');
  });

  it('on 2 July it is the half-year that is not transmitted, on 5 February sheets and degrees too', async () => {
    now = townTime('2023-07-03 10:00');
    const july = await missing();
    expect(july.length).toBeGreaterThan(0);
    expect(july.every((line) => line.includes('Monitoraggio del primo semestre 2023 non è trasmesso'))).toBe(
      true,
    );
    now = townTime('2024-02-05 10:00');
    const february = await missing();
    expect(february.some((line) => line.includes("l'autovalutazione non è trasmessa"))).toBe(true);
    expect(february.some((line) => line.includes('senza il grado deciso'))).toBe(true);
    const { text } = await (await secretary()).get('/misurazione?anno=2023');
    expect(text).toContain('Perché il Nucleo di valutazione possa lavorare');
  });
});

describe('on 5 February, the sheets open', () => {
  beforeAll(() => {
    now = townTime('2024-02-05 10:00');
  });

  it('another due day is a new version, whose reminders begin anew; a day that has passed is refused', async () => {
    expect(told((await put(evaluation('selfEvaluation', 2, 1))).text)).toEqual([
      '#/measurement/selfEvaluation/due',
    ]);
    expect((await put(evaluation('selfEvaluation', 3, 15))).status).toBe(200);
    const [sheets] = await standing();
    expect(sheets).toEqual({ kind: 'self-evaluation', due: '2024-03-15', version: 2 });
  });

  it('the order stands once a step is recorded, and is free until then', async () => {
    expect((await put(closing({ order: 'draft-validated' }))).status).toBe(200);
    expect((await standing()).filter(({ kind }) => kind === 'act')).toHaveLength(1);
    expect((await put(closing({ order: 'adopted-first' }))).status).toBe(200);
    const act = { organ: 'giunta', number: '8', date: '2024-02-02', note: 'in anticipo' };
    const recorded = await (await secretary()).json('POST', '/api/v1/cycles/2023/adoption', act);
    expect(recorded.status).toBe(200);
    const answer = await put(closing({ order: 'draft-validated' }));
    expect([answer.status, told(answer.text)]).toEqual([422, ['#/closing/order']]);
  });
});

describe("what the town's own rules say of a delay", () => {
  const RULE = 'Oltre il termine i premi sono ridotti di un decimo (art. 12 del Sistema) <b>';
  const told = async () => {
    const visitor = await secretary();
    const draft = await visitor.get('/relazione/2023/interna.json?bozza=si');
    const { timeline } = z
      .object({ timeline: z.array(z.object({ step: z.string().nullish(), rule: z.string().nullable() })) })
      .parse(JSON.parse(draft.text));
    const page = (await visitor.get('/ciclo?anno=2023')).text;
    return {
      rules: new Set(timeline.flatMap(({ rule }) => rule ?? [])),
      onPage: page.split('Le regole dell’ente sul ritardo: Oltre il termine').length - 1,
      page,
    };
  };

  it.each([
    ['two lines', 'uno\ndue'],
    ['spaces alone', '  '],
    ['nothing between quotes', ''],
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800'],
    ['301 characters', 'x'.repeat(301)],
  ])('%s is refused with its pointer', async (_, lateRule) => {
    const answer = await put(closing({ lateRule }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('#/closing/lateRule');
  });

  it('stands beside steps that are late, in the cycle and in the Relazione, and beside no other', async () => {
    now = townTime('2024-05-20 10:00');
    expect(await told()).toMatchObject({ rules: new Set(), onPage: 0 });
    const inForce = JSON.parse((await (await secretary()).get(api)).text);
    const { setFrom: _, ...terms } = inForce;
    expect((await put({ ...terms, closing: { ...terms.closing, lateRule: RULE } })).status).toBe(200);
    const after = await told();
    expect(after.rules).toEqual(new Set([RULE]));
    expect(after.page).toContain('(art. 12 del Sistema) &lt;b&gt;');
    // The transmission was due on 30 April; the acts are by 30 June.
    expect(after.onPage).toBe(1);
    const form = await (await secretary()).get('/ciclo/termini?anno=2023');
    expect(form.text).toContain('name="lateRule"');
    expect(form.text).toContain('di un decimo (art. 12 del Sistema) &lt;b&gt;');
  });
});
