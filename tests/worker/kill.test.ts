import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyChain } from '../../domain/register/chain.js';
import { instant } from '../../domain/time/instant.js';
import { createClockMover } from '../../store/clock-steps.js';
import { readChain, sha256Hex } from '../../store/register/register.js';
import { listNexts } from '../../store/workflow-next.js';
import { roundStart } from '../../workflows/contract.js';
import { expectedMails, readExample } from '../activities/caluso.js';
import { mailsOf } from '../activities/mails-of.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown, type TestTown, townTime } from '../activities/town.js';
import { diceOf } from '../oracle/dice.js';
import { until } from '../workflows/until.js';
import { openWorld } from '../workflows/world.js';
import { endWorkerProcesses, startWorkerProcess } from './worker-process.js';

endWorkerProcesses();
const world = await openWorld({ idle: true });
const SECTORS = ['Finanziario', 'Tecnico', 'Vigilanza'];

const dayOfMails = () =>
  foundTown(world.sql, {
    plan: planOf(Object.fromEntries(SECTORS.map((sector) => [sector, [['2023-06-30']]]))),
    approved: '2023-06-29',
    now: '2023-06-30 09:00',
    people: [...SECTORS.map((sector) => headOf(sector)), SECRETARY, MAYOR],
  });

const states = ({ town }: TestTown) =>
  world.in(town, (tx) => tx<{ state: string }[]>`select state from digest order by state`);
const allAre = (state: string, town: TestTown) => async (): Promise<boolean> => {
  const found = await states(town);
  return found.length === SECTORS.length && found.every((one) => one.state === state);
};

test('killed between freeze and sending, a worker leaves 3 frozen mails; the next one hands over each of them once', async () => {
  const town = await dayOfMails();
  // The freeze happens, and no mail gets through before the end.
  world.office.answer = () => new Promise(() => undefined);
  const first = await startWorkerProcess(world);
  await world.announce(town.town, [roundStart(town)]);
  await until(allAre('frozen', town));
  await first.kill();
  world.office.answer = () => null;
  await startWorkerProcess(world);
  await until(allAre('sent', town));
  const ids = world.office.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(3);
  expect(ids).toHaveLength(3);
  expect(await world.in(town.town, (tx) => tx`select count(*) as n from notice`)).toEqual([{ n: 3 }]);
}, 120_000);

test('killed while the server has the content and has not answered, a worker sends the same mail again: same Message-ID, same bytes', async () => {
  const town = await dayOfMails();
  const worker = await startWorkerProcess(world);
  const before = world.office.mails.length;
  let taken = 0;
  let killed: Promise<void> | null = null;
  world.office.answer = async (_, at) => {
    if (at === 'content') taken += 1;
    // The second mail is taken, and its sender dies before it hears so.
    if (at === 'content' && taken === 2) {
      killed = worker.kill();
      await killed;
    }
    return null;
  };
  await world.announce(town.town, [roundStart(town)]);
  await until(async () => killed !== null);
  await killed;
  world.office.answer = () => null;
  await startWorkerProcess(world);
  await until(allAre('sent', town));
  const ids = world.office.mails.slice(before).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(3);
  expect(ids).toHaveLength(4);
  const contents = world.office.contents.slice(-4);
  expect(new Set(contents).size).toBe(3);
  expect(await world.in(town.town, (tx) => tx`select count(*) as n from notice`)).toEqual([{ n: 3 }]);
}, 120_000);

test('killed at 5 random points of 5 months of the example town, the workers lose no mail of the rehearsal and make none twice', async () => {
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
  console.log(`KILL_SEED=${seed}`);
  const dice = diceOf(seed);
  const example = await readExample();
  const town = await foundTown(world.sql, { ...example, now: '2023-02-28 18:00' });
  let worker = await startWorkerProcess(world);
  let kills = 0;
  let over = false;
  const move = createClockMover({
    sql: world.sql,
    now: () => instant(Date.now()),
    signal: (start) => world.tell(start),
    patienceMs: 120_000,
  });
  const living = (async () => {
    await world.announce(town.town, town.starts);
    const moved = await move(town.town, townTime('2023-07-31 18:00'));
    over = true;
    return moved;
  })();
  const lastLook = async (): Promise<number> =>
    Math.max(0, ...(await world.in(town.town, listNexts)).map(({ storedAt }) => storedAt));
  for (let seen = 0; kills < 5 && !over; ) {
    // In the middle of its work: after a kill Temporal waits 10 seconds before it gives the task away.
    await until(async () => (await lastLook()) > seen || over);
    await sleep(dice.between(0, 500));
    await worker.kill();
    seen = await lastLook();
    kills += 1;
    worker = await startWorkerProcess(world);
  }
  expect(await living).toEqual({ ok: true });
  expect(kills).toBe(5);

  expect(await mailsOf(world, town.town)).toEqual(expectedMails(example, '2023-07-31', { cycle: true }));
  const rows = await world.in(
    town.town,
    (tx) => tx<{ id: string; state: string }[]>`select message_id as id, state from digest`,
  );
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent']));
  const delivered = new Set(world.office.mails.map(({ messageId }) => messageId));
  expect(rows.filter(({ id }) => !delivered.has(id))).toEqual([]);
  for (const objective of town.objectives) {
    const chain = await world.in(town.town, (tx) => readChain(tx, { kind: 'objective', id: objective }));
    expect(verifyChain(chain, sha256Hex).ok).toBe(true);
  }
}, 240_000);
