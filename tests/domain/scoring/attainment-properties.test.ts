import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainment } from '../../../domain/scoring/attainment.js';
import { degreeFromUnits } from '../../../domain/scoring/degree.js';
import { atLeast, ONE, ZERO } from '../../../domain/scoring/fraction.js';
import { figure, type Indicator, type Measured } from '../../../domain/scoring/indicator.js';
import { indicatorFault } from '../../../domain/scoring/indicator-faults.js';
import { type AttainmentRule, ruleFault } from '../../../domain/scoring/rule.js';
import { addDays, civilDate, fromEpochDay } from '../../../domain/time/civil-date.js';
import { number, OFFICE, towards } from './measures.js';

const anyDegree = fc.integer({ min: 0, max: 100_0000 }).map(degreeFromUnits);
const anyFigure = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((units) => figure(units / 10_000));
const days = fc.integer({ min: 0, max: 365 });

/** Steps that rise, at any figures. */
const steps = fc
  .tuple(
    fc.uniqueArray(anyFigure, { minLength: 1, maxLength: 5 }),
    fc.array(anyDegree, { minLength: 5, maxLength: 5 }),
  )
  .map(([at, gives]): AttainmentRule => {
    const up = gives.toSorted((a, b) => a - b);
    const where = at.toSorted((a, b) => a - b);
    return {
      rule: 'steps',
      steps: where.map((one, index) => ({
        at: one,
        bound: index % 2 === 0 ? 'from' : 'above',
        gives: up[index] ?? degreeFromUnits(0),
      })),
    };
  });
const simple: fc.Arbitrary<AttainmentRule> = fc.oneof(
  fc.constant<AttainmentRule>({ rule: 'linear' }),
  fc.constant<AttainmentRule>({ rule: 'all-or-nothing' }),
  steps,
  fc
    .tuple(anyDegree, fc.constantFrom('full' as const, 'linear' as const))
    .map(([at, onwards]): AttainmentRule => ({ rule: 'threshold', at, onwards })),
);
const tolerant = fc.tuple(anyFigure, fc.constantFrom('unit' as const, 'percent' as const), simple).map(
  ([within, of, beyond]): AttainmentRule => ({
    rule: 'tolerance',
    within: figure(Math.abs(within) / 10_000),
    of,
    beyond,
  }),
);
const anyRule = fc.oneof(simple, tolerant);
const lateDays = fc
  .record({
    perDay: anyDegree,
    days: fc.constantFrom('calendar' as const, 'working' as const),
    free: days,
    least: anyDegree,
  })
  .map((one): AttainmentRule => ({ rule: 'late-days', ...one }));

const anyIndicator = fc
  .record({
    direction: fc.constantFrom('rising' as const, 'falling' as const),
    baseline: fc.option(anyFigure),
    target: anyFigure,
  })
  .map((one): Indicator => ({ kind: 'number', unit: null, ...one }))
  .filter((one) => indicatorFault(one) === null);

const measure = (units: number): Measured => number(units / 10_000);

describe('attainment by any rule of any indicator', () => {
  it('stays between 0 and 1, and never falls when the figure gets better', () => {
    fc.assert(
      fc.property(anyRule, anyIndicator, anyFigure, anyFigure, (rule, indicator, one, other) => {
        if (ruleFault(rule, indicator) !== null || indicator.kind !== 'number') return;
        const better = indicator.direction === 'rising' ? Math.max(one, other) : Math.min(one, other);
        const worse = better === one ? other : one;
        const [more, less] = [better, worse].map((units) =>
          attainment(rule, indicator, measure(units), OFFICE),
        );
        expect(more !== undefined && less !== undefined && atLeast(more, less)).toBe(true);
        expect(less !== undefined && atLeast(less, ZERO)).toBe(true);
        expect(more !== undefined && atLeast(ONE, more)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reaches 1 on the target, whatever the direction, by the rules that need nothing more', () => {
    fc.assert(
      fc.property(anyFigure, fc.constantFrom('rising', 'falling', 'on-target'), (target, direction) => {
        const indicator = towards(direction, null, target / 10_000);
        for (const rule of ['linear', 'all-or-nothing'] as const)
          expect(attainment({ rule }, indicator, measure(target), OFFICE)).toEqual(ONE);
      }),
    );
  });

  it('of a day later is never more', () => {
    fc.assert(
      fc.property(lateDays, days, days, days, (rule, due, late, later) => {
        const target = addDays(civilDate('2023-01-01'), due);
        const [first, second] = [Math.min(late, later), Math.max(late, later)].map((by) =>
          attainment(
            rule,
            { kind: 'date', direction: 'falling', baseline: null, target },
            { kind: 'date', value: addDays(target, by) },
            OFFICE,
          ),
        );
        expect(first !== undefined && second !== undefined && atLeast(first, second)).toBe(true);
      }),
    );
  });

  it('on target falls on both sides alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), days, simple, (target, by, rule) => {
        const indicator = towards('on-target', null, target / 10_000);
        const [above, below] = [target + by, target - by].map((at) =>
          attainment(rule, indicator, measure(at), OFFICE),
        );
        expect(above).toEqual(below);
      }),
    );
  });

  it('before its day a date is worth 1, by any penalty', () => {
    fc.assert(
      fc.property(lateDays, fc.integer({ min: 0, max: 40_000 }), days, (rule, due, before) => {
        const target = fromEpochDay(due);
        const indicator: Indicator = { kind: 'date', direction: 'falling', baseline: null, target };
        const value = addDays(target, -before);
        expect(attainment(rule, indicator, { kind: 'date', value }, OFFICE)).toEqual(ONE);
      }),
    );
  });
});
