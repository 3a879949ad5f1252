import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { oweClosing } from './owed-closing.js';
import { openStage } from './stage.js';

let now = townTime('2024-04-29 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const api = '/api/v1/cycles/2023';

const Problem = z.object({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
const Year = z.object({
  state: z.string(),
  round: z.int(),
  current: z.string(),
  steps: z.array(z.object({ id: z.string(), state: z.string(), due: z.string().nullable(), late: z.int() })),
  missing: z.array(z.object({ step: z.string(), sector: z.string().nullable() })),
  recorded: z.array(z.object({ id: z.string(), step: z.string(), withdrawnBecause: z.string().nullable() })),
});

const Sectors = z.object({
  sectors: z.array(
    z.object({ name: z.string(), objectives: z.array(z.object({ phases: z.array(z.json()) })) }),
  ),
});
const enter = (who: keyof typeof ours.people) => stage.enter(ours.people[who]);
const post = async (who: keyof typeof ours.people, path: string, body: object) =>
  (await enter(who)).json('POST', `${api}/${path}`, body);
const year = async () => Year.parse(JSON.parse((await (await enter('secretary')).json('GET', api)).text));
const stepNow = async (id: string) => (await year()).steps.find((one) => one.id === id);
const problemIn = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));

beforeAll(() => oweClosing(stage));

describe('GET /cycles/{year}', () => {
  it('gives the steps in their order with their days, and what is missing before the Nucleo', async () => {
    const { steps, missing, current } = await year();
    expect(steps.map(({ id }) => id)).toEqual([
      ...[
        'plan',
        'objectives',
        'monitoring-1',
        'variations',
        'monitoring-2',
        'self-evaluation',
        'measurement',
      ],
      ...['ready', 'transmission', 'adoption', 'validation', 'approval', 'publication', 'closed'],
    ]);
    expect(steps.find(({ id }) => id === 'transmission')).toMatchObject({ due: '2024-04-30', late: 0 });
    expect(missing.map(({ step }) => step)).toContain('monitoring-1');
    expect(current).toBe('monitoring-1');
  });

  it('on the page the last day of the plan is told as such: it is not a term of the step, which nobody owes', async () => {
    const { text } = await (await enter('secretary')).get('/ciclo?anno=2023');
    const [, followed = ''] = text.split('id="objectives"');
    const [step = ''] = followed.split('id="monitoring-1"');
    expect(step).toContain('Ultimo termine del piano: ');
    expect(step).not.toContain('Entro ');
  });

  it('is 404 for a year without a plan', async () => {
    expect((await (await enter('secretary')).json('GET', '/api/v1/cycles/2031')).status).toBe(404);
  });
});

describe('what is refused stores nothing', () => {
  const act = { organ: 'giunta', number: '48' };
  it.each([
    ['no day', 'adoption', { ...act, date: '' }, '#/date'],
    ['a day that does not exist', 'adoption', { ...act, date: '2024-02-30' }, '#/date'],
    ['a day to come', 'adoption', { ...act, date: '2024-05-01' }, '#/date'],
    ['a day before the plan’s year', 'adoption', { ...act, date: '2022-12-31' }, '#/date'],
    ['an act without organ', 'adoption', { date: '2024-04-29', number: '48' }, '#/organ'],
    ['an act without number', 'approval', { date: '2024-04-29', organ: 'giunta' }, '#/number'],
    ['a transmission with things missing and no reason', 'transmission', { date: '2024-04-29' }, '#/note'],
    ['a validation without outcome', 'validation', { date: '2024-04-29' }, '#/outcome'],
    [
      'a refusal without its reasons',
      'validation',
      { date: '2024-04-29', outcome: 'not-validated' },
      '#/note',
    ],
    ['a publication nowhere', 'publication', { date: '2024-04-29' }, '#/addresses'],
    [
      'an address that runs',
      'publication',
      { date: '2024-04-29', addresses: ['javascript:alert(1)'] },
      '#/addresses',
    ],
    [
      'an address with a password',
      'publication',
      { date: '2024-04-29', addresses: ['https://a:b@comune.example'] },
      '#/addresses',
    ],
    [
      '11 addresses',
      'publication',
      { date: '2024-04-29', addresses: Array.from({ length: 11 }, (_, n) => `https://x.it/${n}`) },
      '#/addresses',
    ],
    [
      'a protocol of a day that does not exist',
      'transmission',
      { date: '2024-04-29', note: 'sì', protocolDate: '2024-13-01' },
      '#/protocolDate',
    ],
    ['5,000 characters', 'transmission', { date: '2024-04-29', note: 'x'.repeat(5_000) }, '#/note'],
  ])('%s', async (_, path, body, pointer) => {
    const answer = await post('secretary', path, body);
    expect(answer.status).toBe(422);
    expect((problemIn(answer).errors ?? []).map((one) => one.pointer)).toContain(pointer);
    const standing = (await year()).recorded.filter(({ withdrawnBecause }) => withdrawnBecause === null);
    expect(standing).toEqual([]);
  });

  it.each([
    ['head', 'transmission'],
    ['mayor', 'adoption'],
    ['oiv', 'approval'],
    ['rpct', 'validation'],
    ['oiv', 'publication'],
    ['rpct', 'close'],
  ] as const)('the role %s does not record %s: 403', async (who, path) => {
    expect((await post(who, path, { date: '2024-04-29', reason: 'sì' })).status).toBe(403);
  });

  it('"Concluso" from the list of deadlines: 409, that is for Il ciclo', async () => {
    const id = await inTown(sql, ours.town, async (tx) => {
      const [row] = await tx<
        { id: string }[]
      >`select obligation as id from closing_duty where step = 'transmission'`;
      return row?.id ?? '';
    });
    const answer = await (await enter('secretary')).json('POST', `/api/v1/obligations/${id}/complete`, {
      doneOn: '2024-04-29',
    });
    expect([answer.status, problemIn(answer).type]).toEqual([409, 'urn:traguardo:problema:by-cycle']);
    const page = await (await enter('secretary')).get(`/scadenze/${id}`);
    expect(page.text).toContain('Registra in «Il ciclo»');
  });
});

describe('a year is closed', () => {
  it('a transmission with things missing is taken with its reason, once; the validation is due 30 days later', async () => {
    const said = { date: '2024-04-29', note: 'il Nucleo comincia dalla bozza', protocolNumber: '4321' };
    expect((await post('secretary', 'transmission', said)).status).toBe(200);
    const again = await post('secretary', 'transmission', said);
    expect([again.status, problemIn(again).type]).toEqual([409, 'urn:traguardo:problema:step-recorded']);
    expect(await stepNow('validation')).toMatchObject({ due: '2024-05-29' });
  });

  it('recorded by mistake it is withdrawn with a reason, and the validation is only foreseen', async () => {
    const fact = (await year()).recorded.find(({ step }) => step === 'transmission')?.id ?? '';
    expect((await post('secretary', 'withdraw', { fact, reason: ' ' })).status).toBe(422);
    expect((await post('rpct', 'withdraw', { fact, reason: 'errore' })).status).toBe(403);
    expect((await post('secretary', 'withdraw', { fact, reason: 'errore di anno' })).status).toBe(200);
    expect(await stepNow('transmission')).toMatchObject({ state: 'ahead', late: 0 });
    expect(await stepNow('validation')).toMatchObject({ due: '2024-05-30', state: 'ahead' });
  });

  it('the act of a number that the Giunta has with another date: 409', async () => {
    const adopted = { organ: 'giunta', number: '40', date: '2024-04-26' };
    expect((await post('secretary', 'adoption', adopted)).status).toBe(200);
    const other = await post('secretary', 'approval', { ...adopted, date: '2024-04-27' });
    expect([other.status, problemIn(other).type]).toEqual([
      409,
      'urn:traguardo:problema:act-has-another-date',
    ]);
    expect(problemIn(other).errors?.map(({ pointer }) => pointer)).toEqual(['#/number']);
    const secretary = await enter('secretary');
    const modulo = await secretary.token();
    const typed = { organ: 'giunta', number: adopted.number, date: '2024-04-27' };
    const page = await secretary.post('/ciclo/2023/approvazione', { modulo, ...typed });
    expect([page.status, page.text]).toEqual([
      409,
      expect.stringMatching(
        /<input[^>]*name="number"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="number"/,
      ),
    ]);
  });

  it('two who record "not validated" at once: one is taken, the other told; the second round begins', async () => {
    await post('secretary', 'transmission', { date: '2024-04-29', note: 'di nuovo' });
    now = townTime('2024-05-20 10:00');
    const said = { date: '2024-05-20', outcome: 'not-validated', note: 'mancano i motivi' };
    const both = await Promise.all([post('oiv', 'validation', said), post('secretary', 'validation', said)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await year()).toMatchObject({ round: 2, state: 'open' });
    expect(await stepNow('transmission')).toMatchObject({ state: 'ahead', due: '2024-06-19' });
  });

  it('closed by hand it says why, is read only, and its page shows the reason', async () => {
    expect((await post('secretary', 'close', { reason: '' })).status).toBe(422);
    const followed = async () =>
      /Fasi concluse: \d+ di \d+/.exec((await (await enter('head')).get('/ciclo?anno=2023')).text)?.[0];
    const before = await followed();
    const told = async () => {
      const { text } = await (await enter('secretary')).get('/relazione/2023/interna.json?bozza=si');
      return Sectors.parse(JSON.parse(text)).sectors;
    };
    const sectors = await told();
    expect((await post('secretary', 'close', { reason: 'fusione di Comuni' })).status).toBe(200);
    expect(await told()).toEqual(sectors);
    // What was still to come on that day is a phase of the year all the same.
    expect([before, await followed()]).toEqual([before, before]);
    expect(before).toMatch(/di [1-9]/);
    const late = await post('secretary', 'approval', { organ: 'giunta', number: '99', date: '2024-05-20' });
    expect([late.status, problemIn(late).type]).toEqual([409, 'urn:traguardo:problema:cycle-closed']);
    const page = await (await enter('head')).get('/ciclo?anno=2023');
    expect(page.text).toContain('fusione di Comuni');
    expect(page.text).toMatch(
      /Il ciclo 2023 è chiuso da lunedì 20 maggio 2024 \([^)]+\)\. Da allora non sono più dovuti \d+ adempimenti\./,
    );
    expect(page.text).not.toContain('<form method="post" action="/ciclo');
  });

  it('opened again with a reason owes what the closing had left open, by a new version from today; an open year is not', async () => {
    const left = () =>
      inTown(
        sql,
        ours.town,
        (tx) => tx<{ version: number; state: string; startDay: string }[]>`
        select version, state, start_day from obligation o where closed_with_year
          and not exists (select 1 from closing_duty d where d.obligation = o.id) order by id`,
      );
    const before = await left();
    expect(before.length).toBeGreaterThan(0);
    expect(problemIn(await post('secretary', 'reopen', { reason: ' ' })).errors?.[0]?.pointer).toBe(
      '#/reason',
    );
    expect((await post('oiv', 'reopen', { reason: 'altro' })).status).toBe(403);
    const done = await post('secretary', 'reopen', { reason: 'Il TAR ha annullato la fusione' });
    expect([done.status, JSON.parse(done.text).owedAgain]).toEqual([200, expect.any(Number)]);
    expect(await left()).toEqual([]);
    expect(await year()).toMatchObject({ state: 'open' });
    const again = await post('secretary', 'reopen', { reason: 'ancora' });
    expect([again.status, problemIn(again).type]).toEqual([409, 'urn:traguardo:problema:cycle-open']);
    const page = await (await enter('head')).get('/ciclo?anno=2023');
    expect(page.text).toContain('Riaperto lunedì 20 maggio 2024');
    expect(page.text).toContain('Il TAR ha annullato la fusione');
    expect((await post('secretary', 'transmission', { date: '2024-05-20' })).status).not.toBe(409);
  });

  it('its days are those of the Calendario normativo, where nobody can say them a second time', async () => {
    const Calendar = z.object({
      terms: z.array(z.object({ id: z.string(), doneOn: z.string().nullable(), fromCycle: z.boolean() })),
    });
    const secretary = await enter('secretary');
    const kept = async () => {
      const { text } = await secretary.get('/api/v1/legal-calendar?year=2023');
      return Calendar.parse(JSON.parse(text)).terms.filter(
        ({ id }) => id === 'relazione' || id === 'validation',
      );
    };
    // Not validated is no validation.
    expect(await kept()).toEqual([
      { id: 'relazione', doneOn: null, fromCycle: false },
      { id: 'validation', doneOn: null, fromCycle: false },
    ]);
    const approval = { organ: 'giunta', number: '99', date: '2024-05-20' };
    expect((await post('secretary', 'approval', approval)).status).toBe(200);
    expect((await kept())[0]).toEqual({ id: 'relazione', doneOn: '2024-05-20', fromCycle: true });
    const path = '/api/v1/legal-calendar?year=2023';
    const twice = await secretary.json('PATCH', path, {
      done: { relazione: '2024-05-19', validation: '2024-05-19' },
    });
    expect(twice.status).toBe(422);
    expect(problemIn(twice).errors?.map(({ pointer }) => pointer)).toEqual([
      '#/done/relazione',
      '#/done/validation',
    ]);
    const { text } = await secretary.get('/calendario-normativo?anno=2023');
    expect(text).not.toContain('name="fatto-relazione"');
    expect(text).toContain('name="fatto-rendiconto"');
    expect(text).toContain('come dice <a href="/ciclo?anno=2023">Il ciclo</a>');
    expect(text).toContain('si registrano in <a href="/ciclo?anno=2023">Il ciclo</a>');
  });
});
