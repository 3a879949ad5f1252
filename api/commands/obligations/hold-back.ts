/**
 * *Trattieni*: the Segretario, warned that tomorrow the Sindaco hears, holds the notice back with a reason,
 * or lets it go after all. Nobody holds back the notice about an obligation of their own (design §3).
 */
import { type Obligation, roleKey } from '../../../domain/obligations/obligation.js';
import { type NoticeGiven, noticesOfObligation } from '../../../store/notices/notices.js';
import { holdBack } from '../../../store/obligations/obligation-commands.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import { mayorNotice } from '../../queries/mayor-notice.js';
import type { Refusal } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

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
    if (commander.viewer.roles.some((role) => roleKey(role) === roleKey(admitted.record.obligation.owner))) {
      return { ok: false, refusal: { code: 'own-notice' } };
    }
    const reason = asked.reason.trim();
    const change = await holdBack(tx, { ...asked, reason: hold ? reason : null });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    // Under the row's lock: a round either has told the Sindaco by now, or waits for this.
    const notices = await noticesOfObligation(tx, asked.obligation);
    const refusal = whyNot(change.before.obligation, notices, hold ? reason : null);
    if (refusal !== null) return { ok: false, refusal };
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

/** `reason`: `null` to let it go. */
function whyNot(
  obligation: Obligation,
  notices: readonly NoticeGiven[],
  reason: string | null,
): Refusal | null {
  if (reason === null && !obligation.heldBack) return { code: 'not-held-back' };
  const stands = mayorNotice(obligation, notices);
  if (stands === 'told') return { code: 'mayor-told' };
  if (reason !== null && stands === 'not-warned') return { code: 'not-warned' };
  if (reason !== '') return null;
  const message = 'Per trattenere la comunicazione serve il motivo.';
  return { code: 'invalid', problems: [{ field: 'reason', message }] };
}
