import { describe, expect, it } from 'vitest';
import { DEFAULT_CLOSING } from '../../../domain/cycle/closing-rules.js';
import { DEFAULT_MEASUREMENT_TERMS } from '../../../domain/cycle/measurement-obligations.js';
import {
  type KeptTerms,
  termProblems,
  termsIn,
  termsWith,
  type YearTerms,
} from '../../../domain/cycle/year-terms.js';

const DEFAULTS: YearTerms = { measurement: DEFAULT_MEASUREMENT_TERMS, closing: DEFAULT_CLOSING };
const days = (validationDays: number): YearTerms => ({
  ...DEFAULTS,
  closing: { ...DEFAULT_CLOSING, validationDays },
});
const own = (month: number, day: number): YearTerms => ({
  ...DEFAULTS,
  measurement: {
    ...DEFAULT_MEASUREMENT_TERMS,
    selfEvaluation: { ...DEFAULT_MEASUREMENT_TERMS.selfEvaluation, due: { month, day, yearsAfter: 1 } },
  },
});

describe('terms that hold from a year on', () => {
  const kept: KeptTerms = {
    ...DEFAULTS,
    terms: [
      { from: 2024, ...days(40) },
      { from: 2026, ...days(20) },
    ],
  };

  it.each([
    [2023, 30],
    [2024, 40],
    [2025, 40],
    [2026, 20],
    [2031, 20],
  ])('the plan %i gives %i days for the validation', (year, expected) => {
    expect(termsIn(kept, year).closing.validationDays).toBe(expected);
  });

  it('set again from the same year they replace each other, and later ones stay', () => {
    const terms = termsWith(kept.terms, { from: 2024, ...days(35) });
    expect(terms.map(({ from, closing }) => [from, closing.validationDays])).toEqual([
      [2024, 35],
      [2026, 20],
    ]);
    expect(termsWith(terms, { from: 2023, ...days(31) }).map(({ from }) => from)).toEqual([2023, 2024, 2026]);
  });
});

describe('what keeps terms from being set', () => {
  it.each([
    ['as they are by default', DEFAULTS, []],
    ['due on 1 January, opened on the 2nd', own(1, 1), [['selfEvaluation.due', 'before-opening']]],
    [
      'degrees before the sectors have said theirs',
      own(4, 1),
      [['measurement.due', 'before-self-evaluations']],
    ],
    ['0 days for the validation', days(0), [['validationDays', 'no-days']]],
    ['2.5 days', days(2.5), [['validationDays', 'no-days']]],
    ['366 days', days(366), [['validationDays', 'too-many-days']]],
  ])('%s', (_, terms, told) => {
    expect(termProblems(terms).map(({ field, code }) => [field, code])).toEqual(told);
  });
});
