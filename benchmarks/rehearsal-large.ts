/**
 * The prova generale of 200,000 objectives: of 8,000 towns with the example's 25 each, one after the other; mail by
 * mail, none kept. Memory is the process's peak.
 */
import { rehearsePlan } from '../cli/rehearse.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import { civilDate } from '../domain/time/civil-date.js';
import { examplePlan } from './example-plan.js';
import { type Figure, rounded } from './figure.js';

const TOWNS = 8_000;
const OPTIONS = { approved: civilDate('2023-02-28'), from: null, to: null };
/** Between two looks at the memory, in mails. */
const LOOK = 2_000;
const MB = 2 ** 20;

export async function benchRehearsalLarge(): Promise<readonly Figure[]> {
  const plan = await examplePlan();
  return [{ what: 'objectives (25 a town)', value: TOWNS * 25, unit: 'count' }, ...measured(towns(plan))];
}

function* towns(plan: PlanDocument): Generator<PlanDocument> {
  for (let town = 0; town < TOWNS; town++) yield plan;
}

function measured(plans: Iterable<PlanDocument>): readonly Figure[] {
  let [mails, lines, heap] = [0, 0, 0];
  const start = performance.now();
  for (const plan of plans) {
    for (const { facts } of rehearsePlan(plan, OPTIONS)) {
      mails += 1;
      lines += facts.lines.length + (facts.summary?.late.length ?? 0);
      if (mails % LOOK === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return [
    { what: 'mails', value: mails, unit: 'count' },
    { what: 'lines in them', value: lines, unit: 'count' },
    { what: 'their year rehearsed', value: rounded(seconds), unit: 's', bar: 60 },
    { what: 'heap, peak', value: rounded(heap / MB), unit: 'MB' },
    {
      what: 'resident memory, peak',
      value: rounded(process.resourceUsage().maxRSS / 1024),
      unit: 'MB',
    },
  ];
}
