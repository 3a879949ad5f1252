/** Why an obligation could not be changed, as whoever asked must hear it. */
import type { ObligationChange } from '../../../store/obligations/obligation-commands.js';
import type { Refusal } from '../../refusals.js';

/** `needs`: the state the command needed. */
export function refusedChange(
  change: Extract<ObligationChange, { ok: false }>,
  needs: 'open' | 'done' | 'external',
  zone: string,
): Refusal {
  if (change.refusal === 'unknown') return { code: 'not-found' };
  const { obligation, doneBy, doneRecordedAt } = change.now;
  if (obligation.state === 'waived' || obligation.state === 'superseded') return { code: 'no-longer-due' };
  if (needs === 'external' && obligation.state === 'open' && change.refusal === 'wrong-state') {
    return { code: 'term-known' };
  }
  if (needs !== 'done' && obligation.state === 'done') {
    return {
      code: 'already-done',
      by: doneBy?.name ?? null,
      doneOn: obligation.doneOn,
      recordedAt: doneRecordedAt,
      zone,
    };
  }
  if (needs === 'done' && obligation.state === 'open') return { code: 'not-done' };
  return { code: 'changed-meanwhile' };
}
