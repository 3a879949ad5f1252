/**
 * Days that share the month said once: "il 10 e il 25 settembre", "10, 20 e 30 giugno 2026", "il 1° e il 15 di
 * ogni mese".
 *
 *   day-list := number (("," | "e" | "o") number)* (month [year-mark] | "di ogni mese")
 */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber, readDay } from './day.js';
import type { Day, Read, Repeat } from './expression.js';
import { readMonthDay } from './month-day.js';
import { readYearMark } from './year-mark.js';

interface Alone {
  readonly day: number;
  readonly at: number;
}

const LONGEST = 8;

export function readDayList(line: Line, from: number): Read {
  const alone: Alone[] = [];
  let at = from;
  while (alone.length < LONGEST) {
    const whole = alone.length > 0 ? wholeAt(line, at) : null;
    if (whole !== null) return isList(line, alone) ? shared(alone, whole) : null;
    const day = dayNumber(tokenAt(line, at));
    if (day === 0) return null;
    alone.push({ day, at });
    const next = afterLink(line, at + 1);
    if (next === null) return null;
    at = next;
  }
  return null;
}

function wholeAt(line: Line, at: number): Day | Repeat | null {
  const day = readDay(line, at);
  if (day !== null) return day;
  const turn = dayNumber(tokenAt(line, at)) > 0 ? readMonthDay(line, at) : null;
  return turn?.type === 'repeat' ? turn : null;
}

/** After "e il", ", il", "ed entro il": the place of the next number; `null` when no list goes on. */
function afterLink(line: Line, at: number): number | null {
  const link = tokenAt(line, at);
  if (link.text !== ',' && !isAt(line, at, M.and)) return null;
  let next = skip(line, at + 1, M.and);
  next = skip(line, next, M.by);
  next = skip(line, next, M.at);
  next = skip(line, next, M.article);
  return skip(line, next, M.dayWord);
}

/** "entro il 10 di gennaio/luglio", "il 16 dei mesi di aprile, luglio e ottobre": that day of each. */
export function readDayOfMonths(line: Line, from: number): Read {
  if (tokenAt(line, from + 1).kind === 'sign') return null;
  const first = readDay(line, from);
  if (first === null || first.year.year !== null || tokenAt(line, first.to - 1).word.month === 0) return null;
  const several = tokenAt(line, first.to - 2).text === 'di' && tokenAt(line, first.to - 3).text === 'mesi';
  const days: Day[] = [first];
  for (let at = first.to; days.length < LONGEST; ) {
    const link = tokenAt(line, at);
    const next = link.text === '/' || (several && (link.text === ',' || isAt(line, at, M.and))) ? at + 1 : at;
    const { month } = tokenAt(line, next).word;
    if (next === at || month === 0) break;
    const { mark, to } = readYearMark(line, next + 1);
    days.push({ ...first, from: next, to, month, year: mark });
    at = to;
  }
  return days.length > 1 ? days : null;
}

/** A comma alone makes no list of two: "rata 1, 30 giugno". */
const isList = (line: Line, [first, second]: readonly Alone[]): boolean =>
  second !== undefined || (first !== undefined && isAt(line, first.at + 1, M.and));

function shared(alone: readonly Alone[], whole: Day | Repeat): Read {
  const days = alone.map(({ day, at }): Day | Repeat => {
    const place = { from: at, to: at + 1 };
    return whole.type === 'day'
      ? { ...whole, ...place, day, time: null }
      : { ...whole, ...place, byMonthDay: day };
  });
  return [...days, whole];
}
