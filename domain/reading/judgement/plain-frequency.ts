/** Frequencies without a day of their own, and what stands in one sentence with them. */
import type { Expression } from '../grammar/expression.js';
import type { Line } from '../text/token.js';
import { together } from './clause.js';

export const isPlain = (read: Expression): boolean =>
  read.type === 'repeat' && read.byMonthDay === null && read.byDay.length === 0 && read.byMonth.length === 0;

export const near = (line: Line, a: Expression, b: Expression): boolean =>
  a.from < b.from ? together(line, a.to, b.from) : together(line, b.to, a.from);
