/**
 * Whole years: "2026", "l'anno in corso", "il prossimo anno", "tutto l'anno 2026".
 *
 *   year := yyyy | "anno" [yyyy | "in corso" | "successivo" …] | ("corrente" | "prossimo") "anno" | "tutto" "l'" year
 */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Open, Year } from './expression.js';
import { isYear, NO_YEAR, readYearMark, writtenYear } from './year-mark.js';

export function readYear(line: Line, from: number): Year | null {
  const whole = tokenAt(line, from).text === 'tutto' || tokenAt(line, from).text === 'intero';
  const at = whole ? skip(line, skip(line, from + 1, M.article), M.of) : from;
  const year = { type: 'year' as const, from, whole };
  if (isYear(line, at)) return { ...year, to: at + 1, year: { ...NO_YEAR, year: tokenAt(line, at).value } };
  const token = tokenAt(line, at);
  if (isAt(line, at, M.yearWord)) return token.text.endsWith('i') ? null : namedYear(line, at, year);
  const spoken =
    isAt(line, at, M.current) ||
    isAt(line, at, M.coming) ||
    isAt(line, at, M.next) ||
    isAt(line, at, M.every) ||
    isOrdinalYear(line, at);
  if (!spoken) return null;
  const { mark, to } = readYearMark(line, at);
  const ofYear = isAt(line, to - 1, M.yearWord) || mark.needs !== null || tokenAt(line, at).text === 'ca';
  return to > at && ofYear ? { ...year, to, year: mark } : null;
}

/** "il quinto anno successivo": which, the phrase does not tell. */
const isOrdinalYear = (line: Line, at: number): boolean =>
  tokenAt(line, at).rank > 0 && isAt(line, at + 1, M.yearWord) && isAt(line, at + 2, M.next);

const SCHOOL = new Set(['scolastico', 'accademico', 'educativo', 'scolastica']);

/** "entro l'anno scolastico 2025/26": when it ends, the phrase does not tell. */
export function readSchoolYear(line: Line, from: number): Open | null {
  const by = isAt(line, from - 1, M.article) ? from - 2 : from - 1;
  if (!isAt(line, from, M.yearWord) || !SCHOOL.has(tokenAt(line, from + 1).text) || !isAt(line, by, M.by))
    return null;
  return { type: 'open', from, to: from + 2, kind: 'period', needs: 'calendario scolastico' };
}

/** From the word "anno". A school year is not a year; neither is "anno 2025-2027". */
function namedYear(line: Line, at: number, year: Pick<Year, 'type' | 'from' | 'whole'>): Year | null {
  const next = tokenAt(line, at + 1);
  if (SCHOOL.has(next.text)) return null;
  const { mark, to } = writtenYear(line, at) ?? readYearMark(line, at);
  if (to === at && next.kind === 'number') return null;
  return { ...year, to: Math.max(to, at + 1), year: mark };
}
