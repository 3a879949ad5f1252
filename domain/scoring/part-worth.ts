/** What one part of an objective is worth: a phase, a figure, or the mean of the times that something recurred. */
import type { WorkingCalendar } from '../time/working-calendar.js';
import { attainment, attainmentOfNothing } from './attainment.js';
import { dividedBy, type Fraction, fraction, ONE, sumOf, ZERO } from './fraction.js';
import type { Indicator, Measured } from './indicator.js';
import type { AttainmentRule } from './rule.js';

/** `never`: its time is over and it did not come. `dropped`: taken away by an act, counts no more. */
export type PartOutcome =
  | { readonly is: 'measured'; readonly value: Measured }
  | { readonly is: 'never' }
  | { readonly is: 'waiting' }
  | { readonly is: 'dropped' };

/** One time of what recurs; otherwise the only one. */
export interface Occurrence {
  readonly indicator: Indicator;
  readonly outcome: PartOutcome;
}

/** Shares from 0 to 1, with nothing and with everything of what is awaited. */
export interface Span {
  readonly from: Fraction;
  readonly to: Fraction;
  /** Something is awaited. */
  readonly isOpen: boolean;
}

/** `null`: every occurrence was taken away. */
export function spanOf(
  rule: AttainmentRule,
  occurrences: readonly Occurrence[],
  calendar: WorkingCalendar,
): Span | null {
  const counting = occurrences.filter(({ outcome }) => outcome.is !== 'dropped');
  if (counting.length === 0) return null;
  const spans = counting.map((one) => spanOfOne(rule, one, calendar));
  const meanOf = (end: 'from' | 'to'): Fraction =>
    dividedBy(sumOf(spans.map((span) => span[end])), fraction(counting.length));
  return { from: meanOf('from'), to: meanOf('to'), isOpen: spans.some(({ isOpen }) => isOpen) };
}

function spanOfOne(
  rule: AttainmentRule,
  { indicator, outcome }: Occurrence,
  calendar: WorkingCalendar,
): Span {
  if (outcome.is === 'measured') return sure(attainment(rule, indicator, outcome.value, calendar));
  if (outcome.is === 'never') return sure(attainmentOfNothing(rule));
  return { from: ZERO, to: ONE, isOpen: true };
}

const sure = (value: Fraction): Span => ({ from: value, to: value, isOpen: false });
