/**
 * Left to right through the tokens: at each, the rules that can start there; what a rule has read is not read
 * again. Every rule looks a bounded number of tokens ahead, so this is linear.
 */
import { type Line, tokenAt } from '../text/token.js';
import type { Expression } from './expression.js';
import { rulesAt } from './rules.js';

/** The expressions of a line, in order, none within another. */
export function findExpressions(line: Line): readonly Expression[] {
  const found: Expression[] = [];
  let at = 0;
  while (at < line.tokens.length) at = readAt(line, at, found);
  return found;
}

function readAt(line: Line, at: number, found: Expression[]): number {
  for (const rule of rulesAt(tokenAt(line, at))) {
    const read = rule(line, at);
    if (read === null) continue;
    if (!('length' in read)) found.push(read);
    else for (const one of read) found.push(one);
    return Math.max(at + 1, found.at(-1)?.to ?? 0);
  }
  return at + 1;
}
