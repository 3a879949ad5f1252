/** Frequencies without a day of their own, and what stands in one sentence with them. */
import type { Expression, Repeat } from '../grammar/expression.js';
import type { Line } from '../text/token.js';
import { together } from './clause.js';
import type { Judged } from './judged.js';

export const isPlain = (read: Expression): boolean =>
  read.type === 'repeat' && read.byMonthDay === null && read.byDay.length === 0 && read.byMonth.length === 0;

export const near = (line: Line, a: Expression, b: Expression): boolean =>
  a.from < b.from ? together(line, a.to, b.from) : together(line, b.to, a.from);

/** "ogni sei mesi, entro il 31 gennaio ed entro il 31 luglio": as many days or months as the year has turns. */
export function hasItsDays(line: Line, repeat: Repeat, judged: readonly Judged[]): boolean {
  const { freq, interval, times } = repeat.often;
  if (freq !== 'MONTHLY' || interval === 1 || times > 1) return false;
  const days = judged.filter(
    ({ read, verdict }) =>
      verdict === 'deadline' && (read.type === 'day' || read.type === 'month') && near(line, repeat, read),
  );
  return days.length === 12 / interval;
}
