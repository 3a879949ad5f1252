/**
 * A draft that begins from the plan in force instead of a file, to be changed in the page or by a program. One of a
 * kind is open at a time: whoever asks again gets the one that is there.
 */
import { createHash } from 'node:crypto';
import { planJson } from '../../../documents/plan-export/plan-export-json.js';
import type { DraftPlan } from '../../../domain/plan/draft/draft-plan.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import { findCycle, planSource, planVersions } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import {
  type ChangesPlan,
  findDraft,
  findOpenChange,
  type ImportDraft,
  keepDraft,
  storeCorrection,
} from '../../../store/plan/import-drafts.js';
import type { Refusal } from '../../refusals.js';
import { auditImport, type Drafted } from '../plan/import-draft.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface VariationWanted {
  readonly year: number;
  readonly kind: ChangesPlan['kind'];
}

/** A draft of the plan in force; the one that is open already, where there is one. */
export const openVariation = (commander: Commander, wanted: VariationWanted): Promise<Outcome<Drafted>> =>
  runCommand(commander, 'plan.import', { open: wanted.kind, year: wanted.year }, async (tx, clock) => {
    await tx`select id from town for no key update`;
    const made = await beginVariation(tx, commander, clock, wanted, { isNew: false });
    return made.ok ? { ok: true, result: { draft: made.draft }, starts: [] } : made;
  });

export type Begun =
  | { readonly ok: true; readonly draft: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** The caller holds the town. `isNew`: a draft of its own, whatever else is open; `note` is said on its page. */
export async function beginVariation(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { year, kind }: VariationWanted,
  { isNew, note = null }: { readonly isNew: boolean; readonly note?: string | null },
): Promise<Begun> {
  const cycle = await findCycle(tx, year);
  const [latest] = cycle?.approvedOn == null ? [] : await planVersions(tx, cycle.id);
  const plan = latest === undefined ? null : await planSource(tx, latest.id);
  if (latest === undefined || plan === null || cycle?.state !== 'open')
    return { ok: false, refusal: { code: 'year-has-no-plan', year } };
  const changes = { version: latest.id, kind };
  const open = isNew ? null : await findOpenChange(tx, changes);
  if (open !== null) return { ok: true, draft: open };
  const bytes = planJson(plan);
  const fileName = `piano-${year}-versione-${latest.number}.json`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const draft = await keepDraft(tx, {
    ...{ fileName, mediaType: 'application/json', bytes, sha256, lines: [], partial: note, plan, changes },
    ...{ uploadedBy: commander.viewer.person.id, uploadedAt: clock.now },
  });
  const after = { year, kind, version: latest.id };
  await auditImport(tx, commander, clock, { action: 'plan.variation-open', draft, after });
  return { ok: true, draft };
}

/** The draft as `edit` makes it of the one just begun. */
export async function correctBegun(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  {
    draft: id,
    edit,
  }: {
    readonly draft: string;
    readonly edit: (plan: DraftPlan, rev: number, read: PlanDocument) => Promise<DraftPlan>;
  },
): Promise<ImportDraft> {
  const begun = await findDraft(tx, id, { hold: true });
  if (begun === null) throw new Error('the draft just begun is not there');
  const by = { by: commander.viewer.person.id, at: clock.now };
  await storeCorrection(tx, id, await edit(begun.plan, begun.version + 1, begun.read), begun.version, by);
  const corrected = await findDraft(tx, id);
  if (corrected === null) throw new Error('the draft vanished under its lock');
  return corrected;
}
