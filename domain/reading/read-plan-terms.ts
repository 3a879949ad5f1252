/**
 * The terms of a clause of a plan: what `readDeadlines` reads, and besides what a plan keeps though nothing is
 * due: first days, days on which something happens or happened, what goes on all year.
 */
import { findExpressions } from './grammar/find-expressions.js';
import { itemsOf } from './judgement/items-of.js';
import { judge } from './judgement/judge.js';
import { mergeRules } from './judgement/merge-rules.js';
import { shareWords } from './judgement/shared-words.js';
import { continuousTerms, goesOn } from './milestones/continuous.js';
import { inTimesCell, kept } from './milestones/kept.js';
import { type PlanTerm, planTermOf } from './milestones/plan-term.js';
import { settleStarts } from './milestones/starts.js';
import { unledTerm } from './milestones/unled-terms.js';
import { withWholePhrase } from './milestones/whole-phrase.js';
import { scan } from './text/scan.js';
import type { Line } from './text/token.js';

export type { PlanTerm } from './milestones/plan-term.js';

export interface PlanTermsOptions {
  /** The text is a cell of a column of times ("Tempi", "Scadenza"): each bare day, month, period or year is a term. */
  readonly cell?: 'times';
}

/**
 * The terms of a clause, in the order of the text, each once. `year` (1–9999) is the year of the objectives,
 * assumed where the text names none. Never throws; empty when the clause names no time. Terms that the clause
 * leaves open ("entro X giorni") are left out; a day that does not exist is a `none` with `invalid`.
 */
export function readPlanTerms(
  text: string,
  year: number,
  { cell }: PlanTermsOptions = {},
): readonly PlanTerm[] {
  const line: Line = { text, year, tokens: scan(text) };
  const alone = judge(line, findExpressions(line));
  const judged = mergeRules(line, shareWords(cell === 'times' ? inTimesCell(line, alone) : alone));
  const terms = judged.flatMap((one) =>
    itemsOf(line, kept(one)).flatMap((item) => planTermOf(item, goesOn(line, one, cell === 'times'))),
  );
  const whole = settleStarts(text, terms).map((term) => withWholePhrase(line, term));
  const all = distinct([...whole, ...continuousTerms(line, cell === 'times')]);
  return all.length === 0 && cell === 'times' ? unledTerm(line) : all;
}

function distinct(terms: readonly PlanTerm[]): readonly PlanTerm[] {
  const seen = new Set<string>();
  return [...terms]
    .sort((a, b) => a.span[0] - b.span[0])
    .filter(({ phrase: _, span: __, ...said }) => {
      const key = JSON.stringify(said);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
