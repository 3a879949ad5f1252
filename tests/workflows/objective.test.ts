import { expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { completeObligation, setExternalDate } from '../../store/obligations/obligation-commands.js';
import { readChain } from '../../store/register/register.js';
import { listNexts } from '../../store/workflow-next.js';
import { objectiveStart } from '../../workflows/contract.js';
import { planOf } from '../activities/small-plan.js';
import { foundTown, type TestTown, townTime } from '../activities/town.js';
import { recordHistory } from './histories.js';
import { until } from './until.js';
import { openWorld } from './world.js';

const world = await openWorld();

const found = (terms: readonly (string | null)[]) =>
  foundTown(world.sql, {
    plan: planOf({ Finanziario: [terms] }),
    approved: '2023-02-28',
    now: '2023-02-28 10:00',
    people: [],
  });

const startOf = ({ town, objectives }: TestTown) =>
  objectiveStart({ town, objective: objectives[0] ?? '', year: 2023 });

const waitsForChange =
  ({ town }: TestTown) =>
  async () =>
    (await world.in(town, listNexts)).some(({ nextAt }) => nextAt === null);

const stood = async ({ town, objectives }: TestTown) =>
  (await world.in(town, (tx) => readChain(tx, { kind: 'objective', id: objectives[0] ?? '' }))).map(
    ({ body }) => [body['due'], body['stood']],
  );

test('a year of an objective with 3 milestones done early has 30 events, start and evaluation included', async () => {
  const town = await found(['2023-04-28', '2023-06-30', '2023-11-30']);
  const early = {
    doneOn: civilDate('2023-03-10'),
    recordedAt: townTime('2023-03-10 10:00'),
    by: null,
    note: null,
  };
  await world.in(town.town, async (tx) => {
    for (const { id } of town.obligations)
      await completeObligation(tx, { obligation: id, rowVersion: null, ...early });
  });
  const handle = await world.leap(startOf(town));
  await until(waitsForChange(town));
  await world.in(town.town, (tx) => tx`update objective set state = 'evaluated'`);
  await world.leap(startOf(town));
  await handle.result();
  expect(await world.eventsOf(handle)).toBe(30);
  expect(await stood(town)).toEqual([
    ['2023-04-28', 'concluded'],
    ['2023-06-30', 'concluded'],
    ['2023-11-30', 'concluded'],
  ]);
  await recordHistory('objective-year', handle);
});

test('an objective that waits for a change gets a timer of its own when its external term becomes known', async () => {
  const town = await found([null]);
  const handle = await world.leap(startOf(town));
  await until(waitsForChange(town));
  const dated = { due: civilDate('2023-07-14'), today: civilDate('2023-03-01') };
  await world.in(town.town, (tx) =>
    setExternalDate(tx, { obligation: town.obligations[0]?.id ?? '', rowVersion: null, ...dated }),
  );
  await world.leap(startOf(town));
  await until(async () => (await stood(town)).length > 0);
  expect(await stood(town)).toEqual([['2023-07-14', 'no-answer']]);
  await recordHistory('objective-dated-later', handle);
});

test('an objective that is closed and hears a late signal starts, looks, and ends at once: 7 events', async () => {
  const town = await found(['2023-06-30']);
  await world.in(town.town, (tx) => tx`update objective set state = 'withdrawn'`);
  const handle = await world.leap(startOf(town));
  await handle.result();
  expect(await world.typesOf(handle)).toEqual([
    'WorkflowExecutionStarted',
    'WorkflowExecutionSignaled',
    'WorkflowTaskScheduled',
    'WorkflowTaskStarted',
    'WorkflowTaskCompleted',
    'MarkerRecorded',
    'WorkflowExecutionCompleted',
  ]);
  expect(await stood(town)).toEqual([]);
});
