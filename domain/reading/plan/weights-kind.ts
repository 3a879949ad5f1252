/** What the weights of a document are: points of a hundred, factors, or none. */
import type { PlanDocument } from '../../plan/plan-document.js';
import type { SectorHoldings } from './sector-holdings.js';

export type WeightsKind = PlanDocument['document']['weights'];

/** Beyond it a weight is no factor. */
const GREATEST_FACTOR = 5;
/** Points of a sector come near a hundred; sums of factors stay far below. */
const LEAST_SUM = 60;

/** Factors are said to be ("coefficiente", "x 1,2"), or are small numbers that come nowhere near a hundred. */
export function weightsKind(sectors: readonly SectorHoldings[]): WeightsKind {
  const weighed = sectors.flatMap(({ holdings }) => holdings).filter(({ weight }) => weight !== null);
  if (weighed.length === 0) return 'none';
  if (weighed.filter(({ draft }) => draft.multiplier).length * 2 > weighed.length) return 'multiplier';
  const sums = sectors.map(({ holdings }) => holdings.reduce((sum, { weight }) => sum + (weight ?? 0), 0));
  const small = weighed.every(({ weight }) => (weight ?? 0) <= GREATEST_FACTOR);
  const whole = sums.some((sum) => Math.abs(sum - 1) < 0.001);
  return small && !whole && sums.every((sum) => sum < LEAST_SUM) && weighed.length > 1
    ? 'multiplier'
    : 'points';
}
