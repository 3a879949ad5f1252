/** *Come si misura*: completed once, then changed by an act or corrected; what each part counts; the rules of the SMVP. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { measuresSchema } from '../../api/routes/measures-json.js';
import { openEvaluatedTown, problemOf } from './evaluated-town.js';

const { enter } = await openEvaluatedTown();
const secretary = await enter('secretary');
const head = await enter('head:Finanziario');
const api = '/api/v1/measurement';

type Measures = z.infer<typeof measuresSchema>;
const measures = async (who = secretary): Promise<Measures> =>
  measuresSchema.parse(JSON.parse((await who.get(`${api}/measures?year=2023`)).text));
const taxes = async () => {
  const found = (await measures()).objectives.find(({ title }) =>
    title.startsWith('GESTIONE ESTERNALIZZAZIONE'),
  );
  if (found === undefined) throw new Error('the example has no such objective');
  return found;
};
const { id: objective, indicators, phases } = await taxes();
const [roll = '', days = '', billing = ''] = indicators.map(({ id }) => id);
const [bills, reminders] = phases.map(({ milestone }) => milestone);
const put = async (path: string, body: object) =>
  secretary.json('PUT', `${api}/${path}`, { year: 2023, ...body });
const pointers = (answer: { readonly text: string }) =>
  problemOf(answer).errors?.map(({ pointer }) => pointer);
const FIVE = { kind: 'number', direction: 'rising', baseline: null, target: 50_000, unit: 'giornate' };
const YES = { kind: 'yes-no', target: true };

describe('who reads and who writes', () => {
  it('a Responsabile reads how the own sector is measured, and changes nothing', async () => {
    const own = await measures(head);
    expect(own.objectives.length).toBe(7);
    const polizia = (await measures()).objectives.find(({ sectors }) => sectors.join().startsWith('Polizia'));
    expect((await head.get(`/misurazione/criteri/${objective}`)).status).toBe(200);
    expect((await head.get(`/misurazione/criteri/${polizia?.id}`)).status).toBe(403);
    expect((await head.get(`/misurazione/criteri/${objective}`)).text).not.toContain(
      'Registra come si misura',
    );
    expect((await head.json('PUT', `${api}/objectives/${objective}`, { year: 2023 })).status).toBe(403);
  });
});

describe('bad input has its place, and stores nothing', () => {
  it.each([
    [
      'a target other than the plan prints',
      days,
      { definition: { ...FIVE, target: 60_000 } },
      '#/definition/target',
    ],
    ['a baseline beyond it', days, { definition: { ...FIVE, baseline: 60_000 } }, '#/definition/baseline'],
    [
      'half a thing',
      billing,
      { definition: { ...FIVE, kind: 'count', target: 5_000 } },
      '#/definition/target',
    ],
    [
      'days late of what is no date',
      days,
      {
        definition: FIVE,
        rule: { rule: 'late-days', perDay: 10_000, days: 'calendar', free: 0, least: 0 },
      },
      '#/rule',
    ],
    ['steps that fall', days, { definition: FIVE, rule: { rule: 'steps', steps: [] } }, '#/rule'],
    ['a weight that leaves nothing to the others', days, { definition: FIVE, weight: 1_000_000 }, '#/weight'],
  ])('%s', async (_, indicator, body, pointer) => {
    const answer = await put(`indicators/${indicator}`, body);
    expect([answer.status, pointers(answer)]).toEqual([422, [pointer]]);
    expect((await taxes()).indicators.every(({ rowVersion }) => rowVersion === 0)).toBe(true);
  });

  it('an indicator of nobody is 404, and one changed meanwhile 409', async () => {
    expect((await put(`indicators/${objective}`, { definition: null })).status).toBe(404);
    expect((await put(`indicators/${days}`, { definition: FIVE, rowVersion: 3 })).status).toBe(409);
  });
});

describe('completed once, then by an act', () => {
  it('three indicators and both phases are set at once without an act; the weights given are declared', async () => {
    const answer = await put(`objectives/${objective}`, {
      indicators: [
        {
          indicator: roll,
          definition: { ...FIVE, kind: 'percentage', target: 1_000_000, unit: '%' },
          weight: 400_000,
        },
        { indicator: days, definition: FIVE, weight: 100_000 },
        { indicator: billing, definition: YES, weight: 100_000 },
      ],
      phases: [
        { milestone: bills, weight: 200_000 },
        { milestone: reminders, weight: 200_000 },
      ],
    });
    expect([answer.status, JSON.parse(answer.text).parts]).toEqual([200, 5]);
    const now = await taxes();
    expect(now.basis).toBe('explicit');
    expect(now.indicators.map(({ isProposed }) => isProposed)).toEqual([false, false, false, true]);
    expect((await measures()).changes).toEqual([]);
  });

  it('what was set changes by an act, or as a correction with its reason: the act is listed, the correction apart', async () => {
    const said = { definition: { ...FIVE, kind: 'count' }, weight: 100_000 };
    expect(pointers(await put(`indicators/${days}`, said))).toEqual(['#/change/kind']);
    const act = {
      kind: 'act',
      organ: 'giunta',
      number: '90',
      date: '2023-10-12',
      reason: 'misurato a giornate',
    };
    expect(pointers(await put(`indicators/${days}`, { ...said, change: { ...act, number: '' } }))).toEqual([
      '#/change/number',
    ]);
    expect((await put(`indicators/${days}`, { ...said, change: act })).status).toBe(200);
    const other = { ...act, date: '2023-10-13' };
    const weight = { weight: 250_000, change: other };
    expect((await put(`milestones/${bills}`, weight)).status).toBe(409);
    const slip = { kind: 'correction', reason: 'letto male' };
    expect((await put(`milestones/${bills}`, { weight: 250_000, change: slip })).status).toBe(200);
    expect((await measures()).changes.map((one) => [one.act?.number ?? null, one.reason, one.parts])).toEqual(
      [
        ['90', 'misurato a giornate', ['Sportello in presenza per 5 giornate']],
        [null, 'letto male', [phases[0]?.phrase]],
      ],
    );
    const { text } = await secretary.get('/piano/variazioni?anno=2023');
    expect(text).toContain('G.C. n. 90');
    expect(text).toContain('misurato a giornate');
  });

  it('both are among the variations of the Relazione and of the CSV file, with before and after and the act', async () => {
    const { text } = await secretary.get('/api/v1/cycles/2023/relazione/internal/json?snapshot=draft');
    const said = JSON.parse(text) as {
      readonly variations: readonly { kind: string; act: string | null; reason: string; effects: string[] }[];
      readonly acts: readonly { cited: string; subject: string }[];
    };
    expect(said.acts.map(({ cited }) => cited)).toContain('G.C. n. 90 del 12/10/2023');
    expect(said.variations.map(({ kind, act, reason }) => [kind, act, reason])).toEqual([
      ['variation', 'G.C. n. 90 del 12/10/2023', 'misurato a giornate'],
      ['correction', null, 'letto male'],
    ]);
    expect(said.variations[0]?.effects[0]).toMatch(
      /^Come si misura l'obiettivo .*«Sportello in presenza per 5 giornate»: .* → /,
    );
    expect(said.variations[1]?.effects[0]).toContain('peso: 20 → 25');
    const csv = (await secretary.get('/piano/variazioni.csv?anno=2023')).text;
    expect(csv).toContain('valore;numero, almeno 5 giornate;conteggio (cose intere), almeno 5 giornate;');
    expect(csv).toContain('peso;20;25;');
  });

  it('the same again changes nothing, and asks for no act', async () => {
    const before = (await taxes()).indicators;
    const same = { definition: { ...FIVE, kind: 'count' }, weight: 100_000 };
    expect(JSON.parse((await put(`indicators/${days}`, same)).text).parts).toBe(0);
    expect((await taxes()).indicators).toEqual(before);
  });
});

describe('the page', () => {
  const place = `/misurazione/criteri/${objective}`;
  it('what does not read is told beside its field, with what was typed', async () => {
    const { fields } = await secretary.form(`${place}?anno=2023`, place);
    const typed = {
      'i3.kind': 'date',
      'i3.target': '31/02/2023',
      'i3.rule': 'tolerance',
      'i3.within': 'due',
    };
    const { status, text } = await secretary.post(place, { ...fields, ...typed });
    expect(status).toBe(422);
    expect(text).toContain('Indica il giorno, per esempio 31/10/2023.');
    expect(text).toContain('Indica di quanto si può mancare il valore, con un numero.');
    expect(text).toContain('value="31/02/2023"');
  });

  it('the date of the last indicator is set with a tolerance of 5 days, then a point a day', async () => {
    const { fields } = await secretary.form(`${place}?anno=2023`, place);
    const kinds = {
      'i0.kind': 'percentage',
      'i1.kind': 'count',
      'i2.kind': 'yes-no',
      'i0.direction': 'rising',
    };
    const typed = {
      ...{ 'i3.kind': 'date', 'i3.direction': 'falling', 'i3.target': '31/03/2023', 'i3.weight': '5' },
      ...{ 'i3.rule': 'tolerance', 'i3.within': '5', 'i3.beyond': 'late-days', 'i3.perDay': '1' },
    };
    const answer = await secretary.post(place, { ...fields, ...kinds, ...typed });
    expect([answer.status, answer.text.slice(0, 0)]).toEqual([303, '']);
    const last = (await taxes()).indicators[3];
    expect(last).toMatchObject({
      definition: { kind: 'date', target: '2023-03-31' },
      rule: { rule: 'tolerance', within: 50_000, beyond: { rule: 'late-days', perDay: 10_000 } },
    });
    expect((await secretary.get(place)).text).toContain(
      'pieno se manca al massimo 5; oltre, 1 punto in meno',
    );
  });
});

describe('a variation of the plan', () => {
  it('keeps how three indicators are measured, and leaves the one whose target it changes to be said anew', async () => {
    const said = [
      { text: "Ruolo TARI allineato all'anagrafe al 100%", target: { value: 100, unit: '%' } },
      { text: 'Sportello in presenza per 5 giornate', target: { value: 8, unit: 'giornate' } },
    ];
    const others = (await taxes()).indicators.slice(2).map(({ text }) => ({ text }));
    const act = { organ: 'giunta', number: '7', date: '2024-02-01' };
    const change = { change: 'amend', objective, indicators: [...said, ...others] };
    const body = { act, reason: 'otto giornate', changes: [change] };
    const answer = await secretary.json('POST', '/api/v1/plans/2023/variations', body);
    expect(answer.status, answer.text).toBe(200);
    const now = await taxes();
    expect(now.indicators.map(({ isProposed, weight }) => [isProposed, weight])).toEqual([
      [false, 400_000],
      [true, null],
      [false, 100_000],
      [false, 50_000],
    ]);
    expect(now.indicators[3]?.rule).toMatchObject({ rule: 'tolerance' });
    expect(
      (
        await put(`indicators/${now.indicators[1]?.id}`, {
          definition: { ...FIVE, target: 80_000 },
          weight: 100_000,
        })
      ).status,
    ).toBe(200);
  });
});

describe('the rules of the town', () => {
  const place = '/misurazione/regole';
  const base = {
    evaluator: 'oiv',
    scale: 'points',
    redistribution: 'sector',
    source: 'SMVP, G.C. 12 del 2023',
  };
  const rules = async () => JSON.parse((await secretary.get(`${api}/rules`)).text).rules.rules;

  it('a threshold for figures and three free days for dates; a yes or no stays all or nothing', async () => {
    const { fields } = await secretary.form(place, place);
    const typed = {
      ...{ 'figures.rule': 'threshold', 'figures.at': '60', 'figures.onwards': 'linear' },
      ...{ 'dates.rule': 'late-days', 'dates.perDay': '2', 'dates.days': 'working', 'dates.free': '3' },
    };
    expect((await secretary.post(place, { ...fields, ...base, ...typed })).status).toBe(303);
    expect(await rules()).toMatchObject({
      percentage: { rule: 'threshold', at: 600_000, onwards: 'linear' },
      count: { rule: 'threshold' },
      date: { rule: 'late-days', perDay: 20_000, days: 'working', free: 3, least: 0 },
      'yes-no': { rule: 'all-or-nothing' },
    });
    const { text } = await head.get(place);
    expect(text).toContain('nulla sotto il 60 %, poi in proporzione');
  });

  it.each([
    [{ 'figures.rule': 'threshold', 'figures.at': '120' }, 'La soglia è una percentuale da 0 a 100.'],
    [{ 'figures.rule': 'steps', 'figures.steps': 'da 80: 100\nda 60: 50' }, 'I gradini vanno dal più basso'],
    [{ 'figures.rule': 'tolerance', 'figures.within': '' }, 'Indica di quanto si può mancare il valore'],
    [{ 'dates.rule': 'late-days', 'dates.perDay': '1', 'dates.free': '1,5' }, 'I giorni di franchigia'],
  ])('%j is told, and no new number is given', async (typed, told) => {
    const before = (await secretary.get(`${api}/rules`)).text;
    const { fields } = await secretary.form(place, place);
    const { status, text } = await secretary.post(place, { ...fields, ...base, ...typed });
    expect([status, text]).toEqual([422, expect.stringContaining(told)]);
    expect((await secretary.get(`${api}/rules`)).text).toBe(before);
  });
});
