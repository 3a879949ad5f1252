/**
 * A change of the plan in force: a new version, by its act or as a clerical correction without one. Dates move the
 * open obligations and start their ladder anew from today; what is gone is no longer due; what is new opens; what
 * passes to another role begins there anew. What is concluded stays as it is.
 */
import { randomUUID } from 'node:crypto';
import type { PlannedObligation } from '../domain/obligations/from-plan.js';
import type { PlanDifference } from '../domain/plan/plan-difference.js';
import type { LintWarning, PlanDocument } from '../domain/plan/plan-document.js';
import type { VariationFlag } from '../domain/plan/variation-flags.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { type Act, recordAct } from './acts.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';
import { additionsOf, insertAdditions } from './variation-added.js';
import { changeObjectiveRow, withdrawObjective } from './variation-changes.js';
import type { MovedObligation } from './variation-milestones.js';
import { ownersOfSectors, type ReassignedObligation } from './variation-owners.js';
import { objectiveRows, placesOf, reorder } from './variation-rows.js';

export interface Variation {
  readonly cycle: string;
  readonly before: PlanDocument;
  readonly plan: PlanDocument;
  /** Between the two; nothing of it is beyond a variation (`beyondVariation`). */
  readonly difference: PlanDifference;
  /** What the new plan makes its sectors owe. */
  readonly planned: readonly PlannedObligation[];
  readonly lint: readonly LintWarning[];
  /** `null`: a correction. */
  readonly act: Act | null;
  /** The day of the act unless said. */
  readonly effectiveFrom?: CivilDate;
  readonly flags?: (isActKnown: boolean) => readonly VariationFlag[];
  readonly today: CivilDate;
  readonly note: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant;
}

export type StoredVariation =
  | {
      readonly ok: true;
      readonly version: string;
      readonly act: string | null;
      readonly flags: readonly VariationFlag[];
      /** Objectives whose workflows must look again. */
      readonly objectives: readonly string[];
      /** Obligations that moved, with the day they had; and those that are no longer due. */
      readonly moved: readonly MovedObligation[];
      readonly waived: readonly string[];
      readonly reassigned: readonly ReassignedObligation[];
      readonly added: number;
    }
  | { readonly ok: false; readonly refusal: 'act-has-another-date'; readonly adoptedOn: CivilDate };

/** On a refusal nothing was written. The caller holds the town's row. */
export async function storeVariation(tx: Tx, variation: Variation): Promise<StoredVariation> {
  const { cycle, plan, difference } = variation;
  const recorded = { at: variation.confirmedAt, by: variation.confirmedBy };
  const kept = variation.act === null ? null : await recordAct(tx, variation.act, recorded);
  if (kept?.ok === false) return kept;
  const act = kept?.id ?? null;
  const version = randomUUID();
  const rows = await objectiveRows(tx, cycle, variation.before);
  const fresh = await additionsOf(tx, { ...variation, version });
  const isActKnown = act !== null && (await isCited(tx, cycle, act));
  const flags = variation.flags?.(isActKnown) ?? [];
  await tx`
    insert into plan_version (id, cycle, number, kind, act, effective_from, source, lint, note, confirmed_by,
      confirmed_at, flags, places)
    select ${version}, ${cycle}, max(number) + 1, ${act === null ? 'correction' : 'variation'}, ${act},
      ${variation.effectiveFrom ?? variation.act?.adoptedOn ?? variation.today}, ${json(tx, plan)},
      ${json(tx, variation.lint)}, ${variation.note}, ${recorded.by}, ${recorded.at},
      ${json(tx, flags)}, ${json(tx, placesOf(difference, rows, fresh.places))}
    from plan_version where cycle = ${cycle}`;
  const touched = new Set<string>();
  const moved: MovedObligation[] = [];
  const waived: string[] = [];
  const reassigned: ReassignedObligation[] = [];
  const context = { ...variation, version, act, owners: await ownersOfSectors(tx, cycle) };
  let added = 0;
  for (const one of difference.objectives) {
    if (one.before === null) continue;
    const objective = rows.get(`${one.before.sector} ${one.before.objective}`);
    if (objective === undefined) throw new Error(`no row for "${one.before.said.title}" of ${one.sector}`);
    touched.add(objective);
    if (one.after === null) waived.push(...(await withdrawObjective(tx, objective, act)));
    else {
      const done = await changeObjectiveRow(tx, objective, one, context);
      moved.push(...done.moved);
      waived.push(...done.waived);
      reassigned.push(...done.reassigned);
      added += done.added;
    }
    // By a correction it goes on standing by the act that it stood by.
    if (act !== null) await tx`update objective set plan_version = ${version} where id = ${objective}`;
  }
  await insertAdditions(tx, fresh, context);
  await reorder(tx, plan, difference, rows, fresh.places);
  return {
    ok: true,
    version,
    act,
    flags,
    objectives: [...touched, ...fresh.objectives],
    moved,
    waived,
    reassigned,
    added: added + fresh.obligations,
  };
}

const json = (tx: Tx, value: unknown) => tx.json(value as Json);

/** Does the act stand behind a version of this plan already? */
async function isCited(tx: Tx, cycle: string, act: string): Promise<boolean> {
  const cited = await tx`select 1 from plan_version where cycle = ${cycle} and act = ${act} limit 1`;
  return cited.length > 0;
}
