import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { backlog } from '../../store/across-towns.js';
import { announce } from '../../store/announcements.js';
import { type RelayDeps, relayOnce } from '../../worker/relay.js';
import { roundStart, type StoredStart, type WorkflowStart } from '../../workflows/contract.js';
import { headOf, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown } from '../activities/town.js';
import { until } from '../workflows/until.js';
import { openWorld } from '../workflows/world.js';

const world = await openWorld({ idle: true });
const REAL = instant(Date.now());

const found = () =>
  foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-06-29',
    now: '2023-06-30 09:00',
    people: [headOf('Finanziario'), SECRETARY],
  });

const deps = (change: Partial<RelayDeps> = {}): RelayDeps => ({
  sql: world.sql,
  tell: world.tell,
  now: () => instant(REAL + 60_000),
  log: { warn: () => undefined },
  ...change,
});

/** An announcement that the API wrote and could not tell, a minute ago. */
const untold = (town: string, starts: readonly WorkflowStart[]) =>
  world.in(town, (tx) => announce(tx, starts, REAL));

const waiting = async (): Promise<number> => (await backlog(world.sql, REAL)).announcements;

test('an announcement that the API could not tell starts the round, which holds its day', async () => {
  const { town } = await found();
  await untold(town, [roundStart({ town })]);
  const worker = await world.work();
  await until(
    async () => (await world.in(town, (tx) => tx`select 1 from digest where state = 'sent'`)).length > 0,
  );
  await worker.stop();
  expect(await waiting()).toBe(0);
});

test('an announcement younger than 1 second is left to the API', async () => {
  const { town } = await found();
  await untold(town, [roundStart({ town })]);
  const told: string[] = [];
  const tell = async ({ workflowId }: StoredStart): Promise<void> => {
    told.push(workflowId);
  };
  expect(await relayOnce(deps({ tell, now: () => instant(REAL + 999) }))).toBe(0);
  expect(await relayOnce(deps({ tell, now: () => instant(REAL + 1_000) }))).toBe(1);
  expect(told).toEqual([`t/${town}/r`]);
});

test('what cannot be told stays, and is told the next time; what was told is not told again', async () => {
  const towns = [await found(), await found()];
  for (const { town } of towns) await untold(town, [roundStart({ town })]);
  const told: string[] = [];
  const tell = async ({ workflowId }: StoredStart): Promise<void> => {
    if (workflowId.includes(towns[0]?.town ?? '')) throw new Error('away');
    told.push(workflowId);
  };
  const warned: unknown[] = [];
  const log = { warn: (what: unknown) => warned.push(what) } as never;
  expect(await relayOnce(deps({ tell, log }))).toBe(1);
  expect(warned).toEqual([{ failure: 'Error', left: 1 }]);
  expect(await waiting()).toBe(1);
  expect(await relayOnce(deps())).toBe(1);
  expect(await waiting()).toBe(0);
  expect(told).toEqual([`t/${towns[1]?.town}/r`]);
});

test('2 relays at once tell each of 20 announcements once', async () => {
  const towns = await Promise.all(Array.from({ length: 20 }, found));
  for (const { town } of towns) await untold(town, [roundStart({ town })]);
  const told: string[] = [];
  const tell = async ({ workflowId }: StoredStart): Promise<void> => {
    await sleep(5);
    told.push(workflowId);
  };
  const counts = await Promise.all([relayOnce(deps({ tell })), relayOnce(deps({ tell }))]);
  expect(counts[0] + counts[1]).toBe(20);
  expect(new Set(told).size).toBe(20);
  expect(told).toHaveLength(20);
});

test('an id that is not of the town in its arguments is never told', async () => {
  const { town } = await found();
  const other = { ...roundStart({ town }), workflowId: 't/00000000-0000-4000-8000-000000000000/r' };
  await expect(world.tell(other)).rejects.toThrow('is not of the town in its arguments');
});
