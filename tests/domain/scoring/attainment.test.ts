import { describe, expect, it } from 'vitest';
import { attainment, attainmentOfNothing } from '../../../domain/scoring/attainment.js';
import { degree, degreeOfShare } from '../../../domain/scoring/degree.js';
import { shownDecimal } from '../../../domain/scoring/fraction.js';
import { figure, type Indicator, type Measured } from '../../../domain/scoring/indicator.js';
import { indicatorFault, measuredFault } from '../../../domain/scoring/indicator-faults.js';
import { progress, shortfall } from '../../../domain/scoring/progress.js';
import { type AttainmentRule, ruleFault } from '../../../domain/scoring/rule.js';
import { DEFAULT_SCORING_RULES, ruleFor } from '../../../domain/scoring/scoring-rules.js';
import { answer, byDay, number, OFFICE, on, ratio, towards } from './measures.js';

const yes: Indicator = { kind: 'yes-no', target: true };
const degreeBy = (rule: AttainmentRule, indicator: Indicator, measured: Measured): number =>
  degreeOfShare(attainment(rule, indicator, measured, OFFICE)) / 10_000;

describe('how much of the way an indicator has gone', () => {
  it.each<[string, Indicator, Measured, string]>([
    ['of 95 % wanted, 76 % reached', towards('rising', null, 95), number(76), '0.8000'],
    ['beyond the target', towards('rising', null, 50), number(60), '1.2000'],
    ['from 40 to 80, at 50', towards('rising', 40, 80), number(50), '0.2500'],
    ['from 40 to 80, fallen to 30', towards('rising', 40, 80), number(30), '0.0000'],
    ['to a target of 0, rising, at −3', towards('rising', null, 0), number(-3), '0.0000'],
    ['to a target of 0, rising, at 0', towards('rising', null, 0), number(0), '1.0000'],
    ['from 60 days down to 30, at 45', towards('falling', 60, 30), number(45), '0.5000'],
    ['from 60 days down to 30, at 20', towards('falling', 60, 30), number(20), '1.3333'],
    ['down to 30 days without a baseline, at 40', towards('falling', null, 30), number(40), '0.7500'],
    ['payments late by 0 at most, at −5.24', towards('falling', null, 0), number(-5.24), '1.0000'],
    ['payments late by 0 at most, at 0.01', towards('falling', null, 0), number(0.01), '0.0000'],
    ['exactly 100, at 90', towards('on-target', null, 100), number(90), '0.9000'],
    ['exactly 100 from 80, at 110', towards('on-target', 80, 100), number(110), '0.5000'],
    ['exactly 100 from 80, at 130', towards('on-target', 80, 100), number(130), '0.0000'],
    ['exactly 0, at 0 and at 1', towards('on-target', null, 0), number(1), '0.0000'],
    ['47 of 52 against 0.95', towards('rising', null, 0.95, 'ratio'), ratio(47, 52), '0.9514'],
    ['by 30 June, on 30 June', byDay('2023-06-30'), on('2023-06-30'), '1.0000'],
    ['by 30 June, on 1 July', byDay('2023-06-30'), on('2023-07-01'), '0.0000'],
    [
      'by 30 June, nothing from 30 July, on 15 July',
      byDay('2023-06-30', '2023-07-30'),
      on('2023-07-15'),
      '0.5000',
    ],
    ['not before 1 March, on 28 February', byDay('2023-03-01', null, 'rising'), on('2023-02-28'), '0.0000'],
    [
      'on 9 October itself, the day before',
      byDay('2023-10-09', null, 'on-target'),
      on('2023-10-08'),
      '0.0000',
    ],
    ['yes wanted, no said', yes, answer(false), '0.0000'],
    ['no wanted, no said', { kind: 'yes-no', target: false }, answer(false), '1.0000'],
  ])('%s', (_, indicator, measured, share) => {
    expect(shownDecimal(progress(indicator, measured), 4)).toBe(share);
  });

  it('misses its target by 12 days, by 5 points, by nothing', () => {
    expect(shownDecimal(shortfall(byDay('2023-06-30'), on('2023-07-12')), 0)).toBe('12');
    expect(shownDecimal(shortfall(towards('on-target', null, 100), number(105)), 0)).toBe('5');
    expect(shownDecimal(shortfall(towards('falling', null, 30), number(20)), 0)).toBe('0');
  });
});

