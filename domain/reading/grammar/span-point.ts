/** The ends of a span: a day, a month, its beginning, middle or end, or a number that takes the month of the other. */
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber, readDay } from './day.js';
import { readEdge } from './edge.js';
import type { Day, Month } from './expression.js';
import { readMonth } from './month.js';
import { overOf } from './stretch.js';
import { NO_YEAR } from './year-mark.js';

export type Point = Day | Month;

export const readPoint = (line: Line, at: number): Point | null =>
  readDay(line, at) ?? readMonth(line, at) ?? edgePoint(line, at);

/** "da metà gennaio a fine febbraio", "da inizio marzo". */
function edgePoint(line: Line, at: number): Point | null {
  if (!isAt(line, at, M.edge)) return null;
  const edge = tokenAt(line, at).text.startsWith('inizi')
    ? readMonth(line, overOf(line, at + 1))
    : readEdge(line, at);
  return edge?.type === 'day' || edge?.type === 'month' ? { ...edge, from: at } : null;
}

/** A number without its month, as in "dal 10 al 20 giugno". */
export function alone(line: Line, at: number): Day | null {
  const day = dayNumber(tokenAt(line, at));
  return day === 0
    ? null
    : { type: 'day', from: at, to: at + 1, day, month: 0, year: NO_YEAR, time: null, weak: false };
}
