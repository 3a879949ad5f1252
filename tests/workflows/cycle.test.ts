import { expect, test } from 'vitest';
import { listNexts } from '../../store/workflow-next.js';
import { cycleStart } from '../../workflows/contract.js';
import { record, type StepWish } from '../activities/record-step.js';
import { planOf } from '../activities/small-plan.js';
import { foundTown, type TestTown } from '../activities/town.js';
import { recordHistory } from './histories.js';
import { until } from './until.js';
import { openWorld } from './world.js';

const world = await openWorld();

const found = () =>
  foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-02-28',
    now: '2023-02-28 10:00',
    people: [],
  });

const startOf = ({ town, cycle }: TestTown) => cycleStart({ town, cycle, year: 2023 });

const CLOSING: readonly StepWish[] = [
  { step: 'transmission', on: '2024-04-29' },
  { step: 'adoption', on: '2024-05-03' },
  { step: 'validation', on: '2024-05-20' },
  { step: 'approval', on: '2024-05-31' },
  { step: 'publication', on: '2024-06-05' },
];

const cycleOf = ({ town }: TestTown) =>
  world.in(town, async (tx) => (await tx`select state, closed_on from cycle`)[0]);

test('a cycle wakes for each of its 2 windows, then waits for facts alone, and closes on the morning after the last: 30 events', async () => {
  const town = await found();
  const handle = await world.leap(startOf(town));
  const { workflowId } = startOf(town);
  await until(async () =>
    (await world.in(town.town, listNexts)).some(
      (one) => one.workflowId === workflowId && one.nextAt === null,
    ),
  );
  expect(await cycleOf(town)).toEqual({ state: 'open', closedOn: null });
  for (const wish of CLOSING) await record(world, town.town, wish);
  await world.leap(startOf(town));
  await handle.result();
  expect(await world.eventsOf(handle)).toBe(30);
  expect(await cycleOf(town)).toEqual({ state: 'closed', closedOn: '2024-06-06' });
  await recordHistory('cycle-closed-by-facts', handle);
});
