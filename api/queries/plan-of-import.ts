/** The plan that an import makes as it stands: of a file what was corrected, of the plan in force what was changed. */
import { planOfChange } from '../../domain/plan/draft/plan-of-change.js';
import { type PlanWithIds, planOf } from '../../domain/plan/draft/plan-of-draft.js';
import type { ImportDraft } from '../../store/plan/import-drafts.js';

export const planOfImport = ({ changes, read, plan }: ImportDraft): PlanWithIds =>
  changes === null ? planOf(plan) : planOfChange(read, plan);
