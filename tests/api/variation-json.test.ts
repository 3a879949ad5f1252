/** Changes of the plan in force by a program: looked at, recorded with their act, listed; bad input has its place. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { variationPreviewSchema, variationsSchema } from '../../api/routes/variation-schemas.js';
import { inTown } from '../../store/in-town.js';
import { sectorIds } from '../../store/people/roles.js';
import { findObjective } from '../../store/plan/objectives.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const [shared = '', accounts = '', calls = '', undated = ''] = ours.plan.objectives;
const sectors = await inTown(sql, ours.town, sectorIds);
const [finance = '', technical = ''] = [sectors.get('Finanziario'), sectors.get('Tecnico')];

const ACT = { organ: 'giunta', number: '70', date: '2023-06-28' };
const NOBODY = '00000000-0000-4000-8000-000000000000';
const body = (changes: readonly object[], over: object = {}) => ({
  act: ACT,
  reason: 'motivo',
  changes,
  ...over,
});
const vary = (said: object, headers: Record<string, string> = {}, year = 2023) =>
  secretary.json('POST', `/api/v1/plans/${year}/variations`, said, headers);
const preview = async (said: object): Promise<z.infer<typeof variationPreviewSchema>> => {
  const { status, text } = await secretary.json('POST', '/api/v1/plans/2023/variations/preview', said);
  expect(status, text).toBe(200);
  return variationPreviewSchema.parse(JSON.parse(text));
};
const list = async (): Promise<z.infer<typeof variationsSchema>> =>
  variationsSchema.parse(JSON.parse((await secretary.get('/api/v1/plans/2023/variations')).text));
const milestoneOf = async (objective: string, phrase: string): Promise<string> =>
  (await inTown(sql, ours.town, (tx) => findObjective(tx, objective)))?.milestones.find(
    (one) => one.phrase === phrase,
  )?.id ?? '';
const rows = () =>
  inTown(sql, ours.town, async (tx) => {
    const [row] = await tx<{ n: string }[]>`
      select concat_ws(' ', (select count(*) from plan_version), (select count(*) from act), (select count(*) from audit),
        (select count(*) from import_draft), (select count(*) from obligation), (select sum(row_version) from obligation)) as n`;
    return row?.n;
  });
const problem = ({ text }: { readonly text: string }) =>
  JSON.parse(text) as {
    type: string;
    detail: string;
    errors?: readonly { pointer: string; detail: string }[];
  };

describe('a variation by a program', () => {
  it('is looked at without recording anything: changes, obligations, notices, marks', async () => {
    const before = await rows();
    const milestone = await milestoneOf(shared, 'entro il 30/06');
    const seen = await preview(
      body([
        { change: 'redate', objective: shared, milestone, due: '2023-09-29' },
        { change: 'withdraw', objective: undated },
        { change: 'amend', objective: accounts, owner: 'Sindaco' },
      ]),
    );
    expect(await rows()).toBe(before);
    expect(seen.notCarriedOut).toEqual([]);
    expect(seen.changes.map(({ title, change }) => [title, change])).toEqual([
      ['Tempi di pagamento', 'changed'],
      ['Rendiconto', 'changed'],
      ['Tempi di pagamento', 'changed'],
      ['Senza date', 'withdrawn'],
    ]);
    const kinds = seen.obligations.map(({ kind, sector, before: was, after }) =>
      [kind, sector, was, after].join(' '),
    );
    expect(kinds).toContain('moved Finanziario 2023-06-30 2023-09-29');
    expect(kinds).toContain('moved Tecnico 2023-06-30 2023-09-29');
    expect(kinds).toContain('waived Tecnico 2023-12-31 ');
    expect(seen.obligations.filter(({ kind }) => kind === 'reassigned')[0]?.owner).toEqual({ role: 'mayor' });
    const rungs = seen.notices.filter(({ objective }) => objective === 'Tempi di pagamento');
    expect(rungs.map(({ kind, rung, to, after }) => [kind, rung, to, after])).toContainEqual([
      'moves',
      'due-day',
      ours.people.head,
      '2023-09-29',
    ]);
  });

  it('is recorded once for a key sent twice; the list has it with its act and what changed before and after', async () => {
    const milestone = await milestoneOf(shared, 'entro il 30/06');
    const said = body(
      [
        { change: 'redate', objective: shared, milestone, due: '2023-09-29' },
        { change: 'amend', objective: shared, sectors: [{ id: finance, weight: 42.5 }] },
        { change: 'withdraw', objective: accounts },
        {
          change: 'add',
          sectors: [
            { id: finance, weight: 5 },
            { id: technical, weight: 3 },
          ],
          title: 'Archivi digitali',
          milestones: [{ kind: 'date', date: '2023-11-30', phrase: 'entro il 30/11' }],
        },
      ],
      { effectiveFrom: '2023-06-20', reason: 'Atto di giugno' },
    );
    const first = await vary(said, { 'Idempotency-Key': 'variazione-1' });
    const again = await vary(said, { 'Idempotency-Key': 'variazione-1' });
    expect([first.status, JSON.parse(again.text)], first.text).toEqual([200, JSON.parse(first.text)]);
    expect(JSON.parse(first.text)).toMatchObject({ year: 2023, kind: 'variation' });
    const [made, ...more] = (await list()).variations;
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      ...{ version: 2, kind: 'variation', ordinal: 1, reason: 'Atto di giugno', effectiveFrom: '2023-06-20' },
      act: { organ: 'giunta', number: '70', date: '2023-06-28', protocolNumber: null },
    });
    expect(made?.flags.map(({ code }) => code)).toEqual([
      'retroactive',
      'after-due',
      'weights-sum',
      'weights-sum',
    ]);
    expect(
      made?.changes.map(({ objective, sector, change, weight }) => [objective, sector, change, weight]),
    ).toEqual([
      [shared, 'Finanziario', 'changed', { before: 30, after: 42.5 }],
      [expect.any(String), 'Finanziario', 'added', { before: null, after: 5 }],
      [accounts, 'Finanziario', 'withdrawn', { before: 12.5, after: null }],
      [shared, 'Tecnico', 'changed', { before: 20, after: 20 }],
      [made?.changes[1]?.objective, 'Tecnico', 'added', { before: null, after: 3 }],
    ]);
    const owed = await inTown(
      sql,
      ours.town,
      (tx) => tx`
      select o.state, o.due from obligation o join objective x on x.id = o.objective where x.title = 'Archivi digitali'`,
    );
    expect(owed.map((row) => [row['state'], row['due']])).toEqual([
      ['open', '2023-11-30'],
      ['open', '2023-11-30'],
    ]);
  });

  it('two changes by one act are both recorded, the second marked; the same number and year with another date is refused', async () => {
    const words = (title: string) => [{ change: 'amend', objective: calls, title }];
    const second = await vary(body(words('Bandi e avvisi')));
    expect(second.status).toBe(200);
    expect((await list()).variations.at(-1)?.flags.map(({ code }) => code)).toEqual(['same-act']);
    const before = await rows();
    const other = await vary(body(words('Bandi'), { act: { ...ACT, date: '2023-06-27' } }));
    expect([other.status, problem(other)]).toMatchObject([
      409,
      {
        type: 'urn:traguardo:problema:act-has-another-date',
        detail: expect.stringContaining('mercoledì 28 giugno 2023'),
        errors: [{ pointer: '#/act/number' }],
      },
    ]);
    expect(await rows()).toBe(before);
  });

  it('a correction has no act and stands apart in the list; a weight in it is refused', async () => {
    const words = {
      kind: 'correction',
      reason: 'Refuso',
      changes: [{ change: 'amend', objective: calls, title: 'Bandi pubblici' }],
    };
    expect((await vary(words)).status).toBe(200);
    expect((await list()).variations.at(-1)).toMatchObject({
      kind: 'correction',
      ordinal: 1,
      act: null,
      reason: 'Refuso',
    });
    const weight = {
      ...words,
      changes: [{ change: 'amend', objective: shared, sectors: [{ id: finance, weight: 1 }] }],
    };
    const refused = await vary(weight);
    expect([refused.status, problem(refused).type]).toEqual([
      409,
      'urn:traguardo:problema:beyond-correction',
    ]);
    expect((await preview(weight)).notCarriedOut[0]).toContain('Cambia il peso');
  });
});

describe('what is wrong with a variation', () => {
  it.each<readonly [string, object, readonly string[]]>([
    [
      'an objective that nobody has',
      body([{ change: 'withdraw', objective: NOBODY }]),
      ['#/changes/0/objective'],
    ],
    ['one withdrawn before', body([{ change: 'withdraw', objective: accounts }]), ['#/changes/0/objective']],
    [
      'a sector that nobody has, after a change that is fine',
      body([
        { change: 'amend', objective: calls, title: 'x' },
        { change: 'add', title: 'y', sectors: [{ id: NOBODY, weight: 1 }] },
      ]),
      ['#/changes/1/sectors/0/id'],
    ],
    [
      'a weight in a sector that does not have the objective',
      body([{ change: 'amend', objective: calls, sectors: [{ id: finance, weight: 3 }] }]),
      ['#/changes/0/sectors'],
    ],
    [
      'a term of another objective',
      body([{ change: 'redate', objective: calls, milestone: NOBODY, due: '2023-09-01' }]),
      ['#/changes/0/milestone'],
    ],
    [
      'a day that is none',
      body([{ change: 'redate', objective: calls, milestone: NOBODY, due: 'ieri' }]),
      ['#/changes/0/due'],
    ],
    ['no change at all', body([]), ['#/changes']],
    ['a kind of change that is none', body([{ change: 'delete', objective: calls }]), ['#/changes/0/change']],
    [
      'no act and no reason',
      { changes: [{ change: 'amend', objective: calls, title: 'x' }] },
      ['#/act/organ', '#/act/number', '#/act/date', '#/reason'],
    ],
    [
      'an act of tomorrow',
      body([{ change: 'amend', objective: calls, title: 'x' }], { act: { ...ACT, date: '2023-06-30' } }),
      ['#/act/date'],
    ],
    [
      'words that change nothing',
      body([{ change: 'amend', objective: calls, title: 'Bandi pubblici' }]),
      ['#'],
    ],
    [
      'a title of 10,001 characters',
      body([{ change: 'amend', objective: calls, title: 'x'.repeat(10_001) }]),
      ['#/changes/0/title'],
    ],
  ])('%s: 422 with its pointer, and nothing is stored', async (_, said, pointers) => {
    const before = await rows();
    const { status, text } = await vary(said);
    expect(status, text).toBe(422);
    expect(
      problem({ text })
        .errors?.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual([...pointers].sort());
    expect(await rows()).toBe(before);
  });

  it('a year without a plan is 404, another role 403, another town’s objective unknown', async () => {
    const said = body([{ change: 'amend', objective: calls, title: 'x' }]);
    expect((await vary(said, {}, 2031)).status).toBe(404);
    const head = await stage.enter(ours.people.head);
    expect((await head.json('POST', '/api/v1/plans/2023/variations', said)).status).toBe(403);
    expect((await head.get('/api/v1/plans/2023/variations')).status).toBe(200);
    const theirs = stage.theirs.plan.objectives[0] ?? '';
    const { status, text } = await vary(body([{ change: 'withdraw', objective: theirs }]));
    expect([status, problem({ text }).errors?.[0]?.pointer]).toEqual([422, '#/changes/0/objective']);
  });

  it('a day of the year that no month has is refused; the one kept marks the next variation', async () => {
    const keep = (month: number, day: number) =>
      secretary.json('PUT', '/api/v1/variations/late-day', { month, day });
    expect((await keep(2, 29)).status).toBe(422);
    expect((await keep(5, 31)).status).toBe(200);
    const seen = await preview(body([{ change: 'amend', objective: calls, title: 'Bandi nuovi' }]));
    expect(seen.flags).toContainEqual(expect.objectContaining({ code: 'late-in-year', day: '2023-05-31' }));
  });
});
