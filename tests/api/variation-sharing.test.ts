/** One sector more, or one less, for an objective that others keep, by a variation. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const [shared = ''] = ours.plan.objectives;

const sectors = await inTown(
  stage.sql,
  ours.town,
  async (tx) =>
    new Map(
      (await tx<{ id: string; name: string }[]>`select id, name from sector`).map((one) => [
        one.name,
        one.id,
      ]),
    ),
);
const weights = (said: Readonly<Record<string, number>>) =>
  Object.entries(said).map(([name, weight]) => ({ id: sectors.get(name) ?? '', weight }));

const vary = (number: string, changes: readonly object[]) =>
  secretary.json('POST', '/api/v1/plans/2023/variations', {
    ...{ act: { organ: 'giunta', number, date: '2023-06-28' }, reason: 'Riorganizzazione', changes },
  });

const owed = () =>
  inTown(
    stage.sql,
    ours.town,
    (tx) => tx<{ sector: string; due: string; state: string; weight: number; startDay: string }[]>`
      select s.name as sector, o.due, o.state, o.weight_units::int as weight, o.start_day
      from obligation o join sector s on s.id = o.sector
      where o.objective = ${shared} and o.kind = 'milestone' order by s.name, o.start_day, o.id`,
  );
const had = () =>
  inTown(
    stage.sql,
    ours.town,
    (tx) => tx<{ sector: string; weight: number; shared: boolean }[]>`
      select s.name as sector, w.weight_units::int as weight, ob.shared from sector_weight w
        join sector s on s.id = w.sector join objective ob on ob.id = w.objective
      where w.objective = ${shared} order by s.name`,
  );

describe('an objective of two sectors', () => {
  it("left by one of them is the other's alone: its open term there is no longer due by the act, the row and the other's term stay", async () => {
    const before = await owed();
    expect(before.map(({ sector, state }) => [sector, state])).toEqual([
      ['Finanziario', 'open'],
      ['Tecnico', 'open'],
    ]);
    const done = await vary('201', [
      { change: 'share', objective: shared, sectors: weights({ Finanziario: 50 }) },
    ]);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('"variation"')]);
    expect((await owed()).map(({ sector, state, weight }) => [sector, state, weight])).toEqual([
      ['Finanziario', 'open', 500_000],
      ['Tecnico', 'waived', 200_000],
    ]);
    expect(await had()).toEqual([{ sector: 'Finanziario', weight: 500_000, shared: false }]);
    const list = JSON.parse((await secretary.get('/api/v1/plans/2023/variations')).text).variations.at(
      -1,
    ).changes;
    const said = list.map((one: { sector: string; change: string; objective: string }) => [
      one.sector,
      one.change,
      one.objective,
    ]);
    expect(said).toEqual([
      ['Finanziario', 'changed', shared],
      ['Tecnico', 'withdrawn', shared],
    ]);
  });

  it('joined again, with another day in the same act: one term of its own from today, the same row, none of it twice', async () => {
    const [milestone] = await inTown(
      stage.sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`select id from milestone where objective = ${shared} and ended_by is null`,
    );
    const done = await vary('202', [
      { change: 'redate', objective: shared, milestone: milestone?.id, due: '2023-10-31' },
      { change: 'share', objective: shared, sectors: weights({ Finanziario: 30, Tecnico: 15 }) },
    ]);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('"variation"')]);
    expect(await had()).toEqual([
      { sector: 'Finanziario', weight: 300_000, shared: true },
      { sector: 'Tecnico', weight: 150_000, shared: true },
    ]);
    const open = (await owed()).filter(({ state }) => state === 'open');
    expect(open.map(({ sector, due, weight }) => [sector, due, weight])).toEqual([
      ['Finanziario', '2023-10-31', 300_000],
      ['Tecnico', '2023-10-31', 150_000],
    ]);
    const rows = await inTown(
      stage.sql,
      ours.town,
      (tx) => tx`select 1 from milestone where objective = ${shared} and ended_by is null`,
    );
    expect(rows).toHaveLength(1);
  });

  it('the plan in force says the same as its rows: a variation after it begins without a difference', async () => {
    const plan = JSON.parse((await secretary.get('/piano.json?anno=2023')).text);
    const { text } = await secretary.json('POST', '/api/v1/plan-drafts', plan);
    const { draft } = JSON.parse(text) as { draft: string };
    expect((await secretary.get(`/importa/${draft}/conferma`)).text).toContain('dice le stesse cose');
  });

  it('is left by one of them in the page too: the preview says what that sector no longer owes', async () => {
    const modulo = await secretary.token();
    const opened = await secretary.post('/piano/variazione', { modulo, anno: '2023', tipo: 'variation' });
    const draft = opened.headers.get('location') ?? '';
    const { text } = await secretary.get(`${draft}/obiettivi/o1`);
    expect(text).toContain('Comune a più settori');
    const visto = /name="visto" value="(\d+)"/.exec(text)?.[1] ?? '';
    expect((await secretary.post(`${draft}/obiettivi/o1/condividi`, { modulo, visto })).status).toBe(303);
    const preview = (await secretary.get(`${draft}/conferma`)).text;
    expect(preview).not.toContain('non si può ancora confermare');
    expect(preview).toContain('condivisione: di più settori → di un solo settore');
    expect(preview).toContain('Conferma la variazione');
  });
});
