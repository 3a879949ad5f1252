/** What a measure is worth by a rule: a share from 0 to 1, exact. */

import { daysBetween } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { shareOfDegree } from './degree.js';
import {
  asShare,
  atLeast,
  compared,
  type Fraction,
  fraction,
  fromUnits,
  minus,
  most,
  ONE,
  times,
  ZERO,
} from './fraction.js';
import type { Indicator, Measured } from './indicator.js';
import { progress, shortfall } from './progress.js';
import { type AttainmentRule, ruleFault } from './rule.js';
import { stepReached } from './steps.js';

/** The office calendar counts the working days late. Throws `RangeError` on a rule or a measure that do not fit. */
export function attainment(
  rule: AttainmentRule,
  indicator: Indicator,
  measured: Measured,
  calendar: WorkingCalendar,
): Fraction {
  const fault = ruleFault(rule, indicator);
  if (fault !== null) throw new RangeError(`this rule does not measure this indicator: ${fault}`);
  switch (rule.rule) {
    case 'linear':
      return asShare(progress(indicator, measured));
    case 'steps': {
      const step = stepReached(rule.steps, times(progress(indicator, measured), fraction(100)));
      return step === null ? ZERO : shareOfDegree(step.gives);
    }
    case 'threshold': {
      const gone = progress(indicator, measured);
      if (!atLeast(gone, shareOfDegree(rule.at))) return ZERO;
      return rule.onwards === 'full' ? ONE : asShare(gone);
    }
    case 'tolerance':
      return atLeast(allowance(rule, indicator), shortfall(indicator, measured))
        ? ONE
        : attainment(rule.beyond, indicator, measured, calendar);
    case 'late-days':
      return afterDaysLate(rule, indicator, measured, calendar);
    case 'all-or-nothing':
      return compared(shortfall(indicator, measured), ZERO) === 0 ? ONE : ZERO;
  }
}

/** What is worth by the same rule something that never came. */
export const attainmentOfNothing = (rule: AttainmentRule): Fraction => {
  if (rule.rule === 'late-days') return shareOfDegree(rule.least);
  return rule.rule === 'tolerance' ? attainmentOfNothing(rule.beyond) : ZERO;
};

function allowance(
  { within, of }: Extract<AttainmentRule, { rule: 'tolerance' }>,
  indicator: Indicator,
): Fraction {
  const allowed = fromUnits(within);
  if (of === 'unit' || typeof indicator.target !== 'number') return allowed;
  const target = fromUnits(Math.abs(indicator.target));
  return times(target, times(allowed, fraction(1, 100)));
}

function afterDaysLate(
  rule: Extract<AttainmentRule, { rule: 'late-days' }>,
  indicator: Indicator,
  measured: Measured,
  calendar: WorkingCalendar,
): Fraction {
  if (indicator.kind !== 'date' || measured.kind !== 'date') throw new RangeError('days late of no date');
  const count = rule.days === 'working' ? calendar.between : daysBetween;
  const late = Math.max(0, count(indicator.target, measured.value) - rule.free);
  const left = minus(ONE, times(shareOfDegree(rule.perDay), fraction(late)));
  return most(left, shareOfDegree(rule.least));
}
