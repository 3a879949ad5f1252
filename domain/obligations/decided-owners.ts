/** Who answers for a sector, as the person who confirms a plan decided it. */
import type { PlanDocument } from '../plan/plan-document.js';
import type { PlannedObligation } from './from-plan.js';
import type { Role } from './obligation.js';

/**
 * `decided` by position of the sector in the plan. An objective that prints an owner of its own keeps the role
 * that those words say.
 */
export const withOwners = (
  planned: readonly PlannedObligation[],
  plan: PlanDocument,
  decided: ReadonlyMap<number, Role>,
): readonly PlannedObligation[] =>
  planned.map((one) => {
    const printed = plan.sectors[one.place.sector]?.objectives[one.place.objective]?.owner?.trim();
    const owner = decided.get(one.place.sector);
    return printed || owner === undefined ? one : { ...one, owner };
  });
