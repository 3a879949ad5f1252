/**
 * What leads into a day, read backwards from it over articles, hours and words that say nothing of it:
 * "entro e non oltre le ore 12 del giorno" is `by`, "alla data del" is `at`.
 */
import type { Expression } from '../grammar/expression.js';
import { readHour } from '../grammar/hour.js';
import { isAt, type Line } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Lead, Walk } from './lead.js';
import { decides, passes } from './lead-words.js';

export interface LeadIn {
  readonly lead: Lead;
  /** First token of the lead-in. */
  readonly from: number;
  /** The token before it: the word that governs it. */
  readonly head: number;
  /** A day of the same list stands right before. */
  readonly linked: boolean;
  /** "previsto per", "programmata nel": somebody has planned it. */
  readonly planned: boolean;
  readonly time: string | null;
}

const FARTHEST = 16;

/** `covers`: which expression each token belongs to. */
export function leadInOf(
  line: Line,
  expression: Expression,
  covers: readonly (Expression | undefined)[],
): LeadIn {
  const walk: Walk = { near: 'bare', from: expression.from, planned: false, time: null };
  let at = expression.from - 1;
  while (at >= 0 && expression.from - at < FARTHEST) {
    const covering = covers[at];
    if (covering !== undefined) {
      if (covering.type !== 'skip' || covering.what !== 'hour')
        return ended(walk, walk.near, at, isCalendar(covering));
      walk.time ??= readHour(line, covering.from)?.time ?? null;
      walk.from = covering.from;
      // "ore 12 del 14 aprile": the preposition belongs to the hour.
      if (walk.near === 'of') walk.near = isAt(line, covering.from, M.from) ? 'from' : 'bare';
      at = covering.from - 1;
      continue;
    }
    const lead = decides(line, at, walk);
    if (lead !== null) {
      walk.from = Math.min(at, lead.from);
      return ended(walk, lead.lead, lead.from - 1, false);
    }
    const next = passes(line, at, walk);
    if (next === at) break;
    at = next;
  }
  return ended(walk, walk.near, at, false);
}

const ended = ({ from, planned, time }: Walk, lead: Lead, head: number, linked: boolean): LeadIn => ({
  lead,
  from,
  head,
  linked,
  planned,
  time,
});

export const isCalendar = ({ type }: Expression): boolean =>
  type === 'day' ||
  type === 'month' ||
  type === 'stretch' ||
  type === 'year' ||
  type === 'open' ||
  type === 'span';
