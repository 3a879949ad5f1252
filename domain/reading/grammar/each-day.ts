/** Days that come back, after "ogni": "ogni lunedì", "ogni primo martedì del mese", "ogni 15 del mese", "ogni 31 dicembre". */
import { type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber, readDay } from './day.js';
import type { Expression, Repeat } from './expression.js';
import { repeat } from './frequency.js';
import { readMonth } from './month.js';
import { readMonthDay } from './month-day.js';
import { readMonthWeekday, readWeekdays } from './weekdays.js';

/** "ogni lunedì", "ogni primo martedì del mese". */
export function readEachWeekday(line: Line, from: number): Expression | null {
  const at = skip(line, skip(line, from, M.every), M.article);
  const read = readMonthWeekday(line, at) ?? readWeekdays(line, at);
  return read === null ? null : { ...read, from };
}

/** "ogni fine mese". */
const everyMonthEnd = (from: number, to: number): Repeat => ({
  ...repeat(from, to, { freq: 'MONTHLY', interval: 1, times: 1 }, 'day'),
  byMonthDay: -1,
});

/** "ogni 15 del mese", "ogni 31 dicembre", "ogni mese di giugno". */
export function readEachDay(line: Line, from: number): Expression | null {
  const at = skip(line, skip(line, from, M.every), M.article);
  const read = readDay(line, at) ?? readMonth(line, at);
  if (read !== null) return { ...read, from, year: { ...read.year, every: true } };
  if (tokenAt(line, at).text === 'fine' && tokenAt(line, at + 1).text === 'mese')
    return everyMonthEnd(from, at + 2);
  const turn = dayNumber(tokenAt(line, at)) > 0 ? readMonthDay(line, at) : null;
  return turn === null ? null : { ...turn, from };
}
