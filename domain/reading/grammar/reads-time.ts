/** Whether a time is said at a place: after "entro" or "il termine di", nothing outside fixes it then. */
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { readDuration } from './count.js';
import { dayNumber, readDay } from './day.js';
import { readEdge } from './edge.js';
import { readMonth } from './month.js';
import { readMonthDay } from './month-day.js';
import { readNextMonth } from './next-month.js';
import { readPart } from './part.js';
import { readTerm } from './term.js';
import { readYear } from './year.js';

const MOST_BETWEEN = 6;
const BOUNDS = new Set('superiore inferiore maggiore minore pari compreso'.split(' '));
const isBetween = (token: Token): boolean =>
  is(token, M.filler) || is(token, M.of) || is(token, M.at) || is(token, M.not) || BOUNDS.has(token.text);

/** After articles and small words: "entro un termine non superiore a 30 giorni", "entro la scadenza del 16 giugno". */
export function timeFollows(line: Line, from: number): boolean {
  let at = tokenAt(line, from).text === ',' && isAt(line, from + 1, M.not) ? from + 1 : from;
  while (at < from + MOST_BETWEEN && isBetween(tokenAt(line, at))) at++;
  return readsTime(line, at) || readsTime(line, skip(line, at, M.article));
}

export function readsTime(line: Line, at: number): boolean {
  const token = tokenAt(line, at);
  if (dayNumber(token) > 0 || token.word.weekday > 0 || isAt(line, at, M.yearWord)) return true;
  const day = readDay(line, at) ?? readMonthDay(line, at) ?? readMonth(line, at);
  const period = readEdge(line, at) ?? readPart(line, at) ?? readYear(line, at);
  return (day ?? period ?? readTerm(line, at) ?? readNextMonth(line, at) ?? readDuration(line, at)) !== null;
}
