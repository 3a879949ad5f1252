/**
 * The example's whole year by the town's clock: plan approved on 28 February 2023, nobody does anything, until
 * 31 December; then what follows it until 31 March 2024, when the second monitoring and the evaluation are owed too.
 */

import { type CivilDate, civilDate } from '../domain/time/civil-date.js';
import { instantAt } from '../domain/time/zone.js';
import { readExample } from '../embedded/example-files.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import { inTown } from '../store/in-town.js';
import { startBenchStack } from './bench-stack.js';
import { type Figure, rounded } from './figure.js';

const NOON = 12 * 60;

export async function benchYear(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const files = await readExample();
    const town = await ensureTown(stack.sql, files);
    await ensurePlan(stack.sql, town, files, stack.announcer);
    const lived = async (until: CivilDate): Promise<number> => {
      const start = performance.now();
      const moved = await stack.move(town, instantAt(until, NOON, files.town.zone));
      if (!moved.ok) throw new Error(`${moved.waitingFor} did not settle`);
      return rounded((performance.now() - start) / 1000);
    };
    const year = await lived(civilDate('2023-12-31'));
    const after = await lived(civilDate('2024-03-31'));
    const [count] = await inTown(
      stack.sql,
      town,
      (tx) => tx<{ rounds: number; digests: number; notices: number }[]>`
      select (select count(*) from round) as rounds, (select count(*) from digest) as digests,
        (select count(*) from notice) as notices`,
    );
    return [
      { what: 'rounds', value: count?.rounds ?? 0, unit: 'count' },
      { what: 'mails', value: count?.digests ?? 0, unit: 'count' },
      { what: 'notices', value: count?.notices ?? 0, unit: 'count' },
      { what: "the example's year, lived through by the real workflows", value: year, unit: 's', bar: 20 },
      { what: 'the three months after it', value: after, unit: 's' },
    ];
  } finally {
    await stack.stop();
  }
}
