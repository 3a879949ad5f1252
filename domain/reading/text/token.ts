/** The smallest things the grammar looks at: words, numbers and signs, each with its place in the text. */
import type { Mark } from '../words/mark.js';
import { NO_WORD, type Word } from '../words/word.js';

export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'end';
  /** Folded: lower case, without accents and apostrophes; a number's digits; a sign's character. */
  readonly text: string;
  /** First character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** No white space stands before it. */
  readonly glued: boolean;
  /** Its value as a cardinal ("30", "trenta"); -1 when it is none. */
  readonly value: number;
  /** Its value as an ordinal ("1°", "primo", "III"; "ultimo" is -1); 0 when it is none. */
  readonly rank: number;
  /** What the vocabulary knows of it. */
  readonly word: Word;
}

/** A phrase cut into tokens; `year` is assumed where the text names none. */
export interface Line {
  readonly text: string;
  readonly year: number;
  readonly tokens: readonly Token[];
}

const END: Token = {
  kind: 'end',
  text: '',
  start: 0,
  end: 0,
  glued: false,
  value: -1,
  rank: 0,
  word: NO_WORD,
};

/** The token at a place; before the first and after the last, one that matches nothing. */
export const tokenAt = (line: Line, index: number): Token => line.tokens[index] ?? END;

/** Whether the vocabulary gives the token this mark. */
export const is = (token: Token, mark: Mark): boolean => token.word.marks[mark] === 1;

/** Whether the token at a place has this mark. */
export const isAt = (line: Line, index: number, mark: Mark): boolean => is(tokenAt(line, index), mark);

/** No phrase says a small word more often than this in a row; noise must not make a rule walk through all of it. */
const MOST_SKIPPED = 4;

/** The first place from `index` on whose token lacks the mark. */
export function skip(line: Line, index: number, mark: Mark): number {
  let at = index;
  while (at < index + MOST_SKIPPED && isAt(line, at, mark)) at++;
  return at;
}

/** A number in digits of so many characters. */
export const isDigits = (token: Token, least: number, most: number): boolean =>
  token.kind === 'number' && token.text.length >= least && token.text.length <= most;
