/** What other terms would move: carried out in a transaction of which nothing stays, then compared. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { MovedTerm } from '../../store/cycle/year-terms.js';
import { applyTerms, type TermsAsked } from '../commands/cycle/year-terms.js';
import { tryOut } from '../commands/try-out.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusals.js';
import { loadRehearsal, type Rehearsal } from './rehearsal.js';
import { effectBetween, effectWindow, type RehearsalEffect } from './rehearsal-effect.js';

export interface TermsEffect extends RehearsalEffect {
  readonly rehearsal: Rehearsal;
  readonly moved: readonly MovedTerm[];
}

/** Over all the days that are known, if nobody answers. */
export const termsEffect = (
  deps: Pick<Deps, 'sql' | 'now'>,
  town: string,
  asked: Pick<TermsAsked, 'from' | 'terms'>,
  today: CivilDate,
): Promise<TermsEffect | Refusal> =>
  tryOut(deps, town, async (tx): Promise<TermsEffect | Refusal> => {
    const real = deps.now();
    const before = await loadRehearsal(tx, real, null);
    if (!before.ok) return before.refusal;
    const moved = await applyTerms(tx, asked, today);
    const after = await loadRehearsal(tx, real, null);
    if (!after.ok) return after.refusal;
    const { rehearsal } = before;
    const window = effectWindow(rehearsal.end > after.rehearsal.end ? rehearsal : after.rehearsal, null);
    return { ...effectBetween(rehearsal, after.rehearsal, window), rehearsal, moved };
  });