const STEPS: AttainmentRule = {
  rule: 'steps',
  steps: [
    { at: figure(50), bound: 'from', gives: degree(50) },
    { at: figure(75), bound: 'from', gives: degree(75) },
    { at: figure(100), bound: 'from', gives: degree(100) },
  ],
};
const lateDays = (days: 'calendar' | 'working', free: number, least: number): AttainmentRule => ({
  rule: 'late-days',
  perDay: degree(2),
  days,
  free,
  least: degree(least),
});

describe('what an attainment is worth by the rules of the town', () => {
  const rising = towards('rising', null, 100);
  it.each<[string, AttainmentRule, Indicator, Measured, number]>([
    ['linear: 76 of 95 is 80', { rule: 'linear' }, towards('rising', null, 95), number(76), 80],
    ['linear: never over 100', { rule: 'linear' }, rising, number(130), 100],
    ['linear: two thirds are 66.6667', { rule: 'linear' }, towards('rising', null, 3), number(2), 66.6667],
    ['steps: 49.9999 is nothing', STEPS, rising, number(49.9999), 0],
    ['steps: from 50 on it is 50', STEPS, rising, number(50), 50],
    ['steps: 74.9999 is still 50', STEPS, rising, number(74.9999), 50],
    ['steps: 99 is 75', STEPS, rising, number(99), 75],
    ['steps: beyond the last it is 100', STEPS, rising, number(250), 100],
    [
      'steps: "oltre 60" leaves 60 itself out',
      { rule: 'steps', steps: [{ at: figure(60), bound: 'above', gives: degree(100) }] },
      rising,
      number(60),
      0,
    ],
    [
      'threshold of 80: 79.9999 is nothing',
      { rule: 'threshold', at: degree(80), onwards: 'full' },
      rising,
      number(79.9999),
      0,
    ],
    [
      'threshold of 80: 80 is everything',
      { rule: 'threshold', at: degree(80), onwards: 'full' },
      rising,
      number(80),
      100,
    ],
    [
      'threshold of 80, then linear: 80 is 80',
      { rule: 'threshold', at: degree(80), onwards: 'linear' },
      rising,
      number(80),
      80,
    ],
    [
      'tolerance of 5 in its unit: 95 is 100',
      { rule: 'tolerance', within: figure(5), of: 'unit', beyond: { rule: 'all-or-nothing' } },
      rising,
      number(95),
      100,
    ],
    [
      'tolerance of 5: 94 goes on to the rule beyond',
      { rule: 'tolerance', within: figure(5), of: 'unit', beyond: { rule: 'linear' } },
      rising,
      number(94),
      94,
    ],
    [
      'tolerance of 10 % of 30 days: 33 is 100',
      { rule: 'tolerance', within: figure(10), of: 'percent', beyond: { rule: 'all-or-nothing' } },
      towards('falling', null, 30),
      number(33),
      100,
    ],
    ['late days: in time is 100', lateDays('calendar', 0, 0), byDay('2023-06-30'), on('2023-06-12'), 100],
    [
      'late days: 10 days at 2 each leave 80',
      lateDays('calendar', 0, 0),
      byDay('2023-06-30'),
      on('2023-07-10'),
      80,
    ],
    [
      'late days: of 10 the first 3 are free',
      lateDays('calendar', 3, 0),
      byDay('2023-06-30'),
      on('2023-07-10'),
      86,
    ],
    // Friday 30 June to Monday 10 July: 6 working days.
    [
      'late days: only working ones, 6 of 10',
      lateDays('working', 0, 0),
      byDay('2023-06-30'),
      on('2023-07-10'),
      88,
    ],
    [
      'late days: never under the least',
      lateDays('calendar', 0, 30),
      byDay('2023-06-30'),
      on('2023-12-31'),
      30,
    ],
    [
      'late days: a year late is nothing, not less',
      lateDays('calendar', 0, 0),
      byDay('2023-06-30'),
      on('2024-06-30'),
      0,
    ],
    ['all or nothing: a day late', { rule: 'all-or-nothing' }, byDay('2023-06-30'), on('2023-07-01'), 0],
    ['all or nothing: yes', { rule: 'all-or-nothing' }, yes, answer(true), 100],
  ])('%s', (_, rule, indicator, measured, expected) => {
    expect(degreeBy(rule, indicator, measured)).toBe(expected);
  });

  it('what never came is worth the least of the rule', () => {
    const tolerant: AttainmentRule = {
      rule: 'tolerance',
      within: figure(5),
      of: 'unit',
      beyond: lateDays('calendar', 0, 30),
    };
    expect(
      [tolerant, STEPS, { rule: 'linear' } as const].map((rule) => degreeOfShare(attainmentOfNothing(rule))),
    ).toEqual([30_0000, 0, 0]);
  });
});

