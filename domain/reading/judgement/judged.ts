/** An expression with what it is for; the steps of `read-deadlines.ts` pass these on. */
import type { Expression } from '../grammar/expression.js';

/** `happened`: a past fact with its day, which a plan keeps as an event and a phrase drops. */
export type Verdict = 'deadline' | 'as-of' | 'event' | 'start' | 'start-window' | 'happened' | 'nothing';

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
