/**
 * The degree that the facts propose for an objective: what its phases and indicators are worth by the town's
 * rules, weighed. People decide; this says what they start from, and why.
 */
import type { Points } from '../plan/points.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { type Degree, degreeOfShare } from './degree.js';
import { type Fraction, sumOf, times } from './fraction.js';
import { type Occurrence, type Span, spanOf } from './part-worth.js';
import type { AttainmentRule } from './rule.js';
import { subWeights, type WeightBasis } from './sub-weights.js';

/** A phase, or an indicator. */
export interface Part {
  readonly id: string;
  /** Within the objective; `null`: the plan gives none. */
  readonly weight: Points | null;
  readonly rule: AttainmentRule;
  /** One, unless it recurs: then the part is worth their mean, and counts once. */
  readonly occurrences: readonly Occurrence[];
}

/** A span from the least to the most where its figure is still open. */
export interface PartWorth {
  readonly id: string;
  /** Of the whole objective. */
  readonly share: Fraction;
  readonly attained: Span;
}

/** A degree, or why there is none yet. */
export type Proposal =
  | {
      readonly is: 'degree';
      readonly degree: Degree;
      readonly basis: WeightBasis;
      /** Those that count. */
      readonly parts: readonly PartWorth[];
    }
  /** What it would be with nothing and with everything of what is still awaited. */
  | {
      readonly is: 'waiting';
      readonly from: Degree;
      readonly to: Degree;
      /** Ids of the parts that wait. */
      readonly for: readonly string[];
      readonly basis: WeightBasis;
      readonly parts: readonly PartWorth[];
    }
  /** Every part was taken away. */
  | { readonly is: 'not-assessable' }
  /** No part to measure, or sub-weights that leave nothing to some. */
  | { readonly is: 'by-hand' };

export function proposalFrom(parts: readonly Part[], calendar: WorkingCalendar): Proposal {
  const counting = parts.flatMap(({ id, weight, rule, occurrences }) => {
    const attained = spanOf(rule, occurrences, calendar);
    return attained === null ? [] : [{ id, weight, attained }];
  });
  if (counting.length === 0) return { is: parts.length === 0 ? 'by-hand' : 'not-assessable' };
  const weighed = subWeights(counting.map(({ weight }) => weight));
  if (weighed === null) return { is: 'by-hand' };
  const { basis, shares } = weighed;
  const worth = counting.map(({ id, attained }, index) => ({
    id,
    share: shares[index] as Fraction,
    attained,
  }));
  const [from, to] = (['from', 'to'] as const).map((end) =>
    degreeOfShare(sumOf(worth.map(({ share, attained }) => times(share, attained[end])))),
  ) as [Degree, Degree];
  const awaited = worth.filter(({ attained }) => attained.isOpen).map(({ id }) => id);
  return awaited.length === 0
    ? { is: 'degree', degree: from, basis, parts: worth }
    : { is: 'waiting', from, to, for: awaited, basis, parts: worth };
}
