/** Terms that a submission declares as concluded: each becomes so, as if answered by itself. */
import type { MilestoneAnswer } from '../../../domain/cycle/submission-line.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { completeObligation } from '../../../store/obligations/obligation-commands.js';
import { keepAnswer } from '../obligations/keep-answer.js';
import { type ActEntry, auditChange } from '../obligations/obligation-command.js';
import type { Commander } from '../run-command.js';

/** Returns what the register is to hold; a term that was closed in the meantime stays as it is. */
export async function concludeDeclared(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  role: Role,
  declared: readonly MilestoneAnswer[],
): Promise<readonly ActEntry[]> {
  const acts: ActEntry[] = [];
  for (const { obligation, doneOn: typed } of declared) {
    const doneOn = parseCivilDate(typed);
    if (doneOn === null) continue;
    const change = await completeObligation(tx, {
      ...{ obligation, rowVersion: null, doneOn, recordedAt: clock.now },
      ...{ by: commander.viewer.person.id, note: null },
    });
    if (!change.ok) continue;
    await keepAnswer(tx, commander, clock, { kind: 'done', before: change.before, role, doneOn });
    const action = 'obligation.complete';
    await auditChange(tx, commander, clock, { action, role, before: change.before, after: change.after });
    acts.push({ kind: 'completed', obligation, role, more: { doneOn, note: null, evidence: [] } });
  }
  return acts;
}
