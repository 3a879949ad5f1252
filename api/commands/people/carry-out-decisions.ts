/** Decisions taken at the confirmation, on the obligations just made: days, completions, heads. */
import type { PlannedObligation } from '../../../domain/obligations/from-plan.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import {
  completeObligation,
  type ObligationChange,
  setExternalDate,
} from '../../../store/obligations/obligation-commands.js';
import { assignRole, findPerson, holdersOn } from '../../../store/people/people.js';
import type { Refusal } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { type ActEntry, auditChange, enterActs } from '../obligations/obligation-command.js';
import type { Decided } from '../plan/confirm-decisions.js';
import type { Commander } from '../run-command.js';
import { auditPerson } from './people-command.js';

/** What somebody was just made owner of or told is done never fails: the obligations were made in this transaction. */
export async function carryOut(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  decided: Decided,
  obligationIds: readonly string[],
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  const idOf = (planned: PlannedObligation): string => {
    const id = obligationIds[decided.planned.indexOf(planned)];
    if (id === undefined) throw new Error('a decision is about a term that the plan does not have');
    return id;
  };
  const role = actingRole(commander.viewer.roles, 'plan.import', []);
  if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
  const acts: ActEntry[] = [];
  const note = 'indicato alla conferma del piano';
  const carried = async (
    action: 'obligation.set-date' | 'obligation.complete',
    change: ObligationChange,
    more: ActEntry['more'],
  ): Promise<void> => {
    if (!change.ok) throw new Error(`an obligation just made refused a change: ${change.refusal}`);
    const obligation = change.after.obligation.id;
    const kind = action === 'obligation.complete' ? 'completed' : 'term-known';
    acts.push({ kind, obligation, role, ...(more === undefined ? {} : { more }) });
    await auditChange(tx, commander, clock, { action, role, before: change.before, after: change.after });
  };
  for (const { planned, day } of decided.external) {
    const change = await setExternalDate(tx, {
      ...{ obligation: idOf(planned), rowVersion: null },
      ...{ due: day, today: clock.today },
    });
    await carried('obligation.set-date', change, undefined);
  }
  for (const { planned, day } of decided.done) {
    const change = await completeObligation(tx, {
      ...{ obligation: idOf(planned), rowVersion: null, note },
      ...{ doneOn: day, recordedAt: clock.now, by: commander.viewer.person.id },
    });
    await carried('obligation.complete', change, { doneOn: day, note: null, evidence: [] });
  }
  await enterActs(tx, commander, clock, acts);
  return appointHeads(tx, commander, clock, decided);
}

/** Heads of sectors that have none today. */
async function appointHeads(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { heads }: Decided,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  const holders = await holdersOn(tx, clock.today);
  for (const { sector, person } of heads) {
    if (holders.has(`head:${sector}`)) continue;
    if ((await findPerson(tx, person)) === null) {
      const message = `La persona scelta per ${sector} non è tra quelle dell'ente.`;
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: '', message }] } };
    }
    const role = { role: 'head', sector } as const;
    const tenure = await assignRole(tx, { person, role, validFrom: clock.today });
    await auditPerson(tx, commander, clock, {
      action: 'role.give',
      person,
      before: null,
      after: { tenure, role: `head:${sector}`, from: clock.today, to: null, succeeds: false },
    });
  }
  return { ok: true };
}
