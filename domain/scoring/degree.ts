/**
 * *Grado di raggiungimento*: 0–100, in the same units of 10⁻⁴ as weights; 66_6667 units are 66.6667 %. It is what
 * somebody decides and an act prints, so it has four decimals at most, and totals are made from it exactly.
 */
import { type Points, pointsFromUnits, UNITS_PER_POINT } from '../plan/points.js';
import { asShare, type Fraction, fraction, times, toUnits } from './fraction.js';

declare const degreeBrand: unique symbol;
/** Per cent in units of 10⁻⁴, 0 to 100. */
export type Degree = Points & { readonly [degreeBrand]: true };

/** 100 per cent. */
export const FULL = (100 * UNITS_PER_POINT) as Degree;
/** 0 per cent: assessed, and nothing reached. */
export const NONE = 0 as Degree;

/** From a number as typed or printed; `null` outside 0–100, or with more than four decimals. */
export function degreeOf(value: number): Degree | null {
  const units = Math.round(value * UNITS_PER_POINT);
  return units / UNITS_PER_POINT === value && units >= NONE && units <= FULL ? (units as Degree) : null;
}

/** As {@link degreeOf}, for a number that must be a degree: throws `RangeError`. */
export function degree(value: number): Degree {
  const read = degreeOf(value);
  if (read === null) throw new RangeError(`${value} is not a degree from 0 to 100`);
  return read;
}

/** From stored units; throws `RangeError` outside 0–100. */
export function degreeFromUnits(units: number): Degree {
  if (pointsFromUnits(units) < NONE || units > FULL) throw new RangeError(`${units} units are not a degree`);
  return units as Degree;
}

/** A share of the whole as the degree that is proposed, rounded here and nowhere else; held between 0 and 100. */
export const degreeOfShare = (share: Fraction): Degree =>
  toUnits(times(asShare(share), fraction(100))) as Degree;

/** From 0 to 1. */
export const shareOfDegree = (value: Degree): Fraction => fraction(value, FULL);
