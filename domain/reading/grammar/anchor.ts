/**
 * The words that start a term, or fix it: copied from the text without article and without "data di", as
 * short as they stay clear. A day becomes its ISO date.
 *
 *   anchor := opening* noun-phrase        opening := article | "data di" | "data prevista per" | "quello in cui"
 */

import { parseCivilDate } from '../../time/civil-date.js';
import { is, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { afterOpenings } from './anchor-opening.js';
import { readDay } from './day.js';

export interface AnchorRead {
  readonly text: string | null;
  readonly to: number;
}

const MOST_WORDS = 9;

export function readAnchor(line: Line, from: number): AnchorRead {
  const start = afterOpenings(line, from);
  const day = readDay(line, start);
  if (day !== null) {
    const iso = parseCivilDate(isoDay(day.year.year ?? line.year + day.year.shift, day.month, day.day));
    if (iso !== null) return { text: iso, to: day.to };
  }
  const end = withoutTail(line, start, endOfPhrase(line, start));
  if (end > start) return { text: wordsBetween(line, start, end), to: end };
  // "dal momento in cui se ne è avuta notizia": nothing but the moment names it.
  const moment = tokenAt(line, from).text === 'momento' ? withoutTail(line, from, start) : from;
  return moment > from + 1
    ? { text: wordsBetween(line, from, moment), to: moment }
    : { text: null, to: from };
}

const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The words between two places as written, line breaks undone. */
export function wordsBetween(line: Line, from: number, to: number): string {
  const raw = line.text.slice(tokenAt(line, from).start, tokenAt(line, to - 1).end);
  return raw
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/(\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function endOfPhrase(line: Line, start: number): number {
  let at = start;
  for (let words = 0; words < MOST_WORDS; at++) {
    const token = tokenAt(line, at);
    if (endsPhrase(line, at, start, token)) break;
    if (token.kind !== 'sign') words++;
  }
  return at;
}

function endsPhrase(line: Line, at: number, start: number, token: Token): boolean {
  if (token.kind === 'end' || is(token, M.stop)) return true;
  // "e-mail" is one word, whatever its first letter means alone.
  if (is(token, M.and)) return tokenAt(line, at + 1).text !== '-' || !tokenAt(line, at + 1).glued;
  if (token.kind === 'sign')
    return !(token.glued && (token.text === '/' || token.text === '-') && tokenAt(line, at + 1).glued);
  if (is(token, M.from)) return at > start;
  return token.kind === 'number' && at > start && tokenAt(line, at + 1).word.unit !== null;
}

/** Without the small words that the phrase cannot end with. */
function withoutTail(line: Line, start: number, end: number): number {
  let to = end;
  while (to > start && isSmall(tokenAt(line, to - 1))) to--;
  return to;
}

const isSmall = (token: Token): boolean =>
  is(token, M.article) ||
  is(token, M.of) ||
  is(token, M.at) ||
  is(token, M.in) ||
  is(token, M.for) ||
  token.kind === 'sign';
