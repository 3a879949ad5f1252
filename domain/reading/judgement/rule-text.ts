/** Recurrences as RFC 5545 writes them. */
import type { Repeat } from '../grammar/expression.js';

/** "FREQ=MONTHLY;INTERVAL=3", without prefix, start or end. */
export function ruleText({
  often,
  byMonth,
  byMonthDay,
  byDay,
}: Pick<Repeat, 'often' | 'byMonth' | 'byMonthDay' | 'byDay'>): string {
  const parts = [`FREQ=${often.freq}`];
  if (often.interval > 1) parts.push(`INTERVAL=${often.interval}`);
  if (byMonth.length > 0) parts.push(`BYMONTH=${byMonth.join(',')}`);
  if (byMonthDay !== null) parts.push(`BYMONTHDAY=${byMonthDay}`);
  if (byDay.length > 0) parts.push(`BYDAY=${byDay.join(',')}`);
  return parts.join(';');
}

/** "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16": a day of every year; -1 is the month's last. */
export const yearlyRule = (month: number, day: number, interval = 1): string =>
  ruleText({ often: { freq: 'YEARLY', interval, times: 1 }, byMonth: [month], byMonthDay: day, byDay: [] });

const UNIT_OF_TIME = new Set(['h', 'm']);

/** "P30D", "-PT48H", "P1M". */
export const offsetText = (count: number, unit: string, before: boolean): string =>
  `${before ? '-' : ''}P${UNIT_OF_TIME.has(unit) ? 'T' : ''}${count}${unit.toUpperCase()}`;
