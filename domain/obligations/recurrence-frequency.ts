/** How often a recurrence can come, which decides how much of the ladder its occurrences have. */
import type { RecurrenceRule } from './recurrence-rule.js';

/**
 * Monthly (interval 1, or one day in each of the twelve months) or finer, that is able to come twice
 * in one month: then it has only `due-day` and `late-3`.
 */
export function isFrequent(rule: RecurrenceRule): boolean {
  switch (rule.freq) {
    case 'DAILY':
      return rule.interval < 31;
    case 'WEEKLY':
      return rule.interval * 7 < 31 || rule.byDay.length > 1;
    case 'MONTHLY':
      return daysAMonth(rule) > 1 || (rule.interval === 1 && monthsAYear(rule) === 12);
    case 'YEARLY':
      return (
        daysAMonth(rule) > 1 || (monthsAYear(rule) === 12 && (namesDay(rule) || rule.byMonth.length > 0))
      );
  }
}

/** Without months named, every month. */
const monthsAYear = (rule: RecurrenceRule): number => new Set(rule.byMonth).size || 12;

/** Does the rule name a day of the month or of the week? */
export const namesDay = (rule: RecurrenceRule): boolean =>
  rule.byMonthDay.length > 0 || rule.byDay.length > 0;

/** At most how many times the rule can come in one month. */
const daysAMonth = (rule: RecurrenceRule): number =>
  rule.byMonthDay.length > 0
    ? new Set(rule.byMonthDay).size
    : rule.byDay.reduce((sum, { nth }) => sum + (nth === null ? 5 : 1), 0);

/** At most how many times the rule comes in a year: for limits, not for terms. */
export function mostTimesAYear(rule: RecurrenceRule): number {
  switch (rule.freq) {
    case 'DAILY':
      return Math.ceil(366 / rule.interval);
    case 'WEEKLY':
      return Math.ceil(53 / rule.interval) * Math.max(1, rule.byDay.length);
    case 'MONTHLY':
      return Math.ceil(12 / rule.interval) * Math.max(1, daysAMonth(rule));
    case 'YEARLY':
      return monthsAYear(rule) * Math.max(1, daysAMonth(rule));
  }
}
