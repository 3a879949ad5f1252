/** What a corrected objective must be so that the plan can still be confirmed: the rules of the plan's own schema. */
import { checkPlan } from '../../../documents/plan-json.js';
import { type DraftPlan, findObjective } from '../../../domain/plan/draft/draft-plan.js';
import { planOf } from '../../../domain/plan/draft/plan-of-draft.js';
import type { FieldProblem } from '../../refusals.js';

/** Of one objective, in the names of its form; empty when all is well. */
export function checkedObjective(draft: DraftPlan, id: string): readonly FieldProblem[] {
  const placed = findObjective(draft, id);
  if (placed === null) return [];
  const sector = { ...placed.sector, objectives: [{ ...placed.objective, discarded: false }] };
  const checked = checkPlan(planOf({ ...draft, sectors: [sector], lint: [] }).plan);
  if (checked.ok) return [];
  return checked.problems.map(({ place, message }) => ({
    field: fieldAt(place),
    message: `Questo campo ${message.replace(place, '').trim()}`,
  }));
}

/** `sectors[0].objectives[0].milestones[2].date` → `milestone-2-date`. */
function fieldAt(place: string): string {
  const rest = place.replace(/^sectors\[0\]\.objectives\[0\]\.?/, '');
  const row = /^(indicator|milestone)s\[(\d+)\]\.?(?:target\.)?(\w*)$/.exec(rest);
  if (row === null) return rest;
  return `${row[1]}-${row[2]}-${row[3] || (row[1] === 'indicator' ? 'text' : 'phrase')}`;
}
