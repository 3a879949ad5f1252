/**
 * By how much the weights of a sector grow when some of its objectives cannot be assessed: over the whole sector, or,
 * where the SMVP says so, within each group of objectives (structure, strategic).
 */
import { addPoints, type Points } from '../plan/points.js';
import { type Fraction, fraction } from './fraction.js';
import { reweighed } from './reweighing.js';

/** Who carries the weight of what is not assessable. A group with nothing left gives its weight to the others. */
export type Redistribution = 'sector' | 'group';

/** An objective, and whether it can bear weight of others. */
export interface Carried {
  readonly id: string;
  readonly weight: Points;
  readonly group: string | null;
  /** Can be assessed. */
  readonly carries: boolean;
}

/** What it bears after the others left. */
export interface Grown {
  /** Of every point of weight, so many points of the total; exact. */
  readonly growth: Fraction;
  /** The weight that it has now, for showing: all of a sector make the sum to the last ten-thousandth. */
  readonly counts: Points;
}

/** By id, of those that carry; empty when nothing does. `outOf`: what they make together. */
export function grown(
  objectives: readonly Carried[],
  outOf: Points,
  within: Redistribution,
): ReadonlyMap<string, Grown> {
  const pools = new Map<string | null, Carried[]>();
  for (const one of objectives) {
    const pool = within === 'group' ? one.group : null;
    pools.set(pool, [...(pools.get(pool) ?? []), one]);
  }
  const alive = [...pools.values()].flatMap((all) => {
    const carriers = all.filter(({ carries }) => carries);
    const carried = sumOfWeights(carriers);
    return carried === 0 ? [] : [{ carriers, carried, planned: sumOfWeights(all) }];
  });
  const planned = addPoints(alive.map((pool) => pool.planned));
  const sums = reweighed(
    alive.map((pool) => pool.planned),
    outOf,
  );
  return new Map(
    alive.flatMap((pool, index) => {
      const growth = fraction(BigInt(pool.planned) * BigInt(outOf), BigInt(pool.carried) * BigInt(planned));
      const shown = reweighed(
        pool.carriers.map(({ weight }) => weight),
        sums?.[index] ?? outOf,
      );
      return pool.carriers.map(
        ({ id, weight }, at) => [id, { growth, counts: shown?.[at] ?? weight }] as const,
      );
    }),
  );
}

const sumOfWeights = (all: readonly Carried[]): Points => addPoints(all.map(({ weight }) => weight));
