/** Done goes back to open only with a reason; the round looks again, because notices may be due. */
import { reopenObligation } from '../../../store/obligations/obligation-commands.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface ReopeningAsked {
  readonly obligation: string;
  readonly reason: string;
  readonly rowVersion: number | null;
}

export interface Reopened {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly rowVersion: number;
}

export function reopen(commander: Commander, asked: ReopeningAsked): Promise<Outcome<Reopened>> {
  return runCommand(commander, 'obligation.reopen', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.reopen', asked.obligation);
    if (!admitted.ok) return admitted;
    const reason = asked.reason.trim();
    if (reason === '') {
      const problems = [{ field: 'reason', message: 'Per riaprire serve il motivo.' }];
      return { ok: false, refusal: { code: 'invalid', problems } };
    }
    const change = await reopenObligation(tx, asked);
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'done', clock.clock.zone) };
    await enterAct(tx, commander, clock, {
      kind: 'reopened',
      obligation: asked.obligation,
      role: admitted.role,
      more: { reason: await commitText(tx, reason) },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.reopen',
      role: admitted.role,
      before: change.before,
      after: change.after,
      more: { reason },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, rowVersion: change.after.rowVersion },
      starts: [roundStart({ town: commander.viewer.town.id })],
    };
  });
}
