/** Reads the RFC 5545 rules that a plan may carry, e.g. `FREQ=MONTHLY;INTERVAL=6`. Anything else is refused. */
import type { Weekday } from '../time/civil-date.js';

/** The parts of a rule that plans use. */
export interface RecurrenceRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** At least 1. */
  readonly interval: number;
  /** 1–12; empty: every month. */
  readonly byMonth: readonly number[];
  /** 1–31, or -1 … -31 counted from the month's end. */
  readonly byMonthDay: readonly number[];
  /** `nth` is `null` for every such weekday, else 1–5 or -1 … -5 within the month. */
  readonly byDay: readonly { readonly nth: number | null; readonly weekday: Weekday }[];
}

const WEEKDAYS: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** `null` when the text is not a rule of this kind. */
export function parseRecurrenceRule(text: string): RecurrenceRule | null {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name, value, ...rest] = part.split('=');
    if (!name || !value || rest.length > 0 || parts.has(name)) return null;
    parts.set(name, value);
  }
  const freq = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  const interval = numbers(parts.get('INTERVAL') ?? '1', 1, 400);
  const byMonth = numbers(parts.get('BYMONTH'), 1, 12);
  const byMonthDay = numbers(parts.get('BYMONTHDAY'), -31, 31);
  const byDay = (parts.get('BYDAY')?.split(',') ?? []).map(readWeekday);
  const known = ['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST'];
  if ([...parts.keys()].some((name) => !known.includes(name))) return null;
  if (!freq || !interval || interval.length !== 1 || !byMonth || !byMonthDay) return null;
  const days = byDay.filter((day) => day !== null);
  if (days.length !== byDay.length) return null;
  const rule = { freq, interval: interval[0] ?? 1, byMonth, byMonthDay, byDay: days };
  if (days.some(({ nth }) => nth !== null) && !countsWeekdays(rule)) return null;
  return freq === 'DAILY' ? inItsUnit(rule) : freq === 'WEEKLY' && byMonthDay.length > 0 ? null : rule;
}

/** "The second Thursday" is one of a month; without a month RFC 5545 counts those of the year, which no plan means. */
const countsWeekdays = ({ freq, byMonth }: RecurrenceRule): boolean =>
  freq === 'MONTHLY' || (freq === 'YEARLY' && byMonth.length > 0);

/** "Every day that is a Monday" is every Monday, "every day that is the 15th" every 15th of the month. */
function inItsUnit(rule: RecurrenceRule): RecurrenceRule | null {
  if (rule.byMonthDay.length + rule.byDay.length === 0) return rule;
  if (rule.interval > 1) return null;
  return { ...rule, freq: rule.byMonthDay.length > 0 ? 'MONTHLY' : 'WEEKLY' };
}

/** Comma-separated whole numbers other than 0 within bounds; `null` when one is not; `[]` when absent. */
function numbers(text: string | undefined, least: number, most: number): readonly number[] | null {
  if (text === undefined) return [];
  const list = text.split(',').map((one) => (/^[+-]?\d{1,3}$/.test(one) ? Number(one) : Number.NaN));
  return list.every((one) => one >= least && one <= most && one !== 0) ? list : null;
}

function readWeekday(text: string): { nth: number | null; weekday: Weekday } | null {
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  const weekday = WEEKDAYS[match?.[2] ?? ''];
  if (!weekday) return null;
  return { nth: match?.[1] === undefined ? null : Number(match[1]), weekday };
}
