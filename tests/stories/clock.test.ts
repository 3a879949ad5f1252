import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeStock } from '../../activities/take-stock.js';
import { instant } from '../../domain/time/instant.js';
import { announce, markAnnounced } from '../../store/announcements.js';
import { createClockMover } from '../../store/clock-steps.js';
import { findTown } from '../../store/towns/towns.js';
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
    mails: 0,
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

test('with three mails that nobody hands over the clock stays, and the refusal counts them; while they leave it is patient', async () => {
  const people = ['Prima', 'Seconda', 'Terza'].map((name) => headOf('Finanziario', { name }));
  const { town } = await foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-05-30',
    now: '2023-05-31 09:00',
    people: [...people, SECRETARY],
  });
  await takeStock(world.deps, { town, nowMs: Date.now() });
  let [real, looks] = [Date.now(), 0];
  const move = createClockMover({
    sql: world.sql,
    now: () => {
      looks += 1;
      return instant(real);
    },
    signal: () => Promise.resolve(),
    patienceMs: 1_000,
  });
  const goal = townTime('2023-05-31 10:00');
  const moved = move(town, goal);
  const seen = async (): Promise<void> => {
    const from = looks;
    while (looks < from + 3) await sleep(5);
  };
  const leave = (): Promise<unknown> =>
    world.in(
      town,
      (tx) => tx`update digest set state = 'given-up', answered_at = frozen_at
        where id = (select id from digest where state = 'frozen' limit 1)`,
    );
  await seen();
  // Twice 0.9 seconds: more than its patience in all, and never since a mail has left.
  for (let mails = 0; mails < 2; mails++) {
    real += 900;
    await leave();
    await seen();
  }
  real += 1_100;
  expect(await moved).toMatchObject({
    ok: false,
    refusal: 'not-settled',
    waitingFor: `t/${town}/r`,
    mails: 1,
  });
});

test('the clock of a live town does not move', async () => {
  const { town } = await found();
  await world.in(town, (tx) => tx`update town set mode = 'live', clock_offset_ms = 0`);
  await expect(world.moveTo(town, instant(Date.now() + 86_400_000))).rejects.toThrow(
    'town_clock_is_real_when_live',
  );
});
