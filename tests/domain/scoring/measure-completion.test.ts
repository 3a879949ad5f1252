import { describe, expect, it } from 'vitest';
import { type Points, points } from '../../../domain/plan/points.js';
import { degree } from '../../../domain/scoring/degree.js';
import { type FigureIndicator, figure, type Indicator } from '../../../domain/scoring/indicator.js';
import {
  againstThePlan,
  isSameMeasure,
  type Measure,
  subWeightsFault,
} from '../../../domain/scoring/measure-completion.js';
import { proposedFor } from '../../../domain/scoring/measured-objective.js';
import type { PrintedTarget } from '../../../domain/scoring/proposed-indicator.js';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import { DEFAULT_SCORING_RULES } from '../../../domain/scoring/scoring-rules.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const share = (target: number, over: Partial<FigureIndicator> = {}): FigureIndicator => ({
  ...{ kind: 'percentage', direction: 'rising', baseline: null, target: figure(target), unit: '%' },
  ...over,
});
const AT_LEAST_95: PrintedTarget = { value: 95, unit: '%', op: '>=' };

describe('what the plan prints stands', () => {
  it.each([
    ['the same figure', share(95), AT_LEAST_95, null],
    ['another figure', share(90), AT_LEAST_95, 'target'],
    ['at most instead of at least', share(95, { direction: 'falling' }), AT_LEAST_95, 'direction'],
    [
      'at most, of a plan without a sign',
      share(95, { direction: 'falling' }),
      { value: 95, unit: '%' },
      null,
    ],
    ['as a ratio of 0.95', share(0.95, { kind: 'ratio' }), AT_LEAST_95, null],
    ['as a yes or no', { kind: 'yes-no', target: true } as Indicator, AT_LEAST_95, 'target'],
    ['in words alone', null, AT_LEAST_95, null],
    ['of words that print no figure', share(40), null, null],
  ])('%s', (_, definition, printed, told) => {
    expect(againstThePlan(definition, printed)).toBe(told);
  });
});

describe('what the parts of an objective count', () => {
  const weights = (...all: (number | null)[]): readonly (Points | null)[] =>
    all.map((one) => (one === null ? null : points(one)));
  it.each([
    [weights(), null],
    [weights(null, null), null],
    [weights(30, 70), null],
    [weights(30, 40), null],
    [weights(60, null, null), null],
    [weights(60, 40, null), 'nothing-left'],
    [weights(0, 0), 'all-zero'],
  ])('%j', (all, told) => {
    expect(subWeightsFault(all)).toBe(told);
  });
});

it('two measures are the same whatever the order in which they are written', () => {
  const one: Measure = { definition: share(95), rule: { rule: 'linear' }, weight: null };
  const other: Measure = {
    definition: { unit: '%', target: figure(95), baseline: null, kind: 'percentage', direction: 'rising' },
    ...{ rule: { rule: 'linear' }, weight: null },
  };
  expect(isSameMeasure(one, other)).toBe(true);
  expect(isSameMeasure(one, { ...other, weight: points(10) })).toBe(false);
  expect(isSameMeasure(one, { ...other, rule: null })).toBe(false);
});

describe('a rule of its own comes before the town’s', () => {
  const proposed = (rule: AttainmentRule | null, value: string) => {
    const proposal = proposedFor(
      { phases: [], indicators: [{ id: 'i', definition: share(95), rule, weight: null, value }] },
      { rules: DEFAULT_SCORING_RULES, calendar: workingCalendar([]), until: civilDate('2023-12-31') },
    );
    return proposal.is === 'degree' ? proposal.degree : proposal.is;
  };
  const within5: AttainmentRule = {
    ...{ rule: 'tolerance', within: figure(5), of: 'unit', beyond: { rule: 'all-or-nothing' } },
  };
  it.each([
    ['none: 91.2 of 95 in proportion', null, '91,2', degree(96)],
    ['a tolerance of 5: full', within5, '91,2', degree(100)],
    ['a tolerance of 5, missed by 5.1: nothing', within5, '89,9', degree(0)],
    [
      'a threshold of 97 % of the way',
      { rule: 'threshold', at: degree(97), onwards: 'full' } as AttainmentRule,
      ...(['91,2', degree(0)] as const),
    ],
  ])('%s', (_, rule, value, told) => {
    expect(proposed(rule, value)).toBe(told);
  });
});
