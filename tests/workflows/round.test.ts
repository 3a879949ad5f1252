import type { WorkflowHandle } from '@temporalio/client';
import { expect, test } from 'vitest';
import { listNexts } from '../../store/workflow-next.js';
import { roundStart } from '../../workflows/contract.js';
import { expectedMails, readExample } from '../activities/caluso.js';
import { mailsOf } from '../activities/mails-of.js';
import { REFUSED_NOW } from '../activities/post-office.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown, type PersonWish, type TestTown } from '../activities/town.js';
import { recordHistory } from './histories.js';
import { until } from './until.js';
import { openWorld } from './world.js';

const world = await openWorld();

/** A milestone due on Friday 30 June 2023, the first day of notices. */
const found = (people: readonly PersonWish[]) =>
  foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-06-29',
    now: '2023-06-29 10:00',
    people,
  });

/** The round has nothing to wait for any more, and every mail has its answer. */
async function roundIsQuiet({ town }: TestTown): Promise<boolean> {
  const [next] = await world.in(town, listNexts);
  const frozen = await world.in(town, (tx) => tx`select 1 from digest where state = 'frozen'`);
  return next?.nextAt === null && frozen.length === 0;
}

/** Lives through everything a town's round will ever do, in a moment. */
async function leapThrough(town: TestTown): Promise<WorkflowHandle> {
  const handle = await world.leap(roundStart(town));
  await until(() => roundIsQuiet(town));
  return handle;
}

test('a year of rounds of the example town, its time leaping, makes the 211 mails of the rehearsal, to the letter, in runs of a month', async () => {
  const town = await foundTown(world.sql, { ...(await readExample()), now: '2023-02-28 10:00' });
  const handle = await leapThrough(town);
  expect(await mailsOf(world, town.town)).toEqual(expectedMails(await readExample(), '2024-03-31'));
  const runs = await world.runsOf(handle.workflowId);
  expect(runs.length).toBeGreaterThanOrEqual(10);
  const events = await Promise.all(runs.map((run) => world.eventsOf(run)));
  expect(Math.max(...events)).toBeLessThan(400);
  await recordHistory('round-month', runs[3] ?? handle);
}, 120_000);

/** Four days of mails in December: `first-notice`, `ten-days`, `three-days`, `due-day` of a term of 31 December. */
async function december(people: readonly PersonWish[]): Promise<WorkflowHandle> {
  const plan = planOf({ Finanziario: [['2023-12-31']] });
  const handle = await leapThrough(
    await foundTown(world.sql, { plan, approved: '2023-11-29', now: '2023-11-30 10:00', people }),
  );
  // Its rows say that nothing is left a moment before its history does.
  await until(async () => (await world.typesOf(handle)).at(-1) === 'MarkerRecorded');
  return handle;
}

test('a round-day on which something is sent has 15 events, whether 1 person is written to or 12', async () => {
  const heads = Array.from({ length: 12 }, (_, n) => headOf('Finanziario', { name: `Responsabile ${n}` }));
  for (const people of [[headOf('Finanziario')], heads]) {
    const handle = await december(people);
    const types = await world.typesOf(handle);
    const days = types
      .join(' ')
      .split(/ (?=TimerFired)/)
      .map((day) => day.split(' ').length);
    // After the last day there is nothing to wait for: one timer less.
    expect(days).toEqual([7, 15, 15, 15, 14]);
    await recordHistory(`round-december-${people.length}`, handle);
  }
});

test('50 signals and 3 starts write the notices of the year once', async () => {
  const town = await found([headOf('Finanziario'), SECRETARY, MAYOR]);
  for (let n = 0; n < 3; n++) await world.leap(roundStart(town));
  await Promise.all(Array.from({ length: 47 }, () => world.tell(roundStart(town))));
  await until(() => roundIsQuiet(town));
  const notices = await world.in(
    town.town,
    (tx) => tx`select rung, count(*) as n from notice group by rung order by rung`,
  );
  expect(notices).toEqual([
    { rung: 'due-day', n: 1 },
    { rung: 'late-1', n: 1 },
    { rung: 'late-3', n: 1 },
    { rung: 'late-7', n: 1 },
    { rung: 'late-8', n: 2 },
    { rung: 'weekly-1', n: 1 },
    { rung: 'weekly-2', n: 1 },
    { rung: 'weekly-3', n: 1 },
    { rung: 'weekly-4', n: 1 },
  ]);
});

test('a mailbox that says 451 three times gets its mail at the fourth attempt of the same activity', async () => {
  let asked = 0;
  world.office.answer = (_, at) => {
    if (at === 'recipient') asked += 1;
    return at === 'recipient' && asked <= 3 ? REFUSED_NOW : null;
  };
  const handle = await december([headOf('Finanziario')]);
  const types = await world.typesOf(handle);
  expect(asked).toBe(7);
  expect(types.filter((type) => type === 'ActivityTaskCompleted')).toHaveLength(4);
  expect(types).not.toContain('ActivityTaskFailed');
});

test('a database that is away for 3 attempts makes the local activity a regular one, which goes on when it is back', async () => {
  const town = await found([headOf('Finanziario')]);
  await world.database.withoutRights(async () => {
    const handle = await world.leap(roundStart(town));
    await until(async () => (await world.typesOf(handle)).includes('ActivityTaskScheduled'));
  });
  await until(() => roundIsQuiet(town));
  const [notices] = await world.in(town.town, (tx) => tx`select count(*) > 0 as given from notice`);
  expect(notices).toEqual({ given: true });
});

test('its executions and their activities carry the town as fairness key', async () => {
  const town = await found([headOf('Finanziario')]);
  const handle = await leapThrough(town);
  const { raw } = await handle.describe();
  expect(raw.workflowExecutionInfo?.priority?.fairnessKey).toBe(town.town);
});

test('a round of a town that does not exist fails, and stays ended', async () => {
  const town = '00000000-0000-4000-8000-000000000000';
  const handle = await world.leap(roundStart({ town }));
  await expect(handle.result()).rejects.toThrow('Workflow execution failed');
});
