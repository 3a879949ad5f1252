/** An objective taken out of the plan, or back into it, under every sector that has it. */
import { type DraftPlan, findObjective, withObjectives } from './draft-plan.js';
import type { Placing } from './place-objective.js';

/** Of a shared one all places, of another its own. */
export function discardWhole(draft: DraftPlan, id: string, discarded: boolean, rev: number): Placing {
  const objective = findObjective(draft, id)?.objective;
  if (objective === undefined) return { ok: false, refusal: 'unknown' };
  const isMeant = (one: { readonly id: string; readonly group: string | null }): boolean =>
    one.id === id || (objective.group !== null && one.group === objective.group);
  return {
    ok: true,
    id,
    draft: withObjectives(draft, (one) =>
      isMeant(one) && one.discarded !== discarded ? { ...one, discarded, rev } : null,
    ),
  };
}
