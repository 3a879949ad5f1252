import { describe, expect, it } from 'vitest';
import { points } from '../../../domain/plan/points.js';
import { redistributed, type Weighed } from '../../../domain/plan/redistribute.js';

const weighed = (...weights: readonly (number | readonly [number, 'fixed'])[]): readonly Weighed[] =>
  weights.map((one, index) => {
    const [weight, isFixed] = typeof one === 'number' ? [one, false] : [one[0], true];
    return { id: String(index + 1), weight: points(weight), isFixed };
  });
const proposed = (weights: readonly Weighed[], total: number): readonly (readonly [string, number])[] =>
  redistributed(weights, points(total)).map(({ id, after }) => [id, after / 10_000]);

describe('the weight that an objective leaves', () => {
  it.each([
    [
      '30 freed of 100 over 40 and 30',
      weighed(40, 30),
      100,
      [
        ['1', 57],
        ['2', 43],
      ],
    ],
    [
      '10 freed over three equal ones of 30: the one left over goes to the first',
      weighed(30, 30, 30),
      100,
      [
        ['1', 34],
        ['2', 33],
        ['3', 33],
      ],
    ],
    [
      '12,5 freed in a sector of halves',
      weighed(50, 37.5),
      100,
      [
        ['1', 57],
        ['2', 43],
      ],
    ],
    [
      'what is fixed stays: 3 × 10 of structure',
      weighed([10, 'fixed'], [10, 'fixed'], [10, 'fixed'], 25, 25),
      100,
      [
        ['4', 35],
        ['5', 35],
      ],
    ],
    [
      'all fixed: then all move',
      weighed([40, 'fixed'], [40, 'fixed']),
      100,
      [
        ['1', 50],
        ['2', 50],
      ],
    ],
    [
      'too much after one was added: the others give',
      weighed(50, 50, [10, 'fixed']),
      100,
      [
        ['1', 45],
        ['2', 45],
      ],
    ],
  ])('%s', (_, weights, total, expected) => {
    expect(proposed(weights, total)).toEqual(expected);
  });

  it.each([
    ['the sum is right', weighed(60, 40), 100],
    ['nothing weighs anything', weighed(0, 0), 100],
    ['what is fixed is more than the sum already', weighed([110, 'fixed'], 10), 100],
    ['nothing is left', [], 100],
  ])('no proposal where %s', (_, weights, total) => {
    expect(redistributed(weights, points(total))).toEqual([]);
  });

  it('always sums to the sector exactly, in steps of the finest weight printed, for 500 sectors at random', () => {
    let seed = 7;
    const dice = (sides: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % sides;
    };
    for (let run = 0; run < 500; run++) {
      const step = [1, 0.5, 0.1, 0.01][dice(4)] ?? 1;
      const weights = weighed(
        ...Array.from({ length: 1 + dice(8) }, () => Math.round((1 + dice(40)) / step) * step),
      );
      const total = weights.reduce((all, { weight }) => all + weight, 0) + dice(30) * 10_000;
      const after = new Map(
        redistributed(weights, total as ReturnType<typeof points>).map((one) => [one.id, one.after]),
      );
      const sum = weights.reduce((all, { id, weight }) => all + (after.get(id) ?? weight), 0);
      expect(sum).toBe(total);
      for (const one of after.values()) expect(one).toBeGreaterThan(0);
    }
  });
});
