/** How every workflow here waits: for an instant or for word that the facts have changed. */
import { condition, defineSignal } from '@temporalio/workflow';
import { CHANGED_SIGNAL } from './contract.js';

export const changedSignal = defineSignal(CHANGED_SIGNAL);

/** `atMs` is an instant in workflow time; `null` waits for a change only. One timer, cancelled by a change. */
export async function untilChangedOr(atMs: number | null, changed: () => boolean): Promise<void> {
  if (atMs === null) await condition(changed);
  else await condition(changed, Math.max(1, atMs - Date.now()));
}
