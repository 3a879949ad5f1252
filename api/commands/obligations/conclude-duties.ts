/** What the body did, as the *Calendario normativo* records it, concludes the obligation that its term became. */
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { type LegalDuty, listLegalDuties } from '../../../store/cycle/legal-duties.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { actingRole } from '../../rights.js';
import { concludeDeclared } from '../measurement/conclude-declared.js';
import type { Commander } from '../run-command.js';
import { type ActEntry, enterActs } from './obligation-command.js';

/** One that was closed in the meantime stays as it is, and so does what this person may not conclude. */
export async function concludeDuties(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  done: readonly { readonly duty: Pick<LegalDuty, 'obligation' | 'owner'>; readonly doneOn: CivilDate }[],
): Promise<void> {
  const acts: ActEntry[] = [];
  for (const { duty, doneOn } of done) {
    const role = actingRole(commander.viewer.roles, 'obligation.complete', [duty.owner]);
    if (role === null) continue;
    const declared = [{ obligation: duty.obligation, doneOn }];
    acts.push(...(await concludeDeclared(tx, commander, clock, role, declared)));
  }
  await enterActs(tx, commander, clock, acts);
}

/** The plan is approved: whoever owed the PIAO owes it no more. */
export async function concludePlanDuty(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  plan: { readonly year: number; readonly approvedOn: CivilDate },
): Promise<void> {
  const owed = (await listLegalDuties(tx, plan.year)).filter(({ rule }) => rule === 'piao');
  const done = owed.map((duty) => ({ duty, doneOn: plan.approvedOn }));
  await concludeDuties(tx, commander, clock, done);
}
