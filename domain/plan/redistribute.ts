/**
 * A proposal for the weights of a sector after objectives came or went: what stays is scaled so that the sector
 * sums to what it summed to, in whole steps of the finest weight printed there, nothing lost by rounding.
 */
import type { Points } from './points.js';

/** An objective as far as its weight is concerned. */
export interface Weighed {
  readonly id: string;
  readonly weight: Points;
  /** Common to several sectors, or already decided: left as it is where anything else can move. */
  readonly isFixed: boolean;
}

/** For a person to take or change. */
export interface ProposedWeight {
  readonly id: string;
  readonly before: Points;
  readonly after: Points;
}

/** Steps, in ten-thousandths, from a whole point down. */
const STEPS = [10_000, 5_000, 1_000, 100, 10, 1];

/**
 * `total`: what the sector summed to. Only what changes; empty where the sum is right already, nothing weighs
 * anything, or no proposal keeps every weight above zero.
 */
export function redistributed(weights: readonly Weighed[], total: Points): readonly ProposedWeight[] {
  const sum = weights.reduce((all, { weight }) => all + weight, 0);
  const free = weights.filter(({ isFixed, weight }) => !isFixed && weight > 0);
  const movable = free.length > 0 ? free : weights.filter(({ weight }) => weight > 0);
  const held = sum - movable.reduce((all, { weight }) => all + weight, 0);
  const [from, to] = [sum - held, total - held];
  if (sum === total || from === 0 || to <= 0) return [];
  const step = finestStep([...weights.map(({ weight }) => weight), total]);
  const scaled = movable.map((one) => {
    const exact = (one.weight * to) / from;
    const floor = Math.floor(exact / step) * step;
    return { ...one, floor, rest: exact - floor };
  });
  const missing = to - scaled.reduce((all, { floor }) => all + floor, 0);
  const order = [...scaled].sort((a, b) => b.rest - a.rest || b.weight - a.weight);
  const raised = new Set(order.slice(0, Math.round(missing / step)).map(({ id }) => id));
  const proposed = scaled.map(({ id, weight, floor }) => ({
    ...{ id, before: weight },
    after: (floor + (raised.has(id) ? step : 0)) as Points,
  }));
  if (proposed.some(({ after }) => after <= 0)) return [];
  return proposed.filter(({ before, after }) => before !== after);
}

const finestStep = (weights: readonly number[]): number =>
  STEPS.find((step) => weights.every((weight) => weight % step === 0)) ?? 1;
