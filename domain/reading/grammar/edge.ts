/**
 * Parts of a month or a year named by where they lie.
 *
 *   edge := "fine" of (month | year | part) | "metà" of (month | year) | ("inizio" | "primi" [n "giorni"]) of month
 *         | ordinal ("decade" | "quindicina" | "settimana" | "metà") of (month | year) | "primi" n "mesi" of year
 */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { countOf } from './count.js';
import type { Expression, Open, Stretch } from './expression.js';
import { readMonth } from './month.js';
import { readPart } from './part.js';
import { readPiece } from './piece.js';
import { daysOf, LAST, overOf, stretch } from './stretch.js';
import { readYear } from './year.js';

export function readEdge(line: Line, at: number): Expression | null {
  const { text, rank } = tokenAt(line, at);
  const of = overOf(line, at + 1);
  if (rank !== 0 && !isAt(line, at + 1, M.yearWord)) {
    const piece = readPiece(line, at, rank);
    if (piece !== null) return piece;
  }
  if (text === 'fine') return atEnd(line, at, of);
  if (text === 'meta') return inMiddle(line, at, of);
  if (text === 'inizio' || text === 'inizi') return firstDays(line, at, of, 10);
  return text.startsWith('prim') && text !== 'prima' && text !== 'primo' ? firstDaysOrMonths(line, at) : null;
}

function atEnd(line: Line, from: number, of: number): Expression | null {
  const month = readMonth(line, of);
  if (month !== null) return { ...month, from, bare: false };
  const part = readPart(line, of)?.[0];
  if (part !== undefined) return { ...part, from };
  const noun = tokenAt(line, of).text;
  if (noun === 'mese') return open(from, afterCurrent(line, of + 1), 'month-end', 'mese corrente');
  // "nel fine settimana" is the weekend.
  if (noun === 'settimana' && !isAt(line, from - 1, M.in))
    return open(from, of + 1, 'period', 'settimana corrente');
  const year = readYear(line, of);
  return year === null ? null : { ...year, from, whole: false };
}

const open = (from: number, to: number, kind: Open['kind'], needs: string): Open => ({
  type: 'open',
  from,
  to,
  kind,
  needs,
});

function afterCurrent(line: Line, at: number): number {
  if (tokenAt(line, at).text === 'in' && tokenAt(line, at + 1).text === 'corso') return at + 2;
  return skip(line, at, M.current);
}

/** The middle of a year is 30 June, of a month the 15th. */
function inMiddle(line: Line, from: number, of: number): Expression | null {
  const day = { type: 'day' as const, from, time: null, weak: false };
  const month = readMonth(line, of);
  if (month !== null) return { ...day, to: month.to, day: 15, month: month.month, year: month.year };
  if (tokenAt(line, of).text === 'mese') return open(from, of + 1, 'date', 'mese corrente');
  const year = readYear(line, of);
  return year === null ? null : { ...day, to: year.to, day: 30, month: 6, year: year.year };
}

function firstDays(line: Line, from: number, of: number, days: number): Stretch | null {
  const month = readMonth(line, of);
  return month === null ? null : daysOf(from, month, 1, days);
}

/** "primi di giugno", "primi dieci giorni di giugno", "primi sei mesi dell'anno". */
function firstDaysOrMonths(line: Line, from: number): Stretch | Open | null {
  const count = countOf(tokenAt(line, from + 1));
  const noun = count > 0 ? from + 2 : from + 1;
  const { unit } = tokenAt(line, noun).word;
  const of = overOf(line, unit === null ? noun : noun + 1);
  if (unit === 'D' && tokenAt(line, of).word.part > 0 && isAt(line, of + 1, M.next))
    return open(from, of + 2, 'period', 'trimestre o semestre di riferimento');
  if (unit === 'M') {
    const year = readYear(line, of);
    return year === null || count < 1 || count > 12
      ? null
      : stretch(from, year.to, { month: 1, day: 1 }, { month: count, day: LAST }, year.year);
  }
  return count > 28 || (unit !== 'D' && unit !== null) ? null : firstDays(line, from, of, count || 10);
}
