/** The plan that a draft makes which began from the plan in force: terms with another day say it in their words too. */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../plan-document.js';
import { rephrased } from '../rephrase.js';
import { type DraftPlan, draftOf } from './draft-plan.js';
import { type PlanWithIds, planOf } from './plan-of-draft.js';

/** `read` is the plan that it began from. */
export function planOfChange(read: PlanDocument, draft: DraftPlan): PlanWithIds {
  const made = planOf(draft);
  const known = new Map(
    draftOf(read).sectors.flatMap(({ objectives }) =>
      objectives.map((one) => [one.id, one.milestones] as const),
    ),
  );
  const from = new Map(
    draft.sectors.flatMap(({ objectives }) => objectives.map((one) => [one.id, one.from[0] ?? ''] as const)),
  );
  // Under a sector that shares it from now on it is a copy, in the words of the one that was there.
  const before = (id: string) => known.get(id) ?? known.get(from.get(id) ?? '') ?? [];
  const sectors = made.plan.sectors.map((sector, at) => ({
    ...sector,
    objectives: sector.objectives.map((one, index) =>
      inNewWords(one, before(made.objectiveIds[at]?.[index] ?? '')),
    ),
  }));
  return { ...made, plan: { ...made.plan, sectors } };
}

const inNewWords = (objective: PlanObjective, before: readonly PlanMilestone[]): PlanObjective => ({
  ...objective,
  milestones: objective.milestones.map((one, at) => {
    const same = (was: PlanMilestone | undefined): boolean => was?.phrase === one.phrase;
    const was = same(before[at]) ? before[at] : before.find(same);
    return was === undefined ? one : rephrased(was, one);
  }),
});
