/**
 * The result of a sector: Σ weight × attainment, exact. What is not assessable leaves, and its weight goes to the
 * others in proportion; what is not decided, or waits for a figure, leaves the total open between two ends.
 */
import { addPoints, type Points, points } from '../plan/points.js';
import type { Verdict } from './assessment.js';
import { shareOfDegree } from './degree.js';
import { type Fraction, fromUnits, ONE, plus, sumOf, times, ZERO } from './fraction.js';
import { grown, type Redistribution } from './growth.js';

/** An objective with its weight here and what was decided. */
export interface WeighedObjective {
  readonly id: string;
  /** As deliberated for this sector; `null`: the plan gives none. */
  readonly weight: Points | null;
  /** Of which kind (structure, strategic), where weight is given on within kinds. */
  readonly group?: string;
  /** `null`: nobody has decided yet. */
  readonly decided: Verdict | null;
}

/** How the plan weighs: `points` that make 100 (or what they make), `multiplier` and `none` a mean out of 100. */
export type WeightScale = 'points' | 'multiplier' | 'none';

/** An objective as it went into the total. */
export interface CountedObjective {
  readonly id: string;
  readonly weight: Points;
  /** After those not assessable left; `null` for them. */
  readonly counts: Points | null;
  /** Points it brings, exact; `null`: not assessable, not decided, waiting. */
  readonly brings: Fraction | null;
}

/** Exact; rounded only where it is shown. */
export interface SectorTotal {
  /** What full attainment of everything would bring. */
  readonly outOf: Points;
  readonly objectives: readonly CountedObjective[];
  /** With nothing, and with everything, of what is still open; equal when nothing is. */
  readonly from: Fraction;
  readonly to: Fraction;
  /** Decided for all: then it is `from` and `to`. `null`: something is open, or nothing is assessable. */
  readonly total: Fraction | null;
  /** Ids of what is still open. */
  readonly open: readonly string[];
  /** Weights in points that do not make 100: recorded as deliberated, and said. */
  readonly unusualSum: boolean;
}

const HUNDRED = points(100);

export function sectorTotal(
  objectives: readonly WeighedObjective[],
  scale: WeightScale,
  within: Redistribution = 'sector',
): SectorTotal {
  const weighed = objectives.map(({ id, weight, group, decided }) => ({
    ...{ id, decided, group: group ?? null, carries: decided?.is !== 'not-assessable' },
    weight: scale === 'none' ? points(1) : (weight ?? points(0)),
  }));
  const planned = addPoints(weighed.map(({ weight }) => weight));
  const outOf = scale === 'points' ? planned : HUNDRED;
  const carrying = grown(weighed, outOf, within);
  const worth = (id: string, weight: Points, share: Fraction): Fraction =>
    times(times(fromUnits(weight), carrying.get(id)?.growth ?? ZERO), share);
  const counted = weighed.map(({ id, weight, decided }) => ({
    id,
    weight,
    counts: carrying.get(id)?.counts ?? null,
    brings: decided?.is === 'degree' ? worth(id, weight, shareOfDegree(decided.degree)) : null,
  }));
  const open = weighed.filter(({ carries, decided }) => carries && decided?.is !== 'degree');
  const from = sumOf(counted.flatMap(({ brings }) => (brings === null ? [] : [brings])));
  const unknown = sumOf(open.map(({ id, weight }) => worth(id, weight, ONE)));
  return {
    outOf,
    objectives: counted,
    from,
    to: plus(from, unknown),
    total: open.length > 0 || carrying.size === 0 ? null : from,
    open: open.map(({ id }) => id),
    unusualSum: scale === 'points' && planned !== HUNDRED,
  };
}