describe('what cannot be measured says why', () => {
  const steps = (...at: readonly (readonly [number, 'from' | 'above', number])[]): AttainmentRule => ({
    rule: 'steps',
    steps: at.map(([value, bound, gives]) => ({ at: figure(value), bound, gives: degree(gives) })),
  });
  it.each<[AttainmentRule, Indicator, string | null]>([
    [steps(), yes, 'no-steps'],
    [steps([50, 'from', 50], [40, 'from', 60]), yes, 'steps-out-of-order'],
    [steps([50, 'above', 50], [50, 'from', 60]), yes, 'steps-out-of-order'],
    [steps([50, 'from', 50], [50, 'above', 60]), yes, null],
    [steps([50, 'from', 50], [60, 'from', 40]), yes, 'steps-fall'],
    [lateDays('calendar', 0, 0), yes, 'only-for-dates'],
    [lateDays('calendar', 0, 0), byDay('2023-06-30', null, 'rising'), 'only-for-dates'],
    [lateDays('calendar', 1.5, 0), byDay('2023-06-30'), 'days-not-whole'],
    [
      { rule: 'tolerance', within: figure(-1), of: 'unit', beyond: { rule: 'linear' } },
      yes,
      'negative-tolerance',
    ],
    [
      { rule: 'tolerance', within: figure(1), of: 'percent', beyond: { rule: 'linear' } },
      yes,
      'percent-of-no-figure',
    ],
    [
      { rule: 'tolerance', within: figure(1), of: 'unit', beyond: lateDays('calendar', 0, 0) },
      yes,
      'only-for-dates',
    ],
  ])('the rule %o', (rule, indicator, fault) => {
    expect(ruleFault(rule, indicator)).toBe(fault);
    if (fault !== null) expect(() => attainment(rule, indicator, answer(true), OFFICE)).toThrow(fault);
  });

  it.each<[Indicator, string | null]>([
    [towards('rising', 80, 80), 'baseline-beyond-target'],
    [towards('falling', 20, 30), 'baseline-beyond-target'],
    [towards('on-target', 30, 30), 'baseline-beyond-target'],
    [byDay('2023-06-30', '2023-06-01'), 'baseline-beyond-target'],
    [towards('rising', null, 2.5, 'count'), 'count-not-whole'],
    [towards('rising', -1, 3, 'count'), 'count-not-whole'],
    [towards('falling', 60, 30), null],
    [yes, null],
  ])('the indicator %o', (indicator, fault) => {
    expect(indicatorFault(indicator)).toBe(fault);
  });

  it.each<[Indicator, Measured, string | null]>([
    [yes, number(1), 'other-kind'],
    [towards('rising', null, 0.9, 'ratio'), ratio(1, 0), 'nothing-to-divide-by'],
    [towards('rising', null, 0.9, 'ratio'), ratio(-1, 2), 'negative-ratio'],
    [
      towards('rising', null, 3, 'count'),
      { kind: 'count', value: figure(1.5), unit: null },
      'count-not-whole',
    ],
    [
      { ...towards('falling', null, 30), unit: 'giorni' },
      { kind: 'number', value: figure(3), unit: 'mesi' },
      'other-unit',
    ],
    [
      { ...towards('falling', null, 30), unit: 'giorni' },
      { kind: 'number', value: figure(3), unit: ' Giorni' },
      null,
    ],
    [towards('falling', null, 30), { kind: 'number', value: figure(3), unit: '%' }, 'other-unit'],
  ])('the measure of %o by %o', (indicator, measured, fault) => {
    expect(measuredFault(indicator, measured)).toBe(fault);
    if (fault !== null) expect(() => progress(indicator, measured)).toThrow(fault);
  });

  it('no figure is a figure of nothing', () => {
    expect(() => figure(Number.NaN)).toThrow('NaN is not a figure');
  });

  it('where the rule of its kind does not fit, an indicator is worth all or nothing', () => {
    expect(ruleFor(DEFAULT_SCORING_RULES, byDay('2023-06-30')).rule).toBe('late-days');
    expect(ruleFor(DEFAULT_SCORING_RULES, byDay('2023-06-30', null, 'rising')).rule).toBe('all-or-nothing');
  });
});
