/**
 * A variation of the plan in force: a new version by its act. Dates move the open obligations and start their
 * ladder anew from today; what is gone is no longer due; what is new opens. What is concluded stays as it is.
 */
import type { PlannedObligation } from '../domain/obligations/from-plan.js';
import type { PlanDifference } from '../domain/plan/plan-difference.js';
import type { LintWarning, PlanDocument } from '../domain/plan/plan-document.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { type Act, recordAct } from './acts.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';
import { addObjectives } from './variation-added.js';
import { changeObjectiveRow, withdrawObjective } from './variation-changes.js';
import type { MovedObligation } from './variation-milestones.js';
import { objectiveRows, reorder } from './variation-rows.js';

export interface Variation {
  readonly cycle: string;
  readonly before: PlanDocument;
  readonly plan: PlanDocument;
  /** Between the two; nothing of it is beyond a variation (`beyondVariation`). */
  readonly difference: PlanDifference;
  /** What the new plan makes its sectors owe. */
  readonly planned: readonly PlannedObligation[];
  readonly lint: readonly LintWarning[];
  readonly act: Act & { readonly adoptedOn: CivilDate };
  readonly today: CivilDate;
  readonly note: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant;
}

export type StoredVariation =
  | {
      readonly ok: true;
      readonly version: string;
      readonly act: string;
      /** Objectives whose workflows must look again. */
      readonly objectives: readonly string[];
      /** Obligations that moved, with the day they had; and those that are no longer due. */
      readonly moved: readonly MovedObligation[];
      readonly waived: readonly string[];
      readonly added: number;
    }
  | { readonly ok: false; readonly refusal: 'act-has-another-date'; readonly adoptedOn: CivilDate };

/** On a refusal nothing was written. The caller holds the town's row. */
export async function storeVariation(tx: Tx, variation: Variation): Promise<StoredVariation> {
  const { cycle, plan, difference } = variation;
  const recorded = { at: variation.confirmedAt, by: variation.confirmedBy };
  const act = await recordAct(tx, variation.act, recorded);
  if (!act.ok) return act;
  const [version] = await tx<{ id: string }[]>`
    insert into plan_version (cycle, number, kind, act, effective_from, source, lint, note, confirmed_by, confirmed_at)
    select ${cycle}, max(number) + 1, 'variation', ${act.id}, ${variation.act.adoptedOn},
      ${tx.json(plan as unknown as Json)}, ${tx.json(variation.lint as unknown as Json)}, ${variation.note},
      ${recorded.by}, ${recorded.at}
    from plan_version where cycle = ${cycle} returning id`;
  if (version === undefined) throw new Error('the plan version was not inserted');
  const rows = await objectiveRows(tx, cycle, variation.before);
  const touched = new Set<string>();
  const moved: MovedObligation[] = [];
  const waived: string[] = [];
  let added = 0;
  for (const one of difference.objectives) {
    if (one.before === null) continue;
    const objective = rows.get(`${one.before.sector} ${one.before.objective}`);
    if (objective === undefined) throw new Error(`no row for "${one.before.said.title}" of ${one.sector}`);
    touched.add(objective);
    if (one.after === null) waived.push(...(await withdrawObjective(tx, objective, act.id)));
    else {
      const done = await changeObjectiveRow(tx, objective, one, {
        ...variation,
        version: version.id,
        act: act.id,
      });
      moved.push(...done.moved);
      waived.push(...done.waived);
      added += done.added;
    }
    await tx`update objective set plan_version = ${version.id} where id = ${objective}`;
  }
  const fresh = await addObjectives(tx, { ...variation, version: version.id });
  await reorder(tx, plan, difference, rows, fresh.places);
  return {
    ok: true,
    version: version.id,
    act: act.id,
    objectives: [...touched, ...fresh.objectives],
    moved,
    waived,
    added: added + fresh.obligations,
  };
}
