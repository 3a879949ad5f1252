import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degree, degreeFromUnits, degreeOf, degreeOfShare, FULL } from '../../../domain/scoring/degree.js';
import {
  compared,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  ONE,
  plus,
  shownDecimal,
  sumOf,
  times,
  toUnits,
  ZERO,
} from '../../../domain/scoring/fraction.js';

const anyFraction = fc
  .tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 1_000_000n))
  .map(([over, under]) => fraction(over, under));
const isSame = (a: Fraction, b: Fraction): boolean => compared(a, b) === 0;

describe('exact fractions', () => {
  it('make a whole of three thirds, and are in lowest terms with the sign above', () => {
    expect(sumOf([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(ONE);
    expect(fraction(6, -4)).toEqual({ over: -3n, under: 2n });
    expect(fraction(0, -7)).toEqual(ZERO);
  });

  it('do not divide by 0', () => {
    expect(() => fraction(1, 0)).toThrow('1 / 0 is not a number');
    expect(() => dividedBy(ONE, ZERO)).toThrow(RangeError);
  });

  it.each([
    [fraction(83), 2, '83.00'],
    [fraction(395, 4), 2, '98.75'],
    [fraction(2, 3), 4, '0.6667'],
    [fraction(1, 200), 2, '0.01'],
    [fraction(-1, 200), 2, '-0.01'],
    [fraction(-1, 300), 2, '0.00'],
    [fraction(59_996, 1000), 2, '60.00'],
    [fraction(5, 2), 0, '3'],
    [fraction(1, 8), 2, '0.13'],
  ] as const)('%o with %i decimals is shown "%s", a half going away from zero', (value, places, text) => {
    expect(shownDecimal(value, places)).toBe(text);
  });

  it('keep the laws of arithmetic for any numbers', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(isSame(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
        expect(isSame(minus(plus(a, b), b), a)).toBe(true);
        if (b.over !== 0n) expect(isSame(times(dividedBy(a, b), b), a)).toBe(true);
        expect(sumOf([a, b, c])).toEqual(sumOf([c, a, b]));
        expect(Math.sign(compared(a, b))).toBe(-Math.sign(compared(b, a)) + 0);
      }),
    );
  });

  it('become units of ten-thousandths once: two thirds are 6667', () => {
    expect(toUnits(fraction(2, 3))).toBe(6667);
    expect(toUnits(fraction(-2, 3))).toBe(-6667);
  });
});

describe('a degree', () => {
  it.each([0, 30, 66.6667, 99.9999, 100])('of %d is one', (value) => {
    expect(degreeOf(value)).toBe(Math.round(value * 10_000));
  });

  it.each([-0.0001, 100.0001, 101, 66.66667, Number.NaN, Number.POSITIVE_INFINITY])(
    'of %d is none',
    (value) => {
      expect(degreeOf(value)).toBeNull();
      expect(() => degree(value)).toThrow(`${value} is not a degree from 0 to 100`);
    },
  );

  it.each([-1, 100_0001, 0.5])('%d stored units are none', (units) => {
    expect(() => degreeFromUnits(units)).toThrow(RangeError);
  });

  it('is held between 0 and 100, and a third is 33.3333', () => {
    expect([fraction(7, 5), fraction(-1, 5), fraction(1, 3)].map(degreeOfShare)).toEqual([FULL, 0, 33_3333]);
  });
});
