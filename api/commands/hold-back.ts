/**
 * *Trattieni*: the Segretario, warned that tomorrow the Sindaco hears, holds the notice back with a reason,
 * or lets it go after all. Nobody holds back the notice about an obligation of their own (design §3).
 */
import { roleKey } from '../../domain/obligations/obligation.js';
import { noticesOfObligation } from '../../store/notices.js';
import { holdBack } from '../../store/obligation-commands.js';
import { commitText } from '../../store/register.js';
import { roundStart } from '../../workflows/contract.js';
import { admit, auditChange, enterAct } from './obligation-command.js';
import { refusedChange } from './refused-change.js';
import { type Commander, type Outcome, runCommand } from './run-command.js';

export interface HoldingAsked {
  readonly obligation: string;
  /** Empty: let it go. */
  readonly reason: string;
  readonly rowVersion: number | null;
}

export interface Held {
  readonly [key: string]: string | number | boolean;
  readonly obligation: string;
  readonly held: boolean;
  readonly rowVersion: number;
}

/** `hold`: with a reason; `false`: let it go. */
export function holdNotice(commander: Commander, asked: HoldingAsked, hold: boolean): Promise<Outcome<Held>> {
  return runCommand(commander, 'obligation.hold-back', { ...asked, hold }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.hold-back', asked.obligation);
    if (!admitted.ok) return admitted;
    const { owner, version } = admitted.record.obligation;
    if (commander.viewer.roles.some((role) => roleKey(role) === roleKey(owner))) {
      return { ok: false, refusal: { code: 'not-allowed' } };
    }
    const told = (await noticesOfObligation(tx, asked.obligation)).some(
      (notice) => notice.version === version && notice.rung === 'late-8',
    );
    if (told) return { ok: false, refusal: { code: 'mayor-told' } };
    const reason = asked.reason.trim();
    if (hold && reason === '') {
      const problems = [{ field: 'reason', message: 'Per trattenere la comunicazione serve il motivo.' }];
      return { ok: false, refusal: { code: 'invalid', problems } };
    }
    const change = await holdBack(tx, { ...asked, reason: hold ? reason : null });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    await enterAct(tx, commander, clock, {
      kind: hold ? 'held-back' : 'let-go',
      obligation: asked.obligation,
      role: admitted.role,
      ...(hold ? { more: { reason: await commitText(tx, reason) } } : {}),
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.hold-back',
      role: admitted.role,
      before: change.before,
      after: change.after,
      more: { held: hold, reason: hold ? reason : null },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, held: hold, rowVersion: change.after.rowVersion },
      // Letting go can bring the next notice forward; holding back only takes one away.
      starts: hold ? [] : [roundStart({ town: commander.viewer.town.id })],
    };
  });
}
