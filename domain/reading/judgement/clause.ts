/** The clause around a place: what stands in it colours the day that it names. */
import { is, type Line, tokenAt } from '../text/token.js';
import type { Mark } from '../words/mark.js';

/** How far to look on each side; a clause that goes on longer says other things. */
const REACH = 30;

export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Semicolons, cell borders, bullets, and points that end a sentence. */
export function isBorder(line: Line, at: number): boolean {
  const token = tokenAt(line, at);
  if (token.kind === 'end') return true;
  if (token.kind !== 'sign') return false;
  if (token.text === ';' || token.text === '|' || token.text === '•') return true;
  return token.text === '.' && !(tokenAt(line, at + 1).glued && tokenAt(line, at + 1).kind !== 'sign');
}

export function clauseAround(line: Line, from: number, to: number): Clause {
  let first = from;
  while (first > 0 && from - first < REACH && !isBorder(line, first - 1)) first--;
  let last = to;
  while (last - to < REACH && !isBorder(line, last)) last++;
  return { from: first, to: last };
}

/** Whether a word with one of these marks stands between two places. */
export function mentions(line: Line, { from, to }: Clause, marks: readonly Mark[]): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(line, at);
    for (const mark of marks) if (is(token, mark)) return true;
  }
  return false;
}

/** Whether nothing ends the clause between two places. */
export function together(line: Line, from: number, to: number): boolean {
  if (to - from > REACH) return false;
  for (let at = from; at < to; at++) if (isBorder(line, at)) return false;
  return true;
}
