/** *Non è di mia competenza*: why; on the Segretario's board at once, and in the alert of 15:00. */
import { raiseAlert } from '../../../store/notices/alerts.js';
import { answersOf } from '../../../store/obligations/answers.js';
import { noteOnOpen } from '../../../store/obligations/obligation-commands.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { keepAnswer, linkAudited, linkEntered } from './keep-answer.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface DisclaimerAsked {
  readonly obligation: string;
  readonly reason: string;
  readonly rowVersion: number | null;
}

export interface Disclaimed {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly rowVersion: number;
}

export function disclaim(commander: Commander, asked: DisclaimerAsked): Promise<Outcome<Disclaimed>> {
  return runCommand(commander, 'obligation.disclaim', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.disclaim', asked.obligation);
    if (!admitted.ok) return admitted;
    const { role } = admitted;
    const reason = asked.reason.trim();
    if (reason === '') {
      const message = 'Scrivi perché non è di tua competenza e, se lo sai, di chi è.';
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'reason', message }] } };
    }
    const change = await noteOnOpen(tx, asked);
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    const { version } = change.before.obligation;
    const isSaid = (await answersOf(tx, asked.obligation)).some(
      (one) =>
        one.kind === 'not-mine' &&
        one.version === version &&
        one.person === commander.viewer.person.id &&
        one.withdrawnAt === null,
    );
    if (isSaid) return { ok: false, refusal: { code: 'said-already' } };
    const answer = await keepAnswer(tx, commander, clock, {
      kind: 'not-mine',
      before: change.before,
      role,
      note: reason,
    });
    await raiseAlert(tx, {
      toRole: 'secretary',
      kind: 'not-mine',
      about: answer,
      raisedAt: clock.now,
      detail: { obligation: asked.obligation },
    });
    await enterAct(tx, commander, clock, {
      kind: 'disclaimed',
      obligation: asked.obligation,
      role,
      more: { reason: await commitText(tx, reason), ...(await linkEntered(tx, commander)) },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.disclaim',
      role,
      before: change.before,
      after: change.after,
      more: { reason, ...linkAudited(commander) },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, rowVersion: change.after.rowVersion },
      starts: [roundStart({ town: commander.viewer.town.id })],
    };
  });
}
