/**
 * *Resta a chi ha risposto*: the Segretario's answer to "Non è di mia competenza", with a reason that the next
 * mail to whoever holds the role now tells them. The obligation, its ladder and its version do not change.
 */
import { receiverIds } from '../../../domain/obligations/receivers.js';
import { noteOnOpen } from '../../../store/obligations/obligation-commands.js';
import { insertRulings } from '../../../store/obligations/rulings.js';
import { loadStaff } from '../../../store/people/absences.js';
import { commitText } from '../../../store/register/register.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { settleDisclaimers } from './disclaimers.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface LeavingAsked {
  readonly obligation: string;
  readonly reason: string;
  readonly rowVersion: number | null;
}

export interface Left {
  readonly [key: string]: string | number;
  readonly obligation: string;
  /** How many answers it is about: a role may have several holders. */
  readonly answers: number;
  readonly rowVersion: number;
}

export function leaveWithOwner(commander: Commander, asked: LeavingAsked): Promise<Outcome<Left>> {
  return runCommand(commander, 'obligation.reassign', { leave: { ...asked } }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.reassign', asked.obligation);
    if (!admitted.ok) return admitted;
    const reason = asked.reason.trim();
    if (reason === '') {
      const message = 'Scrivi perché resta di competenza di chi ha risposto.';
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'reason', message }] } };
    }
    const change = await noteOnOpen(tx, asked);
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    const answers = await settleDisclaimers(tx, clock, asked.obligation);
    if (answers.length === 0) return { ok: false, refusal: { code: 'not-disclaimed' } };
    const by = commander.viewer.person.id;
    const { owner } = admitted.record.obligation;
    const now = receiverIds(await loadStaff(tx, clock.today))(owner);
    const to = now.length > 0 ? now : [...new Set(answers.map(({ person }) => person))];
    await insertRulings(tx, { answers: answers.map(({ id }) => id), at: clock.now, by, reason, to });
    await enterAct(tx, commander, clock, {
      kind: 'left-with-owner',
      obligation: asked.obligation,
      role: admitted.role,
      more: { reason: await commitText(tx, reason) },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.leave-with-owner',
      role: admitted.role,
      before: change.before,
      after: change.after,
      more: { reason },
    });
    const result = { obligation: asked.obligation, answers: answers.length };
    // It joins a mail that leaves anyway: nothing to bring forward.
    return { ok: true, result: { ...result, rowVersion: change.after.rowVersion }, starts: [] };
  });
}
