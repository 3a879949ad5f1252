/**
 * Exact fractions, so that a third of a weight is a third and a total is divided and rounded once, when it
 * is shown. The denominator is positive and the fraction in lowest terms.
 */
import { UNITS_PER_POINT } from '../plan/points.js';

/** Made by `fraction`, which keeps it in lowest terms. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** `over ÷ under`, whole numbers; throws `RangeError` on a denominator of 0. */
export function fraction(over: bigint | number, under: bigint | number = 1): Fraction {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  if (bottom === 0n) throw new RangeError(`${top} / 0 is not a number`);
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom * sign);
  return { over: (top * sign) / divisor, under: (bottom * sign) / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one;
}

export const ZERO: Fraction = fraction(0);
export const ONE: Fraction = fraction(1);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
/** Throws `RangeError` when `b` is 0. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`. */
export function compared(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
/** `a` is not less than `b`. */
export const atLeast = (a: Fraction, b: Fraction): boolean => compared(a, b) >= 0;

/** The smaller of two. */
export const least = (a: Fraction, b: Fraction): Fraction => (atLeast(b, a) ? a : b);
/** The greater of two. */
export const most = (a: Fraction, b: Fraction): Fraction => (atLeast(a, b) ? a : b);
/** Never negative. */
export const distance = (a: Fraction, b: Fraction): Fraction => most(minus(a, b), minus(b, a));
/** Nothing under 0, nothing over 1. */
export const asShare = (a: Fraction): Fraction => least(most(a, ZERO), ONE);

/** Zero of none. */
export const sumOf = (all: Iterable<Fraction>): Fraction => {
  let sum = ZERO;
  for (const one of all) sum = plus(sum, one);
  return sum;
};

/** From units of 10⁻⁴, as weights, degrees and figures are kept. */
export const fromUnits = (units: number): Fraction => fraction(units, UNITS_PER_POINT);

/** To whole units of 10⁻⁴, a half going away from zero. */
export const toUnits = (a: Fraction): number => Number(rounded(a, BigInt(UNITS_PER_POINT)));

/** With so many decimals and a point, a half going away from zero: 83, 2 → "83.00". For showing only. */
export function shownDecimal(a: Fraction, places: number): string {
  const whole = rounded(a, 10n ** BigInt(places));
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function rounded(a: Fraction, scale: bigint): bigint {
  const twice = a.over * scale * 2n;
  return (twice + (a.over < 0n ? -a.under : a.under)) / (a.under * 2n);
}

/** Nothing lost: "83", or "250/3" where it is no whole number of ten-thousandths; "98.75" where it is. */
export function exactText(a: Fraction): string {
  if ((a.over * BigInt(UNITS_PER_POINT)) % a.under !== 0n) return `${a.over}/${a.under}`;
  return shownDecimal(a, 4).replace(/\.?0{1,4}$/, '');
}
