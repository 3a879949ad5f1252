/** What the compiler should print of an annex, by the contract of the plan compiler. */
import type {
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';
import { withValue } from './field-text.js';
import { type MarkedMilestone, plain } from './notation.js';
import type { ResolvedIndicator, ResolvedObjective, ResolvedSector, ResolvedTown } from './resolved.js';
import type { Style } from './style.js';
import { lintOfTruth } from './truth-lint.js';

/** The truth; `lineOf` gives the line of a mark in a text file, `null` in other formats. */
export function truthOf(
  { town, style, shared, sectors }: ResolvedTown,
  lineOf: ((mark: number) => number | null) | null,
): PlanDocument {
  const plan: PlanDocument = {
    document: {
      body: town.body,
      kind: town.kind,
      year: town.year,
      act: town.act,
      actDate: town.actDate,
      weights: town.weights,
    },
    sectors: sectors.map((sector) => sectorTruth(sector, { shared, weights: town.weights, style, lineOf })),
    lint: [],
  };
  return { ...plan, lint: lintOfTruth(plan) };
}

interface Whole {
  readonly shared: readonly ResolvedObjective[];
  readonly weights: string;
  readonly style: Style;
  readonly lineOf: ((mark: number) => number | null) | null;
}

function sectorTruth(sector: ResolvedSector, whole: Whole): PlanSector {
  const { shared, weights } = whole;
  const objectives = [...shared.filter((one) => one.sectors.includes(sector.key)), ...sector.objectives].map(
    (one) => objectiveTruth(one, sector, whole),
  );
  const read = objectives.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  return {
    name: sector.name,
    owner: sector.owner,
    weightTotal: weights === 'points' ? exactSum(read) : null,
    objectives,
  };
}

/** Weights have at most four decimals. */
export const exactSum = (weights: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + Math.round(weight * 10_000), 0) / 10_000;

function objectiveTruth(
  one: ResolvedObjective,
  sector: ResolvedSector,
  { style, lineOf }: Whole,
): PlanObjective {
  const result = one.results[sector.key];
  return {
    number: one.number,
    title: one.title,
    weight: one.weights[sector.key] ?? null,
    shared: one.shared,
    ...(one.owner === null || one.owner === sector.owner ? {} : { owner: one.owner }),
    indicators: one.indicators.map((item) => indicatorTruth(item, style)),
    milestones: oneOfEach(one.milestones).map((item) => milestoneTruth(item, lineOf)),
    ...(result === undefined ? {} : { result: { value: result, unit: '%' } }),
  };
}

function indicatorTruth(one: ResolvedIndicator, style: Style): PlanObjective['indicators'][number] {
  const text = style.fields.includes('target') ? one.text : withValue(one);
  return { text: plain(text), ...(one.target === null ? {} : { target: one.target }) };
}

/** One said twice is one item. */
function oneOfEach(items: readonly MarkedMilestone[]): MarkedMilestone[] {
  const seen = new Map<string, MarkedMilestone>();
  for (const item of items) {
    const { phrase: _, mark: __, weight: ___, ...meaning } = item;
    const key = item.kind === 'none' ? `none ${item.phrase}` : JSON.stringify(meaning);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, item);
    else if (before.weight !== item.weight) throw new Error(`one term, two weights: ${item.phrase}`);
  }
  return [...seen.values()];
}

function milestoneTruth(
  { mark, ...item }: MarkedMilestone,
  lineOf: ((mark: number) => number | null) | null,
): PlanMilestone {
  const line = lineOf === null ? null : lineOf(mark);
  return line === null ? item : { ...item, sourceLine: line };
}
