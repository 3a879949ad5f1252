/** A draft for a year that has a plan: a variation of it by its act, a clerical correction, or nothing at all. */
import { decisionsBetween } from '../../../domain/plan/draft/decisions.js';
import { draftOf } from '../../../domain/plan/draft/draft-plan.js';
import { type VariationFlag, variationFlags } from '../../../domain/plan/variation-flags.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { planMonitoring } from '../../../store/monitoring/monitoring.js';
import { type ImportDraft, recordConfirmed } from '../../../store/plan/import-drafts.js';
import { type StoredVariation, storeVariation } from '../../../store/variation/variations.js';
import { cycleStart, objectiveStart, roundStart } from '../../../workflows/contract.js';
import { askedOf } from '../../queries/confirm-page.js';
import { type VariationAhead, variationAhead } from '../../queries/plan-ahead.js';
import { planOfImport } from '../../queries/plan-of-import.js';
import type { Refusal } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { settleDisclaimers } from '../obligations/disclaimers.js';
import { enterActs } from '../obligations/obligation-command.js';
import { auditPlan, type Confirmed } from '../plan/plan-audit.js';
import { warningsOf } from '../plan/plan-checks.js';
import type { Commander, Done } from '../run-command.js';
import { type ChangeAsked, type ChangeRead, readChange } from './variation-asked.js';

/** The caller holds the draft and the town. */
export async function varyPlan(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { draft, act }: { readonly draft: ImportDraft; readonly act: ChangeAsked },
): Promise<Done<Confirmed>> {
  const { viewer } = commander;
  const { year } = draft;
  const ahead = await variationAhead(tx, draft, planOfImport(draft));
  const refusal = ahead === null ? cannotVary(year) : whyNot(ahead, year);
  if (ahead === null || refusal !== null) return { ok: false, refusal: refusal ?? cannotVary(year) };
  const context = { kind: ahead.kind, today: clock.today, approvedOn: ahead.cycle.approvedOn ?? clock.today };
  const read = readChange(act, context);
  if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
  const stored = await carryOutChange(tx, viewer, clock, { draft, ahead, change: read.read });
  if (!stored.ok) return { ok: false, refusal: { code: stored.refusal, adoptedOn: stored.adoptedOn } };
  const recorded = await recordChange(tx, commander, clock, { draft, ahead, stored });
  if (recorded !== null) return { ok: false, refusal: recorded };
  const town = viewer.town.id;
  return {
    ok: true,
    result: {
      ...{ year, objectives: stored.objectives.length, kind: ahead.kind },
      obligations: stored.moved.length + stored.waived.length + stored.reassigned.length + stored.added,
    },
    starts: [
      cycleStart({ town, cycle: ahead.cycle.id, year }),
      roundStart({ town }),
      ...stored.objectives.map((objective) => objectiveStart({ town, objective, year })),
    ],
  };
}

const cannotVary = (year: number): Refusal => ({ code: 'year-has-a-plan', year });

function whyNot(ahead: VariationAhead, year: number): Refusal | null {
  if (ahead.cycle.state === 'closed') return cannotVary(year);
  if (ahead.isStale) return { code: 'plan-varied-since', version: ahead.of.number };
  if (ahead.beyond.length > 0)
    return {
      code: ahead.kind === 'correction' ? 'beyond-correction' : 'beyond-variation',
      changes: ahead.beyond,
    };
  if (ahead.difference.objectives.length > 0) return null;
  const message = 'La bozza dice le stesse cose del piano in vigore: non c’è nessuna variazione.';
  return { code: 'invalid', problems: [{ field: '', message }] };
}

interface Carried {
  readonly draft: ImportDraft;
  readonly ahead: VariationAhead;
  readonly change: ChangeRead;
}

/** What is marked about a change. */
export const flagsOf = (
  { draft, ahead, change }: Carried,
  viewer: Pick<Viewer, 'town'>,
  isActKnown: boolean,
): readonly VariationFlag[] =>
  variationFlags({
    ...{ year: draft.year, difference: ahead.difference, lint: warningsOf(planOfImport(draft).plan) },
    ...{ madeOn: change.madeOn, effectiveFrom: change.effectiveFrom, isActKnown },
    lateAfter: viewer.town.settings.variations.lateAfter,
  });

/**
 * The new version, what it does to the rows, and what the sectors' monitoring asks from now on; nothing else. Also
 * what a preview looks at and takes back.
 */
export async function carryOutChange(
  tx: Tx,
  viewer: Pick<Viewer, 'town' | 'person'>,
  clock: { readonly today: CivilDate; readonly now: FactsClock['now'] },
  carried: Carried,
): Promise<StoredVariation> {
  const { draft, ahead, change } = carried;
  const made = planOfImport(draft);
  const stored = await storeVariation(tx, {
    ...{ cycle: ahead.cycle.id, before: ahead.before, plan: made.plan, lint: warningsOf(made.plan) },
    ...{ act: change.act, effectiveFrom: change.effectiveFrom, note: change.reason, today: clock.today },
    flags: (isActKnown) => flagsOf(carried, viewer, isActKnown),
    difference: ahead.difference,
    planned: askedOf(made, { today: clock.today, town: viewer.town }).planned,
    confirmedBy: viewer.person.id,
    confirmedAt: clock.now,
  });
  // The cycle would do it when it wakes; boards and prova generale know it at once.
  if (stored.ok) await planMonitoring(tx, ahead.cycle, viewer.town.settings.monitoring);
  return stored;
}

/** In the register, on the draft, in the audit. */
async function recordChange(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  {
    draft,
    ahead,
    stored,
  }: Omit<Carried, 'change'> & { readonly stored: Extract<StoredVariation, { ok: true }> },
): Promise<Refusal | null> {
  const { viewer } = commander;
  const role = actingRole(viewer.roles, 'plan.import', []);
  if (role === null) return { code: 'not-allowed' };
  for (const { obligation } of stored.reassigned) await settleDisclaimers(tx, clock, obligation);
  const moved = ahead.kind === 'correction' ? ('corrected' as const) : ('varied' as const);
  const { version } = stored;
  await enterActs(tx, commander, clock, [
    ...stored.moved.map(({ obligation, from }) => ({
      ...{ kind: moved, obligation, role },
      more: moved === 'varied' ? { from } : { from, correction: version },
    })),
    ...stored.waived.map((obligation) => ({ kind: 'withdrawn' as const, obligation, role })),
    ...stored.reassigned.map(({ obligation, from, to }) => ({
      ...{ kind: 'reassigned' as const, obligation, role },
      more: { from: { ...from }, to: { ...to }, variation: version },
    })),
  ]);
  const decisions = decisionsBetween(draftOf(draft.read), draft.plan);
  await recordConfirmed(
    tx,
    draft.id,
    { planVersion: version, decisions },
    { by: viewer.person.id, at: clock.now },
  );
  await auditPlan(tx, commander, clock, {
    action: ahead.kind === 'correction' ? 'plan.correct' : 'plan.vary',
    version,
    before: { version: ahead.of.id },
    after: {
      ...{ year: draft.year, import: draft.id, sha256: draft.sha256, moved: stored.moved.length },
      ...{ withdrawn: stored.waived.length, added: stored.added, reassigned: stored.reassigned.length },
    },
    ...(stored.act === null ? {} : { act: stored.act }),
  });
  return null;
}
