/** A plan for a year that has one: a variation of it, by its act, or nothing at all. */
import { decisionsBetween } from '../../domain/plan/draft/decisions.js';
import { draftOf } from '../../domain/plan/draft/draft-plan.js';
import { planOf } from '../../domain/plan/draft/plan-of-draft.js';
import { type Cycle, planSource } from '../../store/cycles.js';
import type { FactsClock } from '../../store/facts-clock.js';
import { type ImportDraft, recordConfirmed } from '../../store/import-drafts.js';
import type { Tx } from '../../store/in-town.js';
import { storeVariation } from '../../store/variations.js';
import { objectiveStart, roundStart } from '../../workflows/contract.js';
import { askedOf, variationAhead } from '../queries/confirm-page.js';
import { actingRole } from '../rights.js';
import { enterActs } from './obligation-command.js';
import { auditPlan, type Confirmed } from './plan-audit.js';
import { type ActAsked, needsNote, readAct, warningsOf } from './plan-checks.js';
import type { Commander, Done } from './run-command.js';

/** The caller holds the draft and the town. */
export async function varyPlan(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { draft, cycle, act }: { readonly draft: ImportDraft; readonly cycle: Cycle; readonly act: ActAsked },
): Promise<Done<Confirmed>> {
  const { viewer } = commander;
  const made = planOf(draft.plan);
  const { plan } = made;
  const { year } = plan.document;
  const ahead = await variationAhead(tx, plan);
  const before = ahead === null ? null : await planSource(tx, ahead.of.id);
  if (ahead === null || before === null || cycle.state === 'closed')
    return { ok: false, refusal: { code: 'year-has-a-plan', year } };
  const problem = (message: string): Done<Confirmed> => ({
    ok: false,
    refusal: { code: 'invalid', problems: [{ field: '', message }] },
  });
  if (ahead.difference.objectives.length === 0 && ahead.beyond.length === 0)
    return problem('La bozza dice le stesse cose del piano in vigore: non c’è nessuna variazione.');
  if (ahead.beyond.length > 0)
    return { ok: false, refusal: { code: 'beyond-variation', changes: ahead.beyond } };
  const lint = warningsOf(plan);
  const read = readAct(act, clock.today, needsNote(lint));
  if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
  const stored = await storeVariation(tx, {
    ...{ cycle: cycle.id, before, plan, lint, act: read.act, today: clock.today, note: act.note.trim() },
    difference: ahead.difference,
    planned: askedOf(made, { today: clock.today, town: viewer.town }).planned,
    confirmedBy: viewer.person.id,
    confirmedAt: clock.now,
  });
  if (!stored.ok) return { ok: false, refusal: { code: stored.refusal, adoptedOn: stored.adoptedOn } };
  const role = actingRole(viewer.roles, 'plan.import', []);
  if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
  await enterActs(tx, commander, clock, [
    ...stored.moved.map(({ obligation, from }) => ({
      ...{ kind: 'varied' as const, obligation, role },
      more: { from },
    })),
    ...stored.waived.map((obligation) => ({ kind: 'withdrawn' as const, obligation, role })),
  ]);
  const decisions = decisionsBetween(draftOf(draft.read), draft.plan);
  await recordConfirmed(
    tx,
    draft.id,
    { planVersion: stored.version, decisions },
    { by: viewer.person.id, at: clock.now },
  );
  await auditPlan(tx, commander, clock, {
    action: 'plan.vary',
    version: stored.version,
    before: { version: ahead.of.id },
    after: {
      ...{ year, import: draft.id, sha256: draft.sha256, moved: stored.moved.length },
      ...{ withdrawn: stored.waived.length, added: stored.added },
    },
    act: stored.act,
  });
  const town = viewer.town.id;
  return {
    ok: true,
    result: {
      ...{ year, objectives: stored.objectives.length, kind: 'variation' },
      obligations: stored.moved.length + stored.waived.length + stored.added,
    },
    starts: [
      roundStart({ town }),
      ...stored.objectives.map((objective) => objectiveStart({ town, objective, year })),
    ],
  };
}
