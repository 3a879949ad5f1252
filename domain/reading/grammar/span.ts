/**
 * From one day or month to another.
 *
 *   span := "dal" point ("al" | "fino al" | "-") point | "tra" point "e" point | point "-" point
 *   point := day | month | ("inizio" | "metà" | "fine") month | number (which takes the month of the other)
 */

import { daysInMonth } from '../../time/civil-date.js';
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Span } from './expression.js';
import { readHour } from './hour.js';
import { alone, type Point, readPoint } from './span-point.js';
import { NO_YEAR } from './year-mark.js';

/** At "dal", "da", "dall'", "tra", "fra". */
export function readSpan(line: Line, from: number): Span | null {
  const token = tokenAt(line, from);
  const between = token.text === 'tra' || token.text === 'fra';
  if (!between && !is(token, M.from)) return null;
  const first = overDayWords(line, from + 1);
  const start = readPoint(line, first) ?? alone(line, first);
  if (start === null) return null;
  const to = between ? skip(line, start.to, M.and) : overTo(line, start.to);
  const end = to === start.to ? null : readPoint(line, overDayWords(line, to));
  return end === null ? null : joined(from, start, end);
}

/** At a day or month followed by a dash: "12-14 settembre", "01/03/2026 – 31/05/2026", "marzo-maggio". */
export function readDashSpan(line: Line, from: number): Span | null {
  const start = readPoint(line, from) ?? alone(line, from);
  const sign = tokenAt(line, start?.to ?? from).text;
  if (
    start === null ||
    followsInList(line, from) ||
    (sign !== '-' && !(sign === '/' && start.type === 'month'))
  )
    return null;
  const end = readPoint(line, overDayWords(line, start.to + 1));
  if (end === null || (start.type === 'month') !== (end.type === 'month')) return null;
  // "30/06 – 31/12": a list of last days, or a third date behind, is no window.
  if (tokenAt(line, end.to).text === '-' && readPoint(line, end.to + 1) !== null) return null;
  const heads = tokenAt(line, end.to).text === ':' && end.month > start.month;
  if (sign === '/' && !heads && !areNeighbours(start.month, end.month)) return null;
  return closesMonth(start) ? null : joined(from, start, end);
}

/** "mar. - giu. - set. - dic.": the last two of a list are no window. */
const followsInList = (line: Line, from: number): boolean =>
  tokenAt(line, from - 1).text === '-' && tokenAt(line, from - 2).word.month > 0;

/** "marzo/aprile" is a stretch, "giugno/dicembre" two months, "gennaio/dicembre" the year. */
const areNeighbours = (first: number, last: number): boolean =>
  (last > first && last - first <= 2) || (first === 1 && last === 12);

const closesMonth = (point: Point): boolean =>
  point.type === 'day' && point.month > 0 && point.day >= 28 && point.day >= daysInMonth(2025, point.month);

const isOverDay = (token: Token): boolean =>
  is(token, M.article) || is(token, M.dayWord) || is(token, M.filler) || token.word.weekday > 0;

function overDayWords(line: Line, from: number): number {
  let at = readHour(line, from)?.to ?? from;
  const last = at + 5;
  while (at < last && isOverDay(tokenAt(line, at))) at++;
  if (isAt(line, at, M.of) && !isAt(line, at - 1, M.monthWord)) at++;
  return skip(line, skip(line, at, M.dayWord), M.article);
}

/** "al", "fino al", "e fino al", "a tutto il", "-". */
function overTo(line: Line, from: number): number {
  let at = skip(line, from, M.and);
  if (tokenAt(line, at).text === ',') at++;
  at = skip(line, at, M.until);
  if (isAt(line, at, M.at)) at++;
  else if (tokenAt(line, at).text === '-') at++;
  else return from;
  return tokenAt(line, at).text === 'tutto' ? at + 1 : at;
}

/** What is said once, month or year, holds for both; a span that would run backwards began a year before. */
function joined(from: number, start: Point, end: Point): Span | null {
  const month =
    start.type === 'day' && start.month === 0 ? (end.type === 'day' ? end.month : 0) : start.month;
  if (month === 0) return null;
  const borrowed =
    start.year === NO_YEAR || (start.year.year === null && start.year.shift === 0) ? end.year : start.year;
  const late = month > end.month && borrowed === end.year;
  const year = late
    ? end.year.year === null
      ? start.year
      : { ...end.year, year: end.year.year - 1 }
    : borrowed;
  const ends =
    late && end.year.year === null ? { ...end, year: { ...end.year, shift: end.year.shift + 1 } } : end;
  return { type: 'span', from, to: end.to, start: { ...start, month, year }, end: ends };
}
