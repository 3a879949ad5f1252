/**
 * Days in every notation.
 *
 *   day     := number month-name [year-mark] | number sep month [sep year]
 *   number  := 1–99 | "1°" | "primo" | "trentuno"     sep := "/" | "." | "-"     month := 1–12 | I–XII | "dic"
 */
import { isAt, isDigits, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { fullYear, isSeparator, made } from './day-parts.js';
import type { Day } from './expression.js';
import { readIsoDay, readNumericDay } from './numeric-day.js';
import { isYear, NO_YEAR, readYearMark } from './year-mark.js';

/** A day of the month at a place, 0 when there is none. Whether the month has it is asked later. */
export function dayNumber(token: Token): number {
  if (token.kind === 'number') return token.text.length <= 2 ? token.value : 0;
  if (token.text === 'primo') return 1;
  return token.value > 1 && token.value <= 31 ? token.value : 0;
}

export const readDay = (line: Line, at: number): Day | null =>
  readIsoDay(line, at) ?? readNumericDay(line, at) ?? readNamedDay(line, at);

/** "30 giugno 2026", "31-dic-25", "15 del mese di luglio". */
function readNamedDay(line: Line, at: number): Day | null {
  const day = dayNumber(tokenAt(line, at));
  if (day === 0) return null;
  let name = isSeparator(tokenAt(line, at + 1)) && tokenAt(line, at + 1).glued ? at + 2 : at + 1;
  if (isAt(line, name, M.of) && isAt(line, name + 1, M.monthWord) && isAt(line, name + 2, M.of)) name += 3;
  else if (tokenAt(line, name).text === 'di' && tokenAt(line, name + 1).word.month > 0) name++;
  const { month } = tokenAt(line, name).word;
  if (month === 0) return null;
  const sep = tokenAt(line, name + 1);
  const year = tokenAt(line, name + 2);
  if (isSeparator(sep) && sep.glued && year.glued && (isDigits(year, 2, 2) || isYear(line, name + 2))) {
    return made(line, at, name + 3, day, month, { ...NO_YEAR, year: fullYear(year) });
  }
  const { mark, to } = readYearMark(line, name + 1);
  return made(line, at, to, day, month, mark);
}
