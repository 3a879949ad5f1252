/**
 * Days that come back with each month or part of the year.
 *
 *   month-day := (number | ordinal "giorno" | "ultimo giorno" | "fine" | "primi" number "giorni") "di" turn
 *   turn      := ["ogni"] [ordinal] "mese" ["successivo" ["a" … part]] | "ogni" part | "ogni anno"
 */
import { is, isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Often } from '../words/word.js';
import { countOf } from './count.js';
import { dayNumber } from './day.js';
import type { Open, Repeat } from './expression.js';

export function readMonthDay(line: Line, from: number): Repeat | Open | null {
  const day = readDayOfTurn(line, from);
  if (day === null) return null;
  const of = skip(line, day.to, M.of);
  // "1 ogni bimestre" is how many.
  if (of === day.to && (!isAt(line, of, M.every) || isPlainNumber(line, from))) return null;
  return readTurn(line, from, skip(line, of, M.article), day);
}

const isPlainNumber = (line: Line, at: number): boolean =>
  tokenAt(line, at).kind === 'number' &&
  tokenAt(line, at).rank === 0 &&
  ![M.article, M.by, M.at, M.dayWord].some((mark) => isAt(line, at - 1, mark));

interface DayOfTurn {
  readonly day: number;
  readonly working: boolean;
  readonly to: number;
}

/** "10", "giorno 10", "decimo giorno", "ultimo giorno lavorativo", "fine", "primi 5 giorni". */
function readDayOfTurn(line: Line, from: number): DayOfTurn | null {
  const at = tokenAt(line, from).text === 'giorno' ? from + 1 : from;
  const token = tokenAt(line, at);
  if (token.text === 'fine') return { day: -1, working: false, to: at + 1 };
  if (token.text === 'primi') {
    const days = countOf(tokenAt(line, at + 1));
    const noun = skip(line, at + 2, M.working);
    if (days < 1 || days > 31 || tokenAt(line, noun).word.unit !== 'D') return null;
    return { day: days, ...afterWorking(line, noun + 1, noun > at + 2) };
  }
  const noun = skip(line, at + 1, M.working);
  if (token.rank !== 0 && tokenAt(line, noun).text === 'giorno' && token.rank <= 31) {
    return { day: token.rank, ...afterWorking(line, noun + 1, noun > at + 1) };
  }
  const day = dayNumber(token);
  return day > 0 && day <= 31 ? { day, working: false, to: at + 1 } : null;
}

function afterWorking(line: Line, from: number, already: boolean): { working: boolean; to: number } {
  const to = skip(line, skip(line, from, M.working), M.filler);
  return { working: already || isAt(line, from, M.working), to };
}

const often = (freq: Often['freq'], interval = 1): Often => ({ freq, interval, times: 1 });

const ofThisMonth = (from: number, to: number, day: number | null): Open => {
  return { type: 'open', from, to, kind: day === -1 ? 'month-end' : 'date', needs: 'mese corrente' };
};

function readTurn(line: Line, from: number, at: number, { day, working }: DayOfTurn): Repeat | Open | null {
  const rule = { type: 'repeat' as const, from, byDay: [], said: 'day' as const, working, byMonthDay: day };
  const each = skip(line, at, M.every);
  const noun = skip(line, each, M.article);
  if (isAt(line, noun, M.current) && tokenAt(line, noun + 1).text === 'mese')
    return ofThisMonth(from, noun + 2, day);
  const shift = tokenAt(line, noun).rank > 0 ? tokenAt(line, noun).rank : 1;
  const month = tokenAt(line, noun).rank > 0 ? noun + 1 : noun;
  if (tokenAt(line, month).text === 'mese') return readMonthTurn(line, from, month + 1, shift, rule);
  if (noun === at) return null;
  const { part } = tokenAt(line, noun).word;
  // "i primi dieci giorni di ogni semestre" are of its first month.
  const start = tokenAt(line, from).text === 'primi' ? 1 : 0;
  if (part > 0)
    return { ...rule, to: noun + 1, often: often('YEARLY'), byMonth: monthsAfterParts(part, start) };
  if (isAt(line, noun, M.yearWord) && day === -1)
    return { ...rule, to: noun + 1, often: often('YEARLY'), byMonth: [12] };
  return null;
}

/** After "mese": "successivo al trimestre" gives its months, "corrente" a day that only the reader of the act knows. */
function readMonthTurn(
  line: Line,
  from: number,
  after: number,
  shift: number,
  rule: Omit<Repeat, 'to' | 'often' | 'byMonth'>,
): Repeat | Open | null {
  const at = tokenAt(line, after).text === 'solare' ? after + 1 : after;
  const running = tokenAt(line, at).text === 'in' && tokenAt(line, at + 1).text === 'corso';
  if (isAt(line, at, M.current) || isAt(line, at, M.coming) || running)
    return ofThisMonth(from, running ? at + 2 : at + 1, rule.byMonthDay);
  if (tokenAt(line, at).word.month > 0 || (isAt(line, at, M.of) && tokenAt(line, at + 1).word.month > 0))
    return null;
  const monthly = { ...rule, often: often('MONTHLY'), byMonth: [] };
  if (!isAt(line, at, M.next)) return { ...monthly, to: isAt(line, at, M.previous) ? at + 1 : at };
  const part = partAhead(line, at + 1);
  if (part === null) return { ...monthly, to: at + 1 };
  return { ...rule, to: part.to, often: often('YEARLY'), byMonth: monthsAfterParts(part.months, shift) };
}

/** The trimester or semester that "successivo a …" speaks of, a few words on. */
export function partAhead(line: Line, from: number): { months: number; to: number } | null {
  if (!isAt(line, from, M.at)) return null;
  for (let at = from + 1; at < from + 9; at++) {
    const token = tokenAt(line, at);
    if (token.word.part > 0) return { months: token.word.part, to: at + 1 };
    if (token.kind !== 'word' || is(token, M.by) || is(token, M.and)) return null;
  }
  return null;
}

/** Months that come so many after the end of each part of the year: 1, 4, 7, 10 for quarters and 1. */
export const monthsAfterParts = (part: number, shift: number): readonly number[] =>
  Array.from({ length: 12 / part }, (_, index) => (((index + 1) * part + shift - 1) % 12) + 1).sort(
    (a, b) => a - b,
  );
