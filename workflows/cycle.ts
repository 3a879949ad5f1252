import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { facts } from './activity-options.js';
import { changedSignal, untilChangedOr } from './changes.js';
import type { CycleInput } from './contract.js';

/**
 * The story of a town's year: plan approved → objectives followed → monitoring of the first half → variations
 * → of the second half → self-evaluation → measurement → ready for the Nucleo → transmission, validation (back
 * and forth until validated) and acts in the town's order → publication → closed, by its facts or by the
 * Segretario with a reason. Where the year stands is read from the facts each time (`domain/cycle/year-steps.ts`),
 * so steps overlap, come late or out of order, and wedge nothing: terminated and started again anywhere, it
 * finds its place.
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
