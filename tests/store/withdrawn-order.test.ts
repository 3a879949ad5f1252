/** Objectives that a variation withdrew, in the lists of what is owed. */
import { expect, test } from 'vitest';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { headOf, planOf } from '../activities/small-plan.js';
import { openStage } from '../activities/stage.js';
import { foundTown, townTime } from '../activities/town.js';
import { carryOut, commandDeps } from '../stories/lives/carry-out.js';

const stage = await openStage();

test('what was withdrawn stands after what is in force, in the order in which it came, whichever went first', async () => {
  const whole = planOf({ Tecnico: [['2023-05-31'], ['2023-06-30'], ['2023-07-31'], ['2023-08-31']] });
  const town = await foundTown(stage.sql, {
    ...{ plan: whole, approved: '2023-02-01', now: '2023-02-01 18:00', people: [headOf('Tecnico')] },
  });
  const listed = async (): Promise<readonly string[]> =>
    (await stage.in(town.town, loadObligations))
      .filter(({ kind }) => kind === 'milestone')
      .map(({ subject }) => subject.number ?? '');
  const without = (plan: PlanDocument, gone: string): PlanDocument => ({
    ...plan,
    sectors: plan.sectors.map((one) => ({
      ...one,
      objectives: one.objectives.filter(({ number }) => number !== gone),
    })),
  });
  const announcer = { tell: () => undefined, settled: () => Promise.resolve() };
  const deps = commandDeps({ ...stage.deps, now: () => instant(Date.now()), announcer });
  expect(await listed()).toEqual(['1', '2', '3', '4']);
  let before: PlanDocument = whole;
  for (const [gone, day, order] of [
    ['2', '2023-02-02', ['1', '3', '4', '2']],
    ['1', '2023-02-03', ['3', '4', '1', '2']],
    ['4', '2023-02-06', ['3', '1', '2', '4']],
  ] as const) {
    const after = without(before, gone);
    const when = { at: townTime(`${day} 10:00`), today: civilDate(day) };
    await carryOut(deps, town, { ...when, kind: 'vary', before, after });
    before = after;
    expect(await listed()).toEqual(order);
  }
});
