/**
 * How much of an objective each of its parts (phases, indicators) counts: as the plan says, or all alike where it
 * says nothing, and then declared so. The shares always make the whole.
 */
import { addPoints, type Points } from '../plan/points.js';
import { FULL } from './degree.js';
import { type Fraction, fraction } from './fraction.js';

/**
 * `explicit`: as deliberated. `equal`: none was given. `completed`: some were given, and the others share alike
 * what is left to 100.
 */
export type WeightBasis = 'explicit' | 'equal' | 'completed';

/** Shares of 1, as fractions. */
export interface SubWeights {
  readonly basis: WeightBasis;
  /** Parallel to what was asked; makes 1. */
  readonly shares: readonly Fraction[];
}

/**
 * The parts of one objective that count, in the order asked. `null`: nothing counts (no part, all of weight 0), or
 * some weights are given and leave nothing to the parts without: a person decides.
 */
export function subWeights(weights: readonly (Points | null)[]): SubWeights | null {
  const given = weights.filter((one) => one !== null);
  if (given.length === 0) return alike(weights);
  const sum = addPoints(given);
  const without = weights.length - given.length;
  if (without === 0)
    return sum === 0 ? null : { basis: 'explicit', shares: given.map((one) => fraction(one, sum)) };
  if (sum >= FULL) return null;
  return {
    basis: 'completed',
    shares: weights.map((one) => (one === null ? fraction(FULL - sum, FULL * without) : fraction(one, FULL))),
  };
}

const alike = (weights: readonly null[] | readonly unknown[]): SubWeights | null =>
  weights.length === 0 ? null : { basis: 'equal', shares: weights.map(() => fraction(1, weights.length)) };
