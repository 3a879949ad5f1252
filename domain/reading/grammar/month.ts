/**
 * Months: "giugno 2026", "giu-25", "il mese di novembre", "11/2025".
 *
 *   month := ["mese di"] name [sep] [year-mark] | 1–12 ("/" | "-" | ".") yyyy
 */
import { is, isAt, isDigits, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Month } from './expression.js';
import { isYear, NO_YEAR, readYearMark } from './year-mark.js';

export const readMonth = (line: Line, at: number): Month | null =>
  readNamedMonth(line, at) ?? readNumberedMonth(line, at);

function readNamedMonth(line: Line, from: number): Month | null {
  const at = afterMonthOf(line, from);
  const { month, short } = tokenAt(line, at).word;
  if (month === 0) return null;
  const [sep, year] = [tokenAt(line, at + 1), tokenAt(line, at + 2)];
  const joined = (sep.text === '-' || sep.text === '/' || sep.text === '.') && sep.glued && year.glued;
  if (joined && (isDigits(year, 2, 2) || isYear(line, at + 2))) {
    const full = year.text.length === 2 ? 2000 + year.value : year.value;
    return { type: 'month', from, to: at + 3, month, year: { ...NO_YEAR, year: full }, bare: false };
  }
  const { mark, to } = readYearMark(line, at + 1);
  return { type: 'month', from, to, month, year: mark, bare: short && to === at + 1 && at === from };
}

/** "mese di", "mesi di", "il mese di": the place after, unmoved when they are not there. */
function afterMonthOf(line: Line, from: number): number {
  if (!isAt(line, from, M.monthWord)) return from;
  const of = skip(line, from + 1, M.of);
  return tokenAt(line, of).word.month > 0 ? of : from;
}

/** "11/2025". */
function readNumberedMonth(line: Line, at: number): Month | null {
  const [month, sep, year] = [tokenAt(line, at), tokenAt(line, at + 1), tokenAt(line, at + 2)];
  if (!isDigits(month, 1, 2) || month.value < 1 || month.value > 12) return null;
  if (!is(sep, M.of) && (!['/', '-', '.'].includes(sep.text) || !sep.glued || !year.glued)) return null;
  if (is(sep, M.of) || !isYear(line, at + 2)) return null;
  return {
    type: 'month',
    from: at,
    to: at + 3,
    month: month.value,
    year: { ...NO_YEAR, year: year.value },
    bare: true,
  };
}
