/**
 * What is said of the year after a day, a month or a part of the year:
 *
 *   year-mark := ["del" | "-" | "/"] ["anno" | "esercizio"] (yyyy | "'" yy)
 *              | ["del"] ("corrente" | "prossimo" | "successivo" | "precedente" | "ogni" …) "anno"
 *              | "c.a." | "p.v." | "u.s."
 */
import { is, isAt, isDigits, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { YearMark } from './expression.js';

export interface YearRead {
  readonly mark: YearMark;
  /** The place after it; where it was asked, when nothing was said. */
  readonly to: number;
}

export const NO_YEAR: YearMark = { year: null, shift: 0, every: false, past: false, needs: null };
const inYear = (year: number): YearMark => ({ ...NO_YEAR, year });
const shifted = (shift: number): YearMark => ({ ...NO_YEAR, shift });
const EVERY: YearMark = { ...NO_YEAR, every: true };
const PAST: YearMark = { ...NO_YEAR, past: true };

export function readYearMark(line: Line, at: number): YearRead {
  const of =
    isAt(line, at, M.of) || tokenAt(line, at).text === 'nell' || tokenAt(line, at).text === ',' ? at + 1 : at;
  return (
    writtenYear(line, of) ??
    (tokenAt(line, at).text === ',' ? null : spokenYear(line, of)) ?? { mark: NO_YEAR, to: at }
  );
}

/** "2026", "anno 2026", "esercizio finanziario 2026", "'26". A comma may stand before the last two of four digits only. */
export function writtenYear(line: Line, at: number): YearRead | null {
  let year = skip(line, at, M.article);
  if (isAt(line, year, M.yearWord)) year = skipYearKind(line, year + 1);
  else if (year > at) return null;
  const token = tokenAt(line, year);
  if (isYear(line, year)) return { mark: inYear(token.value), to: year + 1 };
  const next = tokenAt(line, year + 1);
  if (token.text === "'" && isDigits(next, 2, 2) && next.glued)
    return { mark: inYear(2000 + next.value), to: year + 2 };
  return null;
}

const YEAR_KINDS = new Set([
  'solare',
  'finanziario',
  'civile',
  'scolastico',
  'di',
  'bilancio',
  'imposta',
  'contabile',
]);
function skipYearKind(line: Line, at: number): number {
  let next = at;
  while (YEAR_KINDS.has(tokenAt(line, next).text)) next++;
  return next;
}

/** Four digits that are a year, and not the first of "2025-2027" or "2025/26". */
export function isYear(line: Line, at: number): boolean {
  const token = tokenAt(line, at);
  if (!isDigits(token, 4, 4) || token.value < 1950 || token.value > 2099) return false;
  const [sign, next, after] = [tokenAt(line, at + 1), tokenAt(line, at + 2), tokenAt(line, at + 3)];
  if (sign.text !== '-' && sign.text !== '/') return true;
  if (next.kind !== 'number' || !(next.text.length === 4 || (next.text.length === 2 && next.glued)))
    return true;
  // "2025-30/06/2026" is the end of one date and the start of another.
  return (
    after.kind === 'sign' && after.glued && after.text !== ',' && after.text !== ';' && after.text !== ')'
  );
}

/** "dell'anno successivo", "del prossimo anno", "c.a.", "di ogni anno", "u.s.". */
function spokenYear(line: Line, from: number): YearRead | null {
  const at = skip(line, from, M.article);
  const token = tokenAt(line, at);
  if (is(token, M.yearWord)) return adjectiveAfter(line, at + 1);
  const noun = isAt(line, at + 1, M.article) ? at + 2 : at + 1;
  const ofYear = isAt(line, noun, M.yearWord);
  if (is(token, M.every)) return ofYear ? { mark: EVERY, to: skipYearKind(line, noun + 1) } : null;
  if (token.rank > 0 && ofYear) return ordinalYear(line, token.rank, noun);
  if (is(token, M.coming))
    return ofYear ? { mark: shifted(1), to: noun + 1 } : { mark: NO_YEAR, to: skip(line, at, M.coming) };
  if (is(token, M.next)) return ofYear ? { mark: shifted(1), to: noun + 1 } : null;
  if (is(token, M.previous)) return ofYear ? { mark: shifted(-1), to: noun + 1 } : null;
  if (is(token, M.past)) return { mark: PAST, to: ofYear ? noun + 1 : skip(line, at, M.past) };
  if (is(token, M.current)) return { mark: NO_YEAR, to: ofYear ? noun + 1 : at + 1 };
  return null;
}

/** After "anno": "successivo", "precedente", "in corso", "prossimo". */
function adjectiveAfter(line: Line, from: number): YearRead | null {
  const at = skipYearKind(line, from);
  const token = tokenAt(line, at);
  if (is(token, M.next) || is(token, M.coming)) return { mark: shifted(1), to: at + 1 };
  if (is(token, M.previous)) return { mark: shifted(-1), to: at + 1 };
  if (is(token, M.past)) return { mark: PAST, to: at + 1 };
  if (is(token, M.current)) return { mark: NO_YEAR, to: at + 1 };
  if (token.text === 'in' && tokenAt(line, at + 1).text === 'corso') return { mark: NO_YEAR, to: at + 2 };
  return null;
}

/** "del quinto anno successivo a quello di …": the phrase does not tell which. */
function ordinalYear(line: Line, rank: number, noun: number): YearRead | null {
  if (!isAt(line, noun + 1, M.next)) return null;
  const needs = `anno di partenza (${rank}° anno successivo)`;
  return { mark: rank === 1 ? shifted(1) : { ...NO_YEAR, needs }, to: noun + 2 };
}
