/** An expression with what it is for; the steps of `read-deadlines.ts` pass these on. */
import type { Expression } from '../grammar/expression.js';
import type { Verdict } from './verdict.js';

export interface Judged {
  readonly read: Expression;
  readonly verdict: Verdict;
  /** First token of the words that it was read from, lead-in included. */
  readonly from: number;
  /** The next of a list whose one before stands right before it. */
  readonly linked: boolean;
  /** A term runs backwards from its anchor. */
  readonly before: boolean;
  readonly time: string | null;
}

/** Judged by itself alone. */
export const plain = (read: Expression, verdict: Judged['verdict']): Judged => ({
  read,
  verdict,
  from: read.from,
  linked: false,
  before: false,
  time: null,
});
