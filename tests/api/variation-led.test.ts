/** An objective that a lead sector answers for, under variations: what the others owe when they answer again. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { sectorIds } from '../../store/people/roles.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const [shared = ''] = ours.plan.objectives;
const sectors = await inTown(stage.sql, ours.town, (tx) => sectorIds(tx));

const weights = (said: Readonly<Record<string, number>>) =>
  Object.entries(said).map(([name, weight]) => ({ id: sectors.get(name) ?? '', weight }));
const share = (said: Readonly<Record<string, number>>) => ({
  change: 'share',
  objective: shared,
  sectors: weights(said),
});
const vary = async (number: string, changes: readonly object[]) => {
  const done = await secretary.json('POST', '/api/v1/plans/2023/variations', {
    ...{ act: { organ: 'giunta', number, date: '2023-06-28' }, reason: 'Riorganizzazione', changes },
  });
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('"variation"')]);
};
const lead = async (name: string | null) => {
  const sector = name === null ? null : (sectors.get(name) ?? '');
  const done = await secretary.json('POST', `/api/v1/objectives/${shared}/lead`, { sector, reason: 'Prova' });
  expect(done.status).toBe(200);
};
const open = () =>
  inTown(stage.sql, ours.town, async (tx) =>
    (
      await tx<{ sector: string; due: string; weight: number }[]>`
        select s.name as sector, o.due, o.weight_units::int as weight from obligation o
          join sector s on s.id = o.sector
        where o.objective = ${shared} and o.kind = 'milestone' and o.state = 'open' order by s.name, o.due`
    ).map(({ sector, due, weight }) => [sector, due, weight]),
  );

describe('an objective led by Finanziario', () => {
  it('of Finanziario alone, shared again with Tecnico: the lead owes alone; dropped, Tecnico owes too, by its weight of now', async () => {
    await vary('301', [share({ Finanziario: 50 })]);
    await vary('302', [share({ Finanziario: 30, Tecnico: 15 })]);
    await lead('Finanziario');
    await vary('303', [share({ Finanziario: 50 })]);
    await vary('304', [share({ Finanziario: 30, Tecnico: 15 })]);
    expect(await open()).toEqual([['Finanziario', '2023-06-30', 300_000]]);
    await vary('305', [share({ Finanziario: 30, Tecnico: 25 })]);
    await lead(null);
    expect(await open()).toEqual([
      ['Finanziario', '2023-06-30', 300_000],
      ['Tecnico', '2023-06-30', 250_000],
    ]);
  });

  it('given a new phase by an act, it owes it alone; dropped, both owe both phases, each once', async () => {
    await lead('Finanziario');
    const phases = ['2023-06-30', '2023-10-31'].map((date) => ({
      ...{ kind: 'date', date, phrase: `entro il ${date.slice(8)}/${date.slice(5, 7)}` },
    }));
    await vary('306', [{ change: 'amend', objective: shared, milestones: phases }]);
    expect(await open()).toEqual([
      ['Finanziario', '2023-06-30', 300_000],
      ['Finanziario', '2023-10-31', 300_000],
    ]);
    await lead(null);
    expect((await open()).map(([sector, due]) => [sector, due])).toEqual([
      ['Finanziario', '2023-06-30'],
      ['Finanziario', '2023-10-31'],
      ['Tecnico', '2023-06-30'],
      ['Tecnico', '2023-10-31'],
    ]);
  });

  it('left by Tecnico by an act and dropped afterwards, Tecnico owes nothing of it again', async () => {
    await lead('Finanziario');
    await vary('307', [share({ Finanziario: 60 })]);
    expect((await open()).map(([sector]) => sector)).toEqual(['Finanziario', 'Finanziario']);
    await vary('308', [share({ Finanziario: 30, Tecnico: 15 })]);
    await lead(null);
    expect((await open()).map(([sector, due]) => [sector, due])).toEqual([
      ['Finanziario', '2023-06-30'],
      ['Finanziario', '2023-10-31'],
      ['Tecnico', '2023-06-30'],
      ['Tecnico', '2023-10-31'],
    ]);
  });
});
