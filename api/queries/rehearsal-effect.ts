/** What a change would do to the mails of the days to come: the difference of two rehearsals over the same days. */
import { type RehearsalDifference, rehearsalDifference } from '../../domain/rehearsal/difference.js';
import { addDays, earlier } from '../../domain/time/civil-date.js';
import { mailsOf, type Rehearsal } from './rehearsal.js';
import type { RehearsalWindow } from './rehearsal-window.js';

export interface RehearsalEffect {
  readonly window: RehearsalWindow;
  readonly difference: RehearsalDifference;
}

/** From the first round still to come; `days`: how far, `null` for all that is known. */
export const effectWindow = (
  { start: from, end }: Pick<Rehearsal, 'start' | 'end'>,
  days: number | null,
): RehearsalWindow => ({
  from,
  until: days === null ? end : earlier(addDays(from, days), end),
});

/** By the ladders of each. */
export const effectBetween = (
  before: Rehearsal,
  after: Rehearsal,
  window: RehearsalWindow,
): RehearsalEffect => ({
  window,
  difference: rehearsalDifference(mailsOf(before, window), mailsOf(after, window)),
});
