/**
 * Text → tokens. Undone here, so that the grammar need not know: case, accents, typographic apostrophes,
 * words broken at the end of a line, digits misread by a scanner, missing spaces, dotted abbreviations.
 */
import { isAbbreviation } from '../words/abbreviations.js';
import { ROMANS } from '../words/numerals.js';
import { wordOf } from '../words/vocabulary.js';
import { NO_WORD, type Word } from '../words/word.js';
import { seam } from './glued-words.js';
import { APOSTROPHE, classOf, DIGIT, fold, isDash, LETTER, SILENT, SPACE } from './letters.js';
import { misreadDigits } from './misread-digits.js';
import { misreadRun } from './misread-run.js';
import { endOfOrdinal, endOfOrdinalSign } from './ordinal-sign.js';
import type { Token } from './token.js';
import { endOfWord, readsOn } from './word-run.js';

const ROMAN_RUN = /^(?:[IVX]{1,6}|i|ii|iii|iv)$/;
const isRoman = (raw: string): boolean => 'IVXiv'.includes(raw.charAt(0)) && ROMAN_RUN.test(raw);

interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  /** No white space since the last token. */
  glued: boolean;
}

export function scan(text: string): readonly Token[] {
  const state: Scan = { text, tokens: [], glued: false };
  let at = 0;
  while (at < text.length) at = step(state, at);
  return state.tokens;
}

function step(state: Scan, at: number): number {
  const { text } = state;
  const kind = classOf(text.charCodeAt(at));
  if (kind === SPACE) {
    state.glued = false;
    return at + 1;
  }
  if (kind === SILENT) return at + 1;
  if (kind === DIGIT || kind === LETTER) {
    const misread = misreadRun(text, at);
    if (misread !== null) return pushNumber(state, at, at + misread.length, misreadDigits(misread) ?? '');
    return kind === DIGIT ? digits(state, at) : word(state, at);
  }
  push(state, 'sign', sign(text, at), at, at + 1, NO_WORD);
  return at + 1;
}

const sign = (text: string, at: number): string => {
  const code = text.charCodeAt(at);
  if (isDash(code)) return '-';
  return classOf(code) === APOSTROPHE ? "'" : text.charAt(at);
};

/** What is known of the word gives value and rank, unless the writing says more ("III", "30"). */
function push(
  state: Scan,
  kind: Token['kind'],
  text: string,
  start: number,
  end: number,
  word: Word,
  rank = word.rank,
  value = word.value,
): void {
  state.tokens.push({ kind, text, start, end, glued: state.glued, value, rank, word });
  state.glued = true;
}

function digits(state: Scan, at: number): number {
  let end = at;
  while (classOf(state.text.charCodeAt(end)) === DIGIT) end++;
  return pushNumber(state, at, end, state.text.slice(at, end));
}

function pushNumber(state: Scan, start: number, after: number, text: string): number {
  const value = text.length < 9 ? Number(text) : -1;
  const end = endOfOrdinal(state.text, after);
  push(state, 'number', text, start, end, NO_WORD, end > after && value > 0 ? value : 0, value);
  return end;
}

function word(state: Scan, start: number): number {
  const { text } = state;
  const end = endOfWord(text, start);
  const raw = text.slice(start, end);
  const folded = fold(readsOn(raw));
  const known = wordOf(folded);
  if (known === NO_WORD && raw.length === folded.length) {
    const cut = seam(folded, state.tokens.at(-1)?.word.unit != null);
    if (cut > 0) return glued(state, folded.slice(0, cut), start);
  }
  let after = end;
  // In "30.V.2026" the point after the month is a separator.
  const separates = state.glued && isRoman(raw) && classOf(text.charCodeAt(end + 1)) === DIGIT;
  if (text.charAt(after) === '.' && isAbbreviation(folded) && !separates) after++;
  else if (classOf(text.charCodeAt(after)) === APOSTROPHE) after++;
  const ordinal = endOfOrdinalSign(text, end, raw);
  const rank = folded.length <= 6 && isRoman(raw) ? (ROMANS.get(folded) ?? 0) : known.rank;
  push(state, 'word', folded, start, Math.max(after, ordinal), known, rank);
  return Math.max(after, ordinal);
}

/** The first of two words typed as one; the rest is read next. */
function glued(state: Scan, first: string, start: number): number {
  push(state, 'word', first, start, start + first.length, wordOf(first));
  return word(state, start + first.length);
}
