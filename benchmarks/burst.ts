/**
 * Many towns whose notices fall due on one morning, each with the example's plan: from the signal to all
 * rounds until every notice is written. On the embedded Temporal (SQLite) it is an indication; the bare
 * wake-up rate of the same run (rounds that find nothing to do) is the reference. Only the rounds run: no
 * objective wakes that morning, and to start 25 of them a town would take longer than everything else.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { civilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import type { WorkflowStart } from '../store/announcements.js';
import { roundStart } from '../workflows/contract.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Figure, rounded } from './figure.js';
import { makeTowns } from './many-towns.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 400);
const ZONE = 'Europe/Rome';
const MORNING = instantAt(civilDate('2023-06-30'), 9 * 60 + 30, ZONE);
/** Signals under way at one moment. */
const AT_ONCE = 32;
const LOOK_MS = 50;

export async function benchBurst(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const towns = await makeTowns(stack, TOWNS);
    // The first wave starts the workflows, and counts for nothing.
    await wakeAll(stack, towns, looked);
    const bare = await wakeAll(stack, towns, looked);
    await stack.owner`update town set clock_offset_ms = ${MORNING - Date.now()} where id = any (${[...towns]})`;
    const burst = await wakeAll(stack, towns, held);
    const [count] = await stack.owner<{ notices: number; distinct: number }[]>`
      select count(*) as notices,
        count(distinct (town, obligation, rung, recipient_role, recipient_sector)) as distinct
      from notice where town = any (${[...towns]})`;
    const { notices = 0, distinct = 0 } = count ?? {};
    return [
      { what: 'towns (25 objectives each)', value: towns.length, unit: 'count' },
      { what: 'notices written', value: notices, unit: 'count' },
      { what: 'notices written twice', value: notices - distinct, unit: 'count', bar: 0 },
      { what: 'bare wake-ups of the same run', value: rounded(towns.length / bare), unit: '1/s' },
      { what: 'from the signals to the last round', value: rounded(burst), unit: 's' },
      { what: 'burst ÷ bare wake-ups', value: rounded(burst / bare), unit: 'ratio', bar: 2 },
    ];
  } finally {
    await stack.stop();
  }
}

/** How many of the towns are done with a wave that began at the real instant `since`. */
export type Done = (stack: BenchStack, towns: readonly string[], since: Instant) => Promise<number>;

/** They have looked, and stored when they will look again. */
const looked: Done = async ({ owner }, towns, since) => {
  const [row] = await owner<{ towns: number }[]>`
    select count(*) as towns from workflow_next
    where workflow_type = 'round' and stored_at >= ${since} and town = any (${[...towns]})`;
  return row?.towns ?? 0;
};

/** They have held their round. */
export const held: Done = async ({ owner }, towns) => {
  const [row] = await owner<{ towns: number }[]>`
    select count(*) as towns from round where town = any (${[...towns]})`;
  return row?.towns ?? 0;
};

/** Signals a workflow of every town, its round unless said, and waits until each is done with it; in seconds. */
export async function wakeAll(
  stack: BenchStack,
  towns: readonly string[],
  done: Done,
  startOf: (town: string) => WorkflowStart = (town) => roundStart({ town }),
): Promise<number> {
  const since = Date.now() as Instant;
  const start = performance.now();
  const waiting = [...towns];
  const signals = Array.from({ length: AT_ONCE }, async () => {
    for (let town = waiting.pop(); town !== undefined; town = waiting.pop()) await stack.tell(startOf(town));
  });
  await Promise.all(signals);
  while ((await done(stack, towns, since)) < towns.length) await sleep(LOOK_MS);
  return (performance.now() - start) / 1000;
}
