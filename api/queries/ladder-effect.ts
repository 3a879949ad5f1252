/** What another ladder would change in the mails of the coming month, or of all the days that are known. */
import type { Ladders } from '../../domain/obligations/ladder.js';
import { type RehearsalDifference, rehearsalDifference } from '../../domain/rehearsal/difference.js';
import { addDays, earlier } from '../../domain/time/civil-date.js';
import { mailsOf, type Rehearsal } from './rehearsal.js';
import type { RehearsalWindow } from './rehearsal-window.js';

/** How far an effect is looked at. */
export type EffectSpan = 'mese' | 'anno';
const MONTH_DAYS = 30;

export interface LadderEffect {
  readonly window: RehearsalWindow;
  readonly difference: RehearsalDifference;
}

/** From the first round still to come; `days`: how far, `null` for all that is known. */
export const effectWindow = ({ start: from, end }: Rehearsal, days: number | null): RehearsalWindow => ({
  from,
  until: days === null ? end : earlier(addDays(from, days), end),
});

export function ladderEffect(rehearsal: Rehearsal, ladders: Ladders, span: EffectSpan): LadderEffect {
  const window = effectWindow(rehearsal, span === 'mese' ? MONTH_DAYS : null);
  return {
    window,
    difference: rehearsalDifference(mailsOf(rehearsal, window), mailsOf(rehearsal, window, ladders)),
  };
}
