/**
 * How much an attainment is worth: parameters of the town's *sistema di misurazione e valutazione*, never code.
 * The law fixes no number (D.Lgs. 150/2009 art. 7). Rules nest: a tolerance says what holds beyond it.
 */
import type { Degree } from './degree.js';
import type { Figure, Indicator } from './indicator.js';
import { type Step, type StepsFault, stepsFault } from './steps.js';

/** Stored with the town's rules. */
export type AttainmentRule =
  /** As much as the way gone; never over 100. */
  | { readonly rule: 'linear' }
  /** By per cent of the way: the last step reached; under the first, nothing. */
  | { readonly rule: 'steps'; readonly steps: readonly Step[] }
  /** Nothing under `at` per cent of the way; from there on everything, or as much as the way gone. */
  | { readonly rule: 'threshold'; readonly at: Degree; readonly onwards: 'full' | 'linear' }
  /** A miss within it is none; `unit`: in the indicator's own unit, `percent`: of the target. */
  | {
      readonly rule: 'tolerance';
      readonly within: Figure;
      readonly of: 'unit' | 'percent';
      readonly beyond: AttainmentRule;
    }
  /** So much off for each day after the date beyond the `free` ones, never under `least`. */
  | {
      readonly rule: 'late-days';
      readonly perDay: Degree;
      readonly days: 'calendar' | 'working';
      readonly free: number;
      readonly least: Degree;
    }
  | { readonly rule: 'all-or-nothing' };

/** Why a rule is not taken. */
export type RuleFault =
  | StepsFault
  | 'negative-tolerance'
  /** A share of nothing, of a day, of yes: only a tolerance in units makes sense. */
  | 'percent-of-no-figure'
  /** Days late are counted from a date to be kept. */
  | 'only-for-dates'
  | 'days-not-whole';

/** `null`: the rule can be applied to the indicator. */
export function ruleFault(rule: AttainmentRule, indicator: Indicator): RuleFault | null {
  switch (rule.rule) {
    case 'steps':
      return stepsFault(rule.steps);
    case 'tolerance':
      if (rule.within < 0) return 'negative-tolerance';
      if (rule.of === 'percent' && (indicator.kind === 'date' || indicator.kind === 'yes-no'))
        return 'percent-of-no-figure';
      return ruleFault(rule.beyond, indicator);
    case 'late-days':
      if (indicator.kind !== 'date' || indicator.direction !== 'falling') return 'only-for-dates';
      return Number.isSafeInteger(rule.free) && rule.free >= 0 ? null : 'days-not-whole';
    default:
      return null;
  }
}
