/**
 * A change of the plan in force: a new version, by its act or as a clerical correction without one. Dates move the
 * open obligations and start their ladder anew from today; what is gone is no longer due; what is new opens; what
 * passes to another role begins there anew. What is concluded stays as it is.
 */
import { randomUUID } from 'node:crypto';
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type {
  Listed,
  ObjectiveDifference,
  PlanDifference,
  PlanPlace,
} from '../../domain/plan/plan-difference.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import { joiningOf, leavingOf } from '../../domain/plan/sharing.js';
import type { VariationFlag } from '../../domain/plan/variation-flags.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { type Act, recordAct } from '../plan/acts.js';
import { leadOf, setLead } from '../plan/lead-sectors.js';
import { additionsOf, insertAdditions } from './variation-added.js';
import { changeObjectiveRow, withdrawObjective } from './variation-changes.js';
import type { MovedObligation } from './variation-milestones.js';
import { ownersOfSectors, type ReassignedObligation } from './variation-owners.js';
import { objectiveRows, placesOf, reorder } from './variation-rows.js';
import { joinSector, leaveSector } from './variation-sharing.js';

/** A version to be stored, with what it changes. */
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

/** Ids of what was made; or why nothing was. */
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
  const joining = joiningOf(difference).map((join) => ({ join, row: rowAt(rows, join.known) }));
  const leaving = new Set<ObjectiveDifference['before']>(leavingOf(difference).map(({ before }) => before));
  const fresh = await additionsOf(tx, { ...variation, version });
  const added = new Map([
    ...fresh.places,
    ...joining.map(({ join, row }) => [placeKey(join.one.after), row] as const),
  ]);
  const isActKnown = act !== null && (await isCited(tx, cycle, act));
  const flags = variation.flags?.(isActKnown) ?? [];
  await tx`
    insert into plan_version (id, cycle, number, kind, act, effective_from, source, lint, note, confirmed_by,
      confirmed_at, flags, places)
    select ${version}, ${cycle}, max(number) + 1, ${act === null ? 'correction' : 'variation'}, ${act},
      ${variation.effectiveFrom ?? variation.act?.adoptedOn ?? variation.today}, ${json(tx, plan)},
      ${json(tx, variation.lint)}, ${variation.note}, ${recorded.by}, ${recorded.at},
      ${json(tx, flags)}, ${json(tx, placesOf(difference, rows, added))}
    from plan_version where cycle = ${cycle}`;
  const touched = new Set<string>();
  const moved: MovedObligation[] = [];
  const waived: string[] = [];
  const reassigned: ReassignedObligation[] = [];
  const context = { ...variation, version, act, owners: await ownersOfSectors(tx, cycle) };
  let opened = 0;
  for (const one of difference.objectives) {
    if (one.before === null) continue;
    const objective = rowAt(rows, one.before);
    touched.add(objective);
    if (one.after === null && leaving.has(one.before))
      waived.push(
        ...(await leaveSector(tx, objective, { ...one, before: one.before, after: null }, context)),
      );
    else if (one.after === null) waived.push(...(await withdrawObjective(tx, objective, act)));
    else {
      const done = await changeObjectiveRow(tx, objective, one, context);
      moved.push(...done.moved);
      waived.push(...done.waived);
      reassigned.push(...done.reassigned);
      opened += done.added;
    }
    // By a correction it goes on standing by the act that it stood by.
    if (act !== null) await tx`update objective set plan_version = ${version} where id = ${objective}`;
  }
  await insertAdditions(tx, fresh, context);
  // When its terms are as the new plan has them.
  for (const { join, row } of joining) {
    touched.add(row);
    opened += await joinSector(tx, row, join, context);
  }
  const led = await takenByLeads(tx, [...touched], variation.today);
  await reorder(tx, plan, difference, rows, added);
  return {
    ok: true,
    version,
    act,
    flags,
    objectives: [...touched, ...fresh.objectives],
    moved,
    waived,
    reassigned,
    added: opened - led + fresh.obligations,
  };
}

/** What opened beside a lead sector's own term is owed by that one alone. Returns how much it took over. */
async function takenByLeads(tx: Tx, objectives: readonly string[], today: CivilDate): Promise<number> {
  let taken = 0;
  for (const objective of objectives) {
    const lead = await leadOf(tx, objective);
    if (lead !== null) taken += (await setLead(tx, objective, { lead, today })).superseded.length;
  }
  return taken;
}

const placeKey = ({ sector, objective }: PlanPlace): string => `${sector} ${objective}`;

/** The row of an objective of the plan in force. */
function rowAt(rows: ReadonlyMap<string, string>, at: Listed): string {
  const row = rows.get(placeKey(at));
  if (row === undefined) throw new Error(`no row for "${at.said.title}"`);
  return row;
}

const json = (tx: Tx, value: unknown) => tx.json(value as Json);

/** Does the act stand behind a version of this plan already? */
async function isCited(tx: Tx, cycle: string, act: string): Promise<boolean> {
  const cited = await tx`select 1 from plan_version where cycle = ${cycle} and act = ${act} limit 1`;
  return cited.length > 0;
}
