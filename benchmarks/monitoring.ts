/** Opening the monitoring of the example's 25 objectives: planned, undone, planned again; and followed when there is nothing to do. */
import { followCycle } from '../activities/follow-cycle.js';
import { readExample } from '../embedded/example-files.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import { type Cycle, findCycle } from '../store/cycle/cycles.js';
import { inTown } from '../store/in-town.js';
import { planMonitoring } from '../store/monitoring/monitoring.js';
import { loadTown } from '../store/towns/towns.js';
import { startBenchStack } from './bench-stack.js';
import { type Figure, percentile, rounded } from './figure.js';
import { monitoringPages } from './monitoring-pages.js';

const ROUNDS = 50;

class Undone extends Error {}

export async function benchMonitoring(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const files = await readExample();
    const town = await ensureTown(stack.sql, files);
    await ensurePlan(stack.sql, town, files, stack.announcer);
    const year = files.plan.document.year;
    const cycle = await inTown(stack.sql, town, (tx) => findCycle(tx, year));
    if (cycle === null) throw new Error('the example has no cycle');
    const [opened, followed]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      opened.push(await openAfresh(stack.sql, town, cycle));
      const start = performance.now();
      await followCycle({ sql: stack.sql }, { town, cycle: cycle.id, year, nowMs: Date.now() });
      followed.push(performance.now() - start);
    }
    return [
      {
        what: `both windows of the example opened for its sectors, p95 of ${ROUNDS}`,
        value: rounded(percentile(opened, 95)),
        unit: 'ms',
        bar: 200,
      },
      {
        what: `the cycle looked at when nothing is to do, p95 of ${ROUNDS}`,
        value: rounded(percentile(followed, 95)),
        unit: 'ms',
      },
      ...(await monitoringPages(stack, town, year)),
    ];
  } finally {
    await stack.stop();
  }
}

/** Milliseconds of opening as if it had never happened; nothing of it stays. */
async function openAfresh(
  sql: Parameters<typeof inTown>[0],
  town: string,
  { id, ...cycle }: Cycle,
): Promise<number> {
  let took = 0;
  const attempt = inTown(sql, town, async (tx) => {
    const { settings } = await loadTown(tx);
    await tx`update obligation set state = 'superseded' where cycle = ${id} and kind = 'monitoring'`;
    const start = performance.now();
    await planMonitoring(tx, { id, ...cycle }, settings.monitoring);
    took = performance.now() - start;
    throw new Undone('nothing stays');
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return took;
}
