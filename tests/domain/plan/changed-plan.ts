/** The small plan as changes leave it: o1 and o3 are the shared objective, o2 Rendiconto, o4 Bandi, o5 Senza date. */
import { type DraftPlan, draftOf } from '../../../domain/plan/draft/draft-plan.js';
import type { PlanChange } from '../../../domain/plan/draft/plan-change.js';
import { applyChanges } from '../../../domain/plan/draft/plan-changes.js';
import { planOfChange } from '../../../domain/plan/draft/plan-of-change.js';
import { planOf } from '../../../domain/plan/draft/plan-of-draft.js';
import { pairsOfDraft } from '../../../domain/plan/place-pairs.js';
import { type PlanDifference, planDifference } from '../../../domain/plan/plan-difference.js';
import { SMALL_PLAN } from '../../store/small-plan.js';

/** As a draft, before any change. */
export const BASE = draftOf(SMALL_PLAN);

/** Throws where one cannot be carried out. */
export function changed(...changes: readonly PlanChange[]): DraftPlan {
  const applied = applyChanges(BASE, changes, 2);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.draft;
}

/** What it changes of the plan in force. */
export function differenceOf(draft: DraftPlan): PlanDifference {
  const made = planOfChange(SMALL_PLAN, draft);
  return planDifference(SMALL_PLAN, made.plan, pairsOfDraft(planOf(BASE), made));
}
