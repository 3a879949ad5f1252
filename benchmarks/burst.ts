/**
 * Many towns whose notices fall due on one morning, each with the example's plan: from the signal to all
 * rounds until every notice is written. On the embedded Temporal (SQLite) it is an indication; the bare
 * wake-up rate of the same run (rounds that find nothing to do) is the reference.
 */
import { randomUUID } from 'node:crypto';
import { civilDate } from '../domain/time/civil-date.js';
import { instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import { readExample } from '../embedded/example-files.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import { inTown } from '../store/in-town.js';
import { moveClock } from '../store/towns.js';
import { roundStart } from '../workflows/contract.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Figure, rounded } from './figure.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 400);
const MORNING = 9 * 60 + 30;

export async function benchBurst(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const towns = await makeTowns(stack);
    await settle(stack, towns, 0);
    const bare = await wakeAll(stack, towns, 0);
    const day = civilDate('2023-06-30');
    const files = await readExample();
    const at = instantAt(day, MORNING, files.town.zone);
    for (const town of towns) {
      await inTown(stack.sql, town, (tx) => moveClock(tx, at - Date.now()));
    }
    const burst = await wakeAll(stack, towns, 1);
    const [doubles, notices] = await counts(stack, towns);
    return [
      { what: 'towns (25 objectives each)', value: towns.length, unit: 'count' },
      { what: 'notices written', value: notices, unit: 'count' },
      { what: 'notices written twice', value: doubles, unit: 'count', bar: 0 },
      { what: 'bare wake-ups of the same run', value: rounded(towns.length / bare), unit: '1/s' },
      { what: 'from the signals to the last round', value: rounded(burst), unit: 's' },
      { what: 'burst ÷ bare wake-ups', value: rounded(burst / bare), unit: 'ratio', bar: 2 },
    ];
  } finally {
    await stack.stop();
  }
}

async function makeTowns({ sql }: BenchStack): Promise<readonly string[]> {
  const files = await readExample();
  const towns: string[] = [];
  for (let index = 0; index < TOWNS; index++) {
    const slug = `town-${index}-${randomUUID().slice(0, 8)}`;
    const town = await ensureTown(sql, { ...files, town: { ...files.town, slug } });
    await ensurePlan(sql, town, files);
    towns.push(town);
  }
  return towns;
}

/** Signals every round at once and waits until each town has held `rounds` of them (or has stored when it will look again). */
async function wakeAll(stack: BenchStack, towns: readonly string[], rounds: number): Promise<number> {
  const since = instant(Date.now());
  const start = performance.now();
  for (let at = 0; at < towns.length; at += 32) {
    await Promise.all(towns.slice(at, at + 32).map((town) => stack.tell(roundStart({ town }))));
  }
  await settle(stack, towns, rounds, since);
  return (performance.now() - start) / 1000;
}

async function settle(
  { sql }: BenchStack,
  towns: readonly string[],
  rounds: number,
  since = 0,
): Promise<void> {
  const waiting = new Set(towns);
  while (waiting.size > 0) {
    for (const town of [...waiting].slice(0, 50)) {
      const done = await inTown(sql, town, async (tx) => {
        const [row] = await tx<{ held: number; looked: boolean }[]>`select
          (select count(*) from round) as held,
          exists (select 1 from workflow_next where workflow_type = 'round' and stored_at >= ${instant(since)}) as looked`;
        return row?.looked && row.held >= rounds;
      });
      if (done) waiting.delete(town);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function counts({ sql }: BenchStack, towns: readonly string[]): Promise<readonly [number, number]> {
  let [doubles, notices] = [0, 0];
  for (const town of towns) {
    const [row] = await inTown(
      sql,
      town,
      (tx) => tx<{ all: number; distinct: number }[]>`
      select count(*) as all, count(distinct (obligation, rung, recipient_role, recipient_sector)) as distinct from notice`,
    );
    doubles += (row?.all ?? 0) - (row?.distinct ?? 0);
    notices += row?.all ?? 0;
  }
  return [doubles, notices];
}
