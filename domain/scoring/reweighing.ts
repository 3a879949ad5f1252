/**
 * Weights after an objective was found not assessable: those of the others grow in proportion, and make together
 * what was planned, to the last ten-thousandth.
 */
import { addPoints, type Points, pointsFromUnits } from '../plan/points.js';

/**
 * `weights` grown to `sum`, in order: rounded down, and the units left over go to the largest remainders (first the
 * earlier). For showing; totals are made from the exact ratio. `null`: nothing is left to carry the weight.
 */
export function reweighed(weights: readonly Points[], sum: Points): readonly Points[] | null {
  const own = addPoints(weights);
  if (own === 0) return sum === 0 ? weights : null;
  const grown = weights.map((one, index) => {
    const product = BigInt(one) * BigInt(sum);
    return { index, units: Number(product / BigInt(own)), rest: Number(product % BigInt(own)) };
  });
  const missing = sum - grown.reduce((so, { units }) => so + units, 0);
  const first = new Set(
    grown
      .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return grown.map(({ index, units }) => pointsFromUnits(units + (first.has(index) ? 1 : 0)));
}
