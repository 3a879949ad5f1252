/**
 * The second step of an import. Confirming stores the plan, opens its obligations and announces cycle,
 * objectives and round, or does nothing at all. For a year that has a plan it makes a variation of it.
 */
import { decisionsBetween } from '../../../domain/plan/draft/decisions.js';
import { draftOf } from '../../../domain/plan/draft/draft-plan.js';
import { planOf } from '../../../domain/plan/draft/plan-of-draft.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { findDraft, type ImportDraft, recordConfirmed } from '../../../store/plan/import-drafts.js';
import { storePlan } from '../../../store/plan/plans.js';
import { cycleStart, objectiveStart, roundStart } from '../../../workflows/contract.js';
import { concludePlanDuty } from '../obligations/conclude-duties.js';
import { carryOut } from '../people/carry-out-decisions.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import type { ChangeAsked } from '../variation/variation-asked.js';
import { varyPlan } from '../variation/vary-plan.js';
import { type DecisionsAsked, readDecisions } from './confirm-decisions.js';
import { auditPlan, type Confirmed } from './plan-audit.js';
import { needsNote, readAct, warningsOf } from './plan-checks.js';

export interface ConfirmAsked {
  readonly draft: string;
  /** With the day from which a change of the plan in force holds. */
  readonly act: ChangeAsked;
  readonly decisions?: DecisionsAsked;
  /** The version of the draft on the page; `null`: not said. Whoever confirms has seen what they confirm. */
  readonly seen?: number | null;
}

export function confirmPlan(commander: Commander, asked: ConfirmAsked): Promise<Outcome<Confirmed>> {
  const { draft: id, act, decisions = {}, seen = null } = asked;
  const fingerprint = JSON.parse(JSON.stringify({ confirm: id, ...act, decisions, seen }));
  return runCommand(commander, 'plan.import', fingerprint, async (tx, clock) => {
    const draft = await findDraft(tx, id, { hold: true });
    if (draft === null) return { ok: false, refusal: { code: 'not-found' } };
    if (draft.state !== 'draft') return { ok: false, refusal: { code: 'import-closed' } };
    if (seen !== null && seen > draft.version) {
      const message = `La bozza è alla versione ${draft.version}: la ${seen} non c'è ancora.`;
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'version', message }] } };
    }
    if (seen !== null && seen < draft.version) {
      const { changedBy: by, changedAt: at } = draft;
      return { ok: false, refusal: { code: 'draft-changed', by, at, zone: clock.clock.zone } };
    }
    await tx`select id from town for no key update`;
    const cycle = await findCycle(tx, draft.year);
    if (cycle?.approvedOn != null || draft.changes !== null)
      return varyPlan(tx, commander, clock, { draft, act });
    return approve(tx, commander, clock, { ...asked, decisions }, draft);
  });
}

async function approve(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  asked: ConfirmAsked & { readonly decisions: DecisionsAsked },
  draft: ImportDraft,
): Promise<Done<Confirmed>> {
  const { viewer } = commander;
  const made = planOf(draft.plan);
  const { plan } = made;
  const lint = warningsOf(plan);
  const read = readAct(asked.act, clock.today, needsNote(lint));
  const decisions = readDecisions(asked.decisions, made, { today: clock.today, town: viewer.town });
  if (!read.ok || !decisions.ok) {
    const problems = [...(read.ok ? [] : read.problems), ...(decisions.ok ? [] : decisions.problems)];
    return { ok: false, refusal: { code: 'invalid', problems } };
  }
  const { decided } = decisions;
  const stored = await storePlan(tx, {
    plan,
    planned: decided.planned,
    leads: decided.leads,
    lint,
    act: read.act,
    approvedOn: read.act.adoptedOn,
    liveOn: clock.today,
    note: asked.act.note.trim(),
    confirmedBy: viewer.person.id,
    confirmedAt: clock.now,
  });
  if (!stored.ok) {
    return stored.refusal === 'year-has-a-plan'
      ? { ok: false, refusal: { code: 'year-has-a-plan', year: plan.document.year } }
      : { ok: false, refusal: { code: stored.refusal, adoptedOn: stored.adoptedOn } };
  }
  const carried = await carryOut(tx, commander, clock, decided, stored.obligationIds);
  if (!carried.ok) return carried;
  await recordConfirmed(
    tx,
    draft.id,
    {
      planVersion: stored.version,
      decisions: [...decisionsBetween(draftOf(draft.read), draft.plan), ...decided.decisions],
    },
    { by: viewer.person.id, at: clock.now },
  );
  const { cycle, year } = stored;
  await concludePlanDuty(tx, commander, clock, { year, approvedOn: read.act.adoptedOn });
  const counts = { year, objectives: stored.objectives.length, obligations: stored.obligations };
  await auditPlan(tx, commander, clock, {
    action: 'plan.confirm',
    version: stored.version,
    after: { ...counts, import: draft.id, sha256: draft.sha256 },
  });
  const town = viewer.town.id;
  return {
    ok: true,
    result: { ...counts, kind: 'approval' },
    starts: [
      cycleStart({ town, cycle, year }),
      roundStart({ town }),
      ...stored.objectives.map((objective) => objectiveStart({ town, objective, year })),
    ],
  };
}
