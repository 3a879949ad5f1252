/** Stretches of days or months of one year, in the making. */
import { type Line, skip } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Month, Stretch, YearMark } from './expression.js';

export const overOf = (line: Line, at: number): number => skip(line, skip(line, at, M.of), M.article);

export const LAST = 0;

export const stretch = (
  from: number,
  to: number,
  first: Stretch['first'],
  last: Stretch['last'],
  year: YearMark,
): Stretch => ({
  type: 'stretch',
  from,
  to,
  first,
  last,
  year,
});

export const daysOf = (from: number, { month, year, to }: Month, first: number, last: number): Stretch =>
  stretch(from, to, { month, day: first }, { month, day: last }, year);
