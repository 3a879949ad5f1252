/** Which milestones of an objective moved, came or went between two plans. */
import { saidBy } from './draft/draft-plan.js';
import type { PlanMilestone } from './plan-document.js';

/** A milestone before and after; `null`: it was not there, or is no longer. */
export interface MilestoneChange {
  readonly before: PlanMilestone | null;
  readonly after: PlanMilestone | null;
}

/** Equal ones first, then those of the same words, then one to one in order where as many are left. */
export function milestoneChanges(
  before: readonly PlanMilestone[],
  after: readonly PlanMilestone[],
): readonly MilestoneChange[] {
  const left = [...before];
  const take = (wanted: (one: PlanMilestone) => boolean): PlanMilestone | null => {
    const at = left.findIndex(wanted);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const unequal = after.filter((one) => take((was) => saidBy(was) === saidBy(one)) === null);
  const paired = unequal.map((one) => ({ before: take((was) => was.phrase === one.phrase), after: one }));
  const open = paired.filter((one) => one.before === null).length;
  const inOrder = open === left.length;
  const pairs = paired.map((one) =>
    one.before === null && inOrder ? { ...one, before: left.shift() ?? null } : one,
  );
  return [...pairs, ...left.map((one) => ({ before: one, after: null }))];
}
