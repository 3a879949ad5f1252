/** "entro il mese successivo": of each quarter, of each month, or once after an event. */
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { readDirection } from './direction.js';
import type { Repeat, Term } from './expression.js';
import { monthsAfterParts, partAhead } from './month-day.js';

export function readNextMonth(line: Line, at: number): Repeat | Term | null {
  if (tokenAt(line, at).text !== 'mese' || !(isAt(line, at + 1, M.next) || isAt(line, at + 1, M.previous)))
    return null;
  const rule = {
    type: 'repeat' as const,
    from: at,
    byMonthDay: -1,
    byDay: [],
    said: 'day' as const,
    working: false,
  };
  const part = partAhead(line, at + 2);
  if (part !== null) {
    const often = { freq: 'YEARLY' as const, interval: 1, times: 1 };
    return { ...rule, to: part.to, often, byMonth: monthsAfterParts(part.months, 1) };
  }
  const directed = readDirection(line, at + 1);
  const each = directed.anchor === null || tokenAt(line, at + 3).text === 'quello';
  if (each) return { ...rule, to: at + 2, often: { freq: 'MONTHLY', interval: 1, times: 1 }, byMonth: [] };
  return { type: 'term', from: at, count: 1, unit: 'M', working: false, ordinal: true, ...directed };
}
