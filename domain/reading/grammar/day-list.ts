/**
 * Days that share the month said once: "il 10 e il 25 settembre", "10, 20 e 30 giugno 2026".
 *
 *   day-list := number ("," number)* ("e" | "o") number month [year-mark]
 */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber, readDay } from './day.js';
import type { Day, Read } from './expression.js';

const LONGEST = 8;

export function readDayList(line: Line, from: number): Read {
  const alone: { day: number; at: number }[] = [];
  let at = from;
  while (alone.length < LONGEST) {
    const whole = alone.length > 0 ? readDay(line, at) : null;
    if (whole !== null) return shared(alone, whole);
    const day = dayNumber(tokenAt(line, at));
    if (day === 0) return null;
    alone.push({ day, at });
    const next = afterLink(line, at + 1);
    if (next === null) return null;
    at = next;
  }
  return null;
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

/** A comma alone makes no list of two: "rata 1, 30 giugno". */
function shared(alone: readonly { day: number; at: number }[], whole: Day): Read {
  const days = alone.map(({ day, at }): Day => ({ ...whole, from: at, to: at + 1, day, time: null }));
  return [...days, whole];
}
