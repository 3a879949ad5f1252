/** Fractions as decimals that lose nothing, for files that other programs read. */
import { type Fraction, shownDecimal } from '../scoring/fraction.js';

/** Where no decimal is exact, so many places are given. */
const ROUNDED_PLACES = 4;

/** Places after the point that an exact decimal needs; `null`: none is enough (a third). */
function placesOf({ under }: Fraction): number | null {
  let [rest, twos, fives] = [under, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Does it end? A third does not, and is given to four places. */
export const isExactDecimal = (value: Fraction): boolean => placesOf(value) !== null;

/** 83 → "83.00", 9.12345 → "9.12345": at least two places, as many as it takes. */
export const exactDecimal = (value: Fraction): string =>
  shownDecimal(value, Math.max(2, placesOf(value) ?? ROUNDED_PLACES));
