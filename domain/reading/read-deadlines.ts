/**
 * The deadline reader: a phrase of an act, a plan, a notice → by when something is to be delivered.
 *
 *   text ─ scan → tokens ─ findExpressions → expressions ─ judge, share, merge → what each is for ─ itemsOf → items
 */
import type { DeadlineItem } from './deadline-item.js';
import { findExpressions } from './grammar/find-expressions.js';
import { itemsOf } from './judgement/items-of.js';
import { judge } from './judgement/judge.js';
import { mergeRules } from './judgement/merge-rules.js';
import { shareWords } from './judgement/shared-words.js';
import { tidy } from './judgement/tidy.js';
import { scan } from './text/scan.js';
import type { Line } from './text/token.js';

/**
 * The deadlines of a phrase, in the order of the text. `year` (1–9999) is assumed where the text names none.
 * Never throws; empty when there is nothing to deliver by a date. A `none` says why: no such day, or only a start.
 */
export function readDeadlines(text: string, year: number): readonly DeadlineItem[] {
  const line: Line = { text, year, tokens: scan(text) };
  const judged = mergeRules(line, shareWords(judge(line, findExpressions(line))));
  return tidy(judged.flatMap((one) => itemsOf(line, one)));
}
