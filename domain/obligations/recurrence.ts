/**
 * The days on which a recurring term of a plan falls due, up to 31 December of the plan's year
 * (design §3): the days the rule names, else the last day of each period of its interval.
 * The rules are RFC 5545 without prefix, as the plan compiler prints them.
 */
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  daysInMonth,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../time/civil-date.js';
import { nthWeekday } from '../time/closures.js';
import { namesDay } from './recurrence-frequency.js';
import type { RecurrenceRule } from './recurrence-rule.js';

/** Days in ascending order, none before the start nor after 31 December of `year`. */
export function occurrences(
  rule: RecurrenceRule,
  dtstart: CivilDate | null,
  year: number,
): readonly CivilDate[] {
  const from = dtstart ?? civilDateOf(year, 1, 1);
  const until = civilDateOf(year, 12, 31);
  const days = candidates(rule, from, until).filter((day) => day >= from && day <= until);
  const inMonths = days.filter((day) => rule.byMonth.length === 0 || rule.byMonth.includes(monthOf(day)));
  return [...new Set(inMonths)].sort();
}

function candidates(rule: RecurrenceRule, from: CivilDate, until: CivilDate): readonly CivilDate[] {
  switch (rule.freq) {
    case 'DAILY':
      return periodEnds(from, until, rule.interval);
    case 'WEEKLY':
      return rule.byDay.length === 0
        ? periodEnds(mondayOf(from), until, 7 * rule.interval)
        : weekdays(rule, mondayOf(from), until);
    case 'MONTHLY':
      return months(rule, from, until);
    case 'YEARLY':
      return years(rule, from, until);
  }
}

/** Last days of consecutive periods of n days. */
function periodEnds(first: CivilDate, until: CivilDate, length: number): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let end = addDays(first, length - 1); end <= until; end = addDays(end, length)) days.push(end);
  return days;
}

function weekdays(rule: RecurrenceRule, monday: CivilDate, until: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let week = monday; week <= until; week = addDays(week, 7 * rule.interval)) {
    for (const { weekday } of rule.byDay) days.push(addDays(week, weekday - 1));
  }
  return days;
}

/** With a day: that day of every interval-th month from the start's; without: the end of each period of months. */
function months(rule: RecurrenceRule, from: CivilDate, until: CivilDate): readonly CivilDate[] {
  const first = civilDateOf(yearOf(from), monthOf(from), 1);
  const days: CivilDate[] = [];
  const named = namesDay(rule) || rule.byMonth.length > 0;
  for (let month = first; month <= until; month = addMonths(month, rule.interval)) {
    if (named) {
      days.push(...namedDays(rule, month));
    } else {
      const end = addMonths(month, rule.interval - 1);
      days.push(lastDayOfMonth(yearOf(end), monthOf(end)));
    }
  }
  return days;
}

/** Without month and day a year is a period of twelve months from the start's month. */
function years(rule: RecurrenceRule, from: CivilDate, until: CivilDate): readonly CivilDate[] {
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0 && rule.byDay.length === 0) {
    return months({ ...rule, interval: 12 * rule.interval }, from, until);
  }
  const inMonths = rule.byMonth.length > 0 ? rule.byMonth : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const days: CivilDate[] = [];
  for (let year = yearOf(from); year <= yearOf(until); year += rule.interval) {
    for (const month of inMonths) days.push(...namedDays(rule, civilDateOf(year, month, 1)));
  }
  return days;
}

/** The days a rule names in one month; a month that lacks a day gives none. No day named: the month's last. */
function namedDays(rule: RecurrenceRule, month: CivilDate): readonly CivilDate[] {
  const [year, number] = [yearOf(month), monthOf(month)];
  const length = daysInMonth(year, number);
  if (rule.byMonthDay.length === 0 && rule.byDay.length === 0) return [lastDayOfMonth(year, number)];
  if (rule.byMonthDay.length > 0) {
    const days = rule.byMonthDay.map((day) => (day > 0 ? day : length + 1 + day));
    return days
      .filter((day) => day >= 1 && day <= length)
      .map((day) => civilDateOf(year, number, day))
      .filter(
        (day) => rule.byDay.length === 0 || rule.byDay.some(({ weekday }) => weekday === weekdayOf(day)),
      );
  }
  return rule.byDay.flatMap(({ nth, weekday }) =>
    nth === null ? everyWeekday(year, number, weekday) : (nthWeekday(year, number, nth, weekday) ?? []),
  );
}

function everyWeekday(year: number, month: number, weekday: Weekday): readonly CivilDate[] {
  return [1, 2, 3, 4, 5].flatMap((nth) => nthWeekday(year, month, nth, weekday) ?? []);
}
