import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { facts } from './activity-options.js';
import { changedSignal, untilChangedOr } from './changes.js';
import type { CycleInput } from './contract.js';

/**
 * The story of a town's year: plan approved → objectives started → closed, on 1 April of the next year
 * unless an act closed it before. Where the year stands is read from the facts each time, so acts that
 * come late or out of order are found where they are and wedge nothing.
 */
export async function cycle(input: CycleInput): Promise<void> {
  let changed = false;
  setHandler(changedSignal, () => {
    changed = true;
  });

  for (;;) {
    changed = false;
    const { step, nextMs } = await facts.followCycle({ ...input, nowMs: Date.now() });
    if (step === 'closed') return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof cycle>(input);
    await untilChangedOr(nextMs, () => changed);
  }
}
