import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { announce, markAnnounced } from '../../store/announcements.js';
import { createClockMover } from '../../store/clock-steps.js';
import { findTown } from '../../store/towns.js';
import { roundStart } from '../../workflows/contract.js';
import { headOf, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown, townTime } from '../activities/town.js';
import { openWorld } from '../workflows/world.js';

/** The round looks this much after a change was stamped, and before it was committed. */
const LOOKED_MS = 50;

const world = await openWorld({ idle: true });

const found = () =>
  foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-05-31',
    now: '2023-06-01 06:00',
    people: [headOf('Finanziario'), SECRETARY],
  });

const clockOf = async (town: string): Promise<number> =>
  Date.now() + ((await world.in(town, findTown))?.clock.offsetMs ?? 0);

test('without a worker a town whose round was announced stays where it is, and the round is named', async () => {
  const { town } = await found();
  await world.announce(town, [roundStart({ town })]);
  const move = createClockMover({
    sql: world.sql,
    now: () => instant(Date.now()),
    signal: world.tell,
    patienceMs: 100,
  });
  expect(await move(town, townTime('2023-06-10 12:00'))).toEqual({
    ok: false,
    refusal: 'not-settled',
    waitingFor: `t/${town}/r`,
  });
  expect(await clockOf(town)).toBeLessThan(townTime('2023-06-01 06:05'));
});

test('with a worker the clock goes step by step: first the round of 1 June, then those of the 16th, and it ends where it was sent', async () => {
  const worker = await world.work();
  const { town } = await found();
  await world.announce(town, [roundStart({ town })]);
  await world.moveTo(town, '2023-06-16 18:00');
  const rounds = await world.in(
    town,
    (tx) => tx<{ day: string; at: number }[]>`select day, at from round order by day`,
  );
  expect(rounds.map(({ day }) => day)).toEqual(['2023-06-01', '2023-06-16']);
  for (const { day, at } of rounds) {
    expect(at).toBeGreaterThanOrEqual(townTime(`${day} 07:30`));
    expect(at).toBeLessThan(townTime(`${day} 09:05`));
  }
  expect(await clockOf(town)).toBeGreaterThanOrEqual(townTime('2023-06-16 18:00'));
  await world.moveTo(town, '2023-06-02 12:00');
  expect(await clockOf(town)).toBeGreaterThanOrEqual(townTime('2023-06-16 18:00'));
  await worker.stop();
});

test('a change committed after the round had looked, though stamped before, is seen before the clock moves', async () => {
  const worker = await world.work();
  const { town } = await found();
  await world.announce(town, [roundStart({ town })]);
  await world.moveTo(town, '2023-06-02 06:00');
  const stamped = instant(Date.now());
  await sleep(LOOKED_MS);
  await world.in(
    town,
    (tx) => tx`update workflow_next set next_at = null, stored_at = ${instant(stamped + LOOKED_MS)}`,
  );
  await world.in(town, async (tx) =>
    markAnnounced(tx, await announce(tx, [roundStart({ town })], stamped), stamped),
  );
  await world.moveTo(town, '2023-06-16 18:00');
  const rounds = await world.in(town, (tx) => tx<{ day: string }[]>`select day from round order by day`);
  expect(rounds.map(({ day }) => day)).toEqual(['2023-06-01', '2023-06-16']);
  await worker.stop();
});

test('the clock of a live town does not move', async () => {
  const { town } = await found();
  await world.in(town, (tx) => tx`update town set mode = 'live', clock_offset_ms = 0`);
  await expect(world.moveTo(town, instant(Date.now() + 86_400_000))).rejects.toThrow(
    'town_clock_is_real_when_live',
  );
});
