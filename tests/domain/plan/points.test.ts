import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPoints, points, pointsFromUnits, pointsToDecimal } from '../../../domain/plan/points.js';

describe('weights and scores', () => {
  it('add up exactly where binary fractions do not: 0.1 + 0.2, and 33.3333 three times', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(addPoints([points(0.1), points(0.2)])).toBe(points(0.3));
    expect(pointsToDecimal(addPoints([33.3333, 33.3333, 33.3334].map(points)))).toBe('100');
  });

  it('of nothing add up to 0', () => {
    expect(pointsToDecimal(addPoints([]))).toBe('0');
  });

  it.each([
    [0, '0'],
    [7, '7'],
    [12.5, '12.5'],
    [98.75, '98.75'],
    [0.0001, '0.0001'],
    [1.005, '1.005'],
    [10.07, '10.07'],
    [10_000, '10000'],
  ])('%d reads back as "%s"', (value, decimal) => {
    expect(pointsToDecimal(points(value))).toBe(decimal);
  });

  it('keep four decimals: 33.33333 is 33.3333', () => {
    expect(pointsToDecimal(points(33.33333))).toBe('33.3333');
  });

  it.each([
    [-5000, '-0.5'],
    [-12_5000, '-12.5'],
    [-1, '-0.0001'],
  ])('%i units, a difference, reads "%s"', (units, decimal) => {
    expect(pointsToDecimal(pointsFromUnits(units))).toBe(decimal);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no weight', (value) => {
    expect(() => points(value)).toThrow(`${value} is not a weight`);
  });

  it.each([0.5, 2 ** 53])('%d is no number of units', (units) => {
    expect(() => pointsFromUnits(units)).toThrow(RangeError);
  });

  it('any whole number of units goes round through its decimal, and sums do not depend on the order', () => {
    const unit = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const all = units.map(pointsFromUnits);
        expect(all.map((one) => points(Number(pointsToDecimal(one))))).toEqual(all);
        expect(addPoints([...all].reverse())).toBe(addPoints(all));
      }),
    );
  });
});
