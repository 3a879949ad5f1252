import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { facts } from './activity-options.js';
import { changedSignal, untilChangedOr } from './changes.js';
import type { ObjectiveInput } from './contract.js';

/**
 * Follows one objective through its year: on the morning after each due date what stood then enters the
 * register; a variation or a withdrawal makes it look again. Ends when the objective is evaluated or
 * withdrawn, or its cycle closed; started once more after that, it ends at once. No mail depends on it.
 */
export async function objective(input: ObjectiveInput): Promise<void> {
  let changed = false;
  setHandler(changedSignal, () => {
    changed = true;
  });

  for (;;) {
    changed = false;
    const { state, nextMs } = await facts.followObjective({ ...input, nowMs: Date.now() });
    if (state === 'closed') return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof objective>(input);
    await untilChangedOr(nextMs, () => changed);
  }
}
