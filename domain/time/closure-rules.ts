/**
 * What a town may set as closures. They move notices, so they may not stop them: some day of the week stays
 * open, and nobody is left without notices for more than a month.
 */
import { addDays, type CivilDate, civilDateOf, daysBetween, daysInMonth, yearOf } from './civil-date.js';
import type { Closure } from './closures.js';
import { workingCalendar } from './working-calendar.js';

/** Closed days one after the other, Sundays and holidays included. */
export const LONGEST_CLOSED_DAYS = 31;
/** Signs of a closure's name. */
export const CLOSURE_NAME_LIMIT = 80;
/** Rules and periods of a town, the past ones included. */
export const MOST_CLOSURES = 100;
/** Farther than this nobody knows when offices close; what is older moves nothing any more. */
const YEARS = { back: 10, ahead: 5 } as const;
const LEAP_YEAR = 2024;

/** `at`: which of the closures. */
export type ClosureProblem =
  /** 30 February; the sixth Monday. */
  | { readonly code: 'no-such-day'; readonly at: number }
  | { readonly code: 'ends-before'; readonly at: number }
  /** `part`: the day that is out of what can be set. */
  | {
      readonly code: 'out-of-reach';
      readonly at: number;
      readonly part: 'from' | 'to';
      readonly first: CivilDate;
      readonly last: CivilDate;
    }
  | { readonly code: 'too-long'; readonly at: number; readonly days: number }
  /** Two periods share days, or one rule stands twice. */
  | { readonly code: 'overlaps' | 'stands-twice'; readonly at: number; readonly other: number }
  | { readonly code: 'too-many' }
  /** No day of the week is left. */
  | { readonly code: 'week-closed' }
  /** Together they leave no working day from the first to the last of these days. */
  | {
      readonly code: 'closed-too-long';
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly days: number;
    };

/** Empty: they may be set on that day. */
export function closureProblems(closures: readonly Closure[], today: CivilDate): readonly ClosureProblem[] {
  if (closures.length > MOST_CLOSURES) return [{ code: 'too-many' }];
  const problems = closures.flatMap((one, at) => [
    ...ownProblems(one, at, today),
    ...sharedProblems(closures, one, at),
  ]);
  const weekdays = new Set(closures.flatMap((one) => (one.kind === 'weekday' ? [one.weekday] : [])));
  weekdays.add(7);
  if (weekdays.size === 7) problems.push({ code: 'week-closed' });
  if (problems.length > 0) return problems;
  const longest = longestClosed(closures, yearOf(today));
  return longest.days > LONGEST_CLOSED_DAYS ? [{ code: 'closed-too-long', ...longest }] : [];
}

function ownProblems(closure: Closure, at: number, today: CivilDate): readonly ClosureProblem[] {
  switch (closure.kind) {
    case 'weekday':
      return [];
    case 'yearly':
      return closure.day <= daysInMonth(LEAP_YEAR, closure.month) ? [] : [{ code: 'no-such-day', at }];
    case 'nth-weekday':
      // The fifth Monday is not there each year: then nothing is closed.
      return closure.nth !== 0 && Math.abs(closure.nth) <= 5 ? [] : [{ code: 'no-such-day', at }];
    case 'days':
      return periodProblems(closure, at, today);
  }
}

function periodProblems(
  { from, to }: Extract<Closure, { kind: 'days' }>,
  at: number,
  today: CivilDate,
): readonly ClosureProblem[] {
  const first = civilDateOf(yearOf(today) - YEARS.back, 1, 1);
  const last = civilDateOf(yearOf(today) + YEARS.ahead, 12, 31);
  const isOut = (day: CivilDate): boolean => day < first || day > last;
  if (isOut(from)) return [{ code: 'out-of-reach', at, part: 'from', first, last }];
  if (isOut(to)) return [{ code: 'out-of-reach', at, part: 'to', first, last }];
  if (to < from) return [{ code: 'ends-before', at }];
  const days = daysBetween(from, to) + 1;
  return days > LONGEST_CLOSED_DAYS ? [{ code: 'too-long', at, days }] : [];
}

/** Told at the later of the two. */
function sharedProblems(closures: readonly Closure[], one: Closure, at: number): readonly ClosureProblem[] {
  const other = closures.slice(0, at).findIndex((earlier) => clash(earlier, one));
  if (other < 0) return [];
  return [{ code: one.kind === 'days' ? 'overlaps' : 'stands-twice', at, other }];
}

function clash(a: Closure, b: Closure): boolean {
  if (a.kind === 'days') return b.kind === 'days' && a.from <= b.to && b.from <= a.to;
  return b.kind !== 'days' && ruleOf(a) === ruleOf(b);
}

const ruleOf = (rule: Closure): string => JSON.stringify(rule, ['kind', 'weekday', 'month', 'day', 'nth']);

/** The longest stretch of closed days from this year to the year after the last period. */
function longestClosed(closures: readonly Closure[], year: number) {
  const calendar = workingCalendar(closures);
  const periods = closures.flatMap((one) => (one.kind === 'days' ? [yearOf(one.to)] : []));
  const end = civilDateOf(Math.max(year, ...periods) + 1, 12, 31);
  let longest = { from: end, to: end, days: 0 };
  let from: CivilDate | null = null;
  for (let day = civilDateOf(year, 1, 1); day <= end; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) from = null;
    else {
      from ??= day;
      const days = daysBetween(from, day) + 1;
      if (days > longest.days) longest = { from, to: day, days };
    }
  }
  return longest;
}
