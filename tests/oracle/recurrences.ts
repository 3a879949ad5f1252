import {
  type Day,
  dayAt,
  isMonthEnd,
  mondayOf,
  monthIndexOf,
  monthLength,
  partsOf,
  weekdayOf,
} from './days.js';

interface Rule {
  readonly frequency: string;
  readonly interval: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[];
}

/** The occurrences of a recurrence, and whether each has the short ladder (`due-day` and `late-3`). */
export interface Occurrences {
  readonly days: readonly Day[];
  readonly short: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const YEARS_LOOKED_AT = 30;

function read(text: string): Rule {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const known = ['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY'];
  const strange = [...parts.keys()].find((key) => !known.includes(key));
  const frequency = parts.get('FREQ') ?? '';
  if (strange !== undefined || !['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency))
    throw new Error(`The oracle does not know the rule ${text}`);
  const list = (key: string): string[] => parts.get(key)?.split(',') ?? [];
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    months: list('BYMONTH').map(Number),
    monthDays: list('BYMONTHDAY').map(Number),
    weekdays: list('BYDAY').map((word) => ({
      nth: Number(word.slice(0, -2) || 0),
      weekday: WEEKDAYS.indexOf(word.slice(-2)),
    })),
  };
}

/** How many whole days, weeks, months or years of the calendar lie between two days. */
function elapsed(frequency: string, anchor: Day, day: Day): number {
  if (frequency === 'DAILY') return day - anchor;
  if (frequency === 'WEEKLY') return (mondayOf(day) - mondayOf(anchor)) / 7;
  if (frequency === 'MONTHLY') return monthIndexOf(day) - monthIndexOf(anchor);
  return partsOf(day).year - partsOf(anchor).year;
}

function isNthWeekday(rule: Rule, day: Day, nth: number): boolean {
  if (nth === 0 || rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') return true;
  const { year, month, date } = partsOf(day);
  const ofYear = rule.frequency === 'YEARLY' && rule.months.length === 0;
  const first = (ofYear ? dayAt(year, 1, 1) : day - date + 1) ?? day;
  const last = (ofYear ? dayAt(year, 12, 31) : first + monthLength(year, month) - 1) ?? day;
  const position = nth > 0 ? Math.floor((day - first) / 7) + 1 : -Math.floor((last - day) / 7) - 1;
  return position === nth;
}

/** Whether the day is one the rule names, whatever its interval. */
function isNamed(rule: Rule, day: Day): boolean {
  const { year, month, date } = partsOf(day);
  const fromTheEnd = date - monthLength(year, month) - 1;
  const inMonth = rule.months.length === 0 || rule.months.includes(month);
  const onDate =
    rule.monthDays.length === 0 || rule.monthDays.includes(date) || rule.monthDays.includes(fromTheEnd);
  const onWeekday =
    rule.weekdays.length === 0 ||
    rule.weekdays.some(({ nth, weekday }) => weekday === weekdayOf(day) && isNthWeekday(rule, day, nth));
  return inMonth && onDate && onWeekday;
}

/** Whether a rule without a day of its own has a period that ends on this day. */
function endsPeriod(rule: Rule, anchor: Day, day: Day): boolean {
  const { frequency, interval } = rule;
  if (frequency === 'DAILY') return (day - anchor + 1) % interval === 0;
  if (frequency === 'WEEKLY')
    return weekdayOf(day) === 6 && (elapsed('WEEKLY', anchor, day) + 1) % interval === 0;
  const months = frequency === 'YEARLY' ? interval * 12 : interval;
  return isMonthEnd(day) && (elapsed('MONTHLY', anchor, day) + 1) % months === 0;
}

function occurs(rule: Rule, anchor: Day, day: Day): boolean {
  if (rule.monthDays.length + rule.weekdays.length > 0)
    return elapsed(rule.frequency, anchor, day) % rule.interval === 0 && isNamed(rule, day);
  if (rule.months.length > 0)
    return (
      elapsed(rule.frequency, anchor, day) % rule.interval === 0 && isNamed(rule, day) && isMonthEnd(day)
    );
  return endsPeriod(rule, anchor, day);
}

/** Whether the rule can ever come twice in a month: it is let run for decades to see. */
function comesTwiceInAMonth(rule: Rule, anchor: Day): boolean {
  let lastMonth = -1;
  for (let day = anchor; day < anchor + YEARS_LOOKED_AT * 366; day += 1) {
    if (!occurs(rule, anchor, day)) continue;
    if (monthIndexOf(day) === lastMonth) return true;
    lastMonth = monthIndexOf(day);
  }
  return false;
}

function isMonthly(rule: Rule): boolean {
  const everyMonth = rule.months.length === 0 || new Set(rule.months).size === 12;
  if (rule.frequency === 'MONTHLY') return rule.interval === 1 && everyMonth;
  const hasDay = rule.monthDays.length > 0 || rule.months.length > 0;
  return rule.frequency === 'YEARLY' && everyMonth && hasDay;
}

const shortRules = new Map<string, boolean>();

/** Depends on the month the rule is counted from, not on its year: worked out once for each. */
function isShort(text: string, rule: Rule, anchor: Day): boolean {
  const { month } = partsOf(anchor);
  const key = `${text} ${month}`;
  const known = shortRules.get(key);
  if (known !== undefined) return known;
  const short = isMonthly(rule) || comesTwiceInAMonth(rule, dayAt(2000, month, 1) ?? anchor);
  shortRules.set(key, short);
  return short;
}

/**
 * Asks of every day from `dtstart` (else 1 January) to 31 December of the plan's year whether the rule
 * (RFC 5545, without prefix) comes round on it. Throws on a rule outside what the plans know.
 */
export function occurrencesOf(text: string, dtstart: Day | null, year: number): Occurrences {
  const rule = read(text);
  const lastDay = Date.UTC(year, 11, 31) / 86_400_000;
  const anchor = dtstart ?? Date.UTC(year, 0, 1) / 86_400_000;
  const days: Day[] = [];
  for (let day = anchor; day <= lastDay; day += 1) if (occurs(rule, anchor, day)) days.push(day);
  return { days, short: isShort(text, rule, anchor) };
}
