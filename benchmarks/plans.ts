/**
 * The plan compiler on the annexes of invented towns, every layout in every format, against their truth; then on
 * annexes drawn by chance, which nobody has looked at: how near it comes to a plan it has not seen.
 */
import { readSource } from '../documents/read-source.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import { compilePlan } from '../domain/reading/compile-plan.js';
import { type Annex, annexes, drawnAnnexes } from '../tests/annexes/annexes.js';
import { type Figure, rounded } from './figure.js';
import { PLAN_COUNTS, type PlanCount, type PlanScore, scorePlan } from './plan-score.js';
import { ratiosOf, type Score } from './reading-score.js';

const NOTHING: PlanDocument = {
  document: { body: null, kind: 'plan', year: 0, act: null, actDate: null, weights: 'none' },
  sectors: [],
  lint: [],
};

/** Which ratio of a count has a bar, and which. */
const BARS: Partial<Record<PlanCount, readonly [ratio: 'recall' | 'f1', bar: number]>> = {
  objectives: ['recall', 0.95],
  weights: ['recall', 0.95],
  days: ['f1', 0.9],
  lint: ['f1', 0.85],
};

/** Do not tune on this seed. */
const UNSEEN = { seed: 20_261, annexes: 60 };

export async function benchPlans(): Promise<readonly Figure[]> {
  const drawn = await scoreAll('plans nobody looked at', drawnAnnexes(UNSEEN.seed, UNSEEN.annexes));
  return [
    ...(await scoreAll('plans', annexes())),
    ...drawn.filter((one) => one.bar !== undefined || one.unit !== 'ratio'),
  ];
}

/** Those printed by a browser are left out unless `CHROMIUM_PATH` is set: they need one. */
async function scoreAll(set: string, all: Iterable<Annex>): Promise<readonly Figure[]> {
  const totals = Object.fromEntries(
    PLAN_COUNTS.map((name) => [name, { right: 0, invented: 0, missed: 0 }]),
  ) as Record<PlanCount, Score>;
  let [files, cpu] = [0, 0];
  for (const annex of all) {
    if (annex.format === 'pdf-browser' && process.env['CHROMIUM_PATH'] === undefined) continue;
    const bytes = await annex.bytes();
    const from = process.cpuUsage();
    const read = await readSource(bytes, annex.fileName);
    const found = read.ok ? compilePlan(read.source) : null;
    const { user, system } = process.cpuUsage(from);
    [files, cpu] = [files + 1, cpu + user + system];
    add(totals, scorePlan(annex.truth, found?.ok ? found.plan : NOTHING));
  }
  return [
    { what: `${set}: annexes compiled`, value: files, unit: 'count' },
    {
      what: `${set}: processor time, each annex`,
      value: rounded(cpu / 1000 / Math.max(1, files)),
      unit: 'ms',
    },
    ...PLAN_COUNTS.flatMap((name) => figuresOf(set, name, totals[name])),
  ];
}

function add(totals: Record<PlanCount, Score>, score: PlanScore): void {
  for (const name of PLAN_COUNTS) {
    for (const field of ['right', 'invented', 'missed'] as const) totals[name][field] += score[name][field];
  }
}

function figuresOf(set: string, name: PlanCount, score: Score): readonly Figure[] {
  const ratios = ratiosOf(score);
  const [barred, bar] = BARS[name] ?? [];
  const kept = name === 'lines' ? (['recall'] as const) : (['precision', 'recall', 'f1'] as const);
  return kept.map((ratio): Figure => {
    const what = `${set}: ${name}, ${ratio === 'f1' ? 'F1' : ratio}`;
    const value = rounded(ratios[ratio]);
    return { what, value, unit: 'ratio', ...(ratio === barred && bar !== undefined ? { bar } : {}) };
  });
}
