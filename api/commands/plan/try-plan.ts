/**
 * *E se questo piano fosse in vigore?*: which mails a draft would move, add or take away. A variation is carried
 * out by the very command that confirms it, and undone: what is shown is what would be.
 */
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { findDraft, type ImportDraft } from '../../../store/plan/import-drafts.js';
import { type LoadedRehearsal, loadRehearsal, type Rehearsal } from '../../queries/rehearsal.js';
import { effectBetween, effectWindow, type RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Refusal } from '../../refusals.js';
import type { Commander } from '../run-command.js';
import { tryOut } from '../try-out.js';
import { varyPlan } from '../variation/vary-plan.js';
import type { ActAsked } from './plan-checks.js';

/** Two rehearsals and what differs: `after` with the draft in force. */
export type TriedPlan =
  | {
      readonly ok: true;
      readonly draft: ImportDraft;
      /** Of a plan in force, else the first of its year. */
      readonly isVariation: boolean;
      readonly after: Rehearsal;
      readonly effect: RehearsalEffect;
    }
  | { readonly ok: false; readonly refusal: Refusal };

export function tryPlan(commander: Commander, id: string): Promise<TriedPlan> {
  const { deps, viewer } = commander;
  return tryOut(deps, viewer.town.id, async (tx, clock) => {
    const draft = await findDraft(tx, id, { hold: true });
    if (draft === null) return { ok: false, refusal: { code: 'not-found' } };
    if (draft.state !== 'draft') return { ok: false, refusal: { code: 'import-closed' } };
    const before = await loadRehearsal(tx, deps.now(), null);
    if (!before.ok) return before;
    const isVariation = (await findCycle(tx, draft.year))?.approvedOn != null;
    const after = isVariation
      ? await varied(tx, commander, clock, draft)
      : await loadRehearsal(tx, deps.now(), id);
    if (!after.ok) return after;
    const window = effectWindow(after.rehearsal, null);
    const effect = effectBetween(before.rehearsal, after.rehearsal, window);
    return { ok: true, draft, isVariation, after: after.rehearsal, effect };
  });
}

async function varied(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  draft: ImportDraft,
): Promise<LoadedRehearsal> {
  await tx`select id from town for no key update`;
  const done = await varyPlan(tx, commander, clock, { draft, act: actOf(draft, clock) });
  return done.ok ? loadRehearsal(tx, commander.deps.now(), null) : done;
}

/** Only its day counts for the mails, and that is today; no act has the number of a draft. */
const actOf = ({ id }: ImportDraft, { today }: FactsClock): ActAsked => ({
  ...{ organ: 'giunta', number: id, date: today, subject: '', note: 'prova' },
  ...{ protocolNumber: '', protocolDate: '' },
});
