/** What another ladder would change in the mails of the coming month, or of all the days that are known. */
import type { Ladders } from '../../domain/obligations/ladder.js';
import { rehearsalDifference } from '../../domain/rehearsal/difference.js';
import { mailsOf, type Rehearsal } from './rehearsal.js';
import { effectWindow, type RehearsalEffect } from './rehearsal-effect.js';

/** How far an effect is looked at. */
export type EffectSpan = 'mese' | 'anno';
const MONTH_DAYS = 30;

export function ladderEffect(rehearsal: Rehearsal, ladders: Ladders, span: EffectSpan): RehearsalEffect {
  const window = effectWindow(rehearsal, span === 'mese' ? MONTH_DAYS : null);
  return {
    window,
    difference: rehearsalDifference(mailsOf(rehearsal, window), mailsOf(rehearsal, window, ladders)),
  };
}
