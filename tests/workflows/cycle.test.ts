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

/** Everything that the year makes people owe, as it stands. */
const owed = ({ town }: TestTown) =>
  world.in(
    town,
    (
      tx,
    ) => tx`select o.kind, d.step, d.round, o.due, o.opens, o.start_day, o.version, o.state, o.done_on, w.opened_at is not null as opened
      from obligation o left join closing_duty d on d.obligation = o.id
        left join submission b on b.obligation = o.id left join monitoring_window w on w.id = b.monitoring_window
      order by o.kind, d.round, d.step, o.due`,
  );

test('terminated and started again at each of its steps a year comes to the same, to the day, as one that was left alone', async () => {
  const [alone, disturbed] = [await found(), await found()];
  const live = async (town: TestTown, disturb: () => Promise<void>): Promise<void> => {
    const start = startOf(town);
    await world.announce(town.town, [start]);
    for (const day of ['2023-03-01', '2023-07-02', '2024-01-03']) {
      await disturb();
      await world.moveTo(town.town, `${day} 12:00`);
    }
    for (const wish of CLOSING) {
      await world.moveTo(town.town, `${wish.on} 09:00`);
      await disturb();
      await record(world, town.town, { ...wish, at: `${wish.on} 09:01` });
      await world.announce(town.town, [start]);
    }
    await disturb();
    await world.moveTo(town.town, '2024-06-06 12:00');
  };
  let ended = 0;
  await live(alone, async () => undefined);
  await live(disturbed, async () => {
    await world.client.workflow.getHandle(startOf(disturbed).workflowId).terminate('tried');
    ended += 1;
    // What the watchdog does for whatever is past its time, and each command for what it changed.
    await world.announce(disturbed.town, [startOf(disturbed)]);
  });
  expect(ended).toBe(9);
  expect(await cycleOf(alone)).toEqual({ state: 'closed', closedOn: '2024-06-06' });
  expect(await cycleOf(disturbed)).toEqual(await cycleOf(alone));
  expect(await owed(disturbed)).toEqual(await owed(alone));
}, 120_000);
