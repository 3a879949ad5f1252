/** The words a term of a plan is quoted by: a little more than its time, where the time alone says nothing. */
import { isBorder } from '../judgement/clause.js';
import { is, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import type { PlanTerm } from './plan-term.js';

const LONGEST = 14;

/** "monitoraggio 2 volte l'anno" with its noun; "tempistiche rispettate per le dichiarazioni" with what follows. */
export function withWholePhrase(line: Line, term: PlanTerm): PlanTerm {
  const [start, end] = term.span;
  const from = line.tokens.findIndex((token) => token.start === start);
  const to = line.tokens.findIndex((token) => token.end === end) + 1;
  if (from < 0 || to < 1) return term;
  if (term.kind === 'recurring' && is(tokenAt(line, from + 1), M.times) && isDone(tokenAt(line, from - 1)))
    return quoted(line, term, from - 1, to);
  if (term.kind === 'external-term' && term.anchor === null && is(tokenAt(line, to - 1), M.respect))
    return quoted(line, term, from, endOfClause(line, to));
  return term;
}

const isDone = (token: Token): boolean =>
  token.kind === 'word' && (is(token, M.action) || isActionNoun(token.text));

function endOfClause(line: Line, from: number): number {
  let at = from;
  while (at < from + LONGEST && !isBorder(line, at) && tokenAt(line, at).text !== ',') at++;
  return at;
}

function quoted(line: Line, term: PlanTerm, from: number, to: number): PlanTerm {
  const span = [tokenAt(line, from).start, tokenAt(line, to - 1).end] as const;
  return { ...term, phrase: line.text.slice(...span).replace(/\s+/g, ' '), span };
}
