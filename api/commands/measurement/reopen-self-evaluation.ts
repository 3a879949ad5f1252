/** *Riapri* of a self-evaluation: with a reason, due again 5 working days later. What was claimed stays in the history. */
import { dueAgain } from '../../../domain/cycle/submission-state.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import type { Json } from '../../../store/connection.js';
import { markReopened } from '../../../store/measurement/self-evaluations.js';
import { openAgain } from '../../../store/obligations/obligation-commands.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import { takeSheet } from '../monitoring/sheet-command.js';
import { auditChange, enterAct } from '../obligations/obligation-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { reasonProblem } from './reason-problem.js';

export interface SheetReopening {
  readonly sheet: string;
  readonly reason: string;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface SheetReopened {
  readonly [key: string]: Json;
  readonly selfEvaluation: string;
  readonly due: string;
}

export function reopenSelfEvaluation(
  commander: Commander,
  asked: SheetReopening,
): Promise<Outcome<SheetReopened>> {
  const action = 'self-evaluation.reopen';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<SheetReopened>> => {
    const taken = await takeSheet(tx, commander, clock, action, asked.sheet);
    if (!taken.ok) return taken;
    const { sheet, role } = taken;
    const reason = asked.reason.trim();
    const refusal = reasonProblem(reason, 'reason');
    if (refusal !== null) return { ok: false, refusal };
    if (asked.rowVersion !== null && asked.rowVersion !== sheet.rowVersion)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    if (sheet.state !== 'transmitted') return { ok: false, refusal: { code: 'sheet-not-transmitted' } };
    const { town } = commander.viewer;
    const due = dueAgain(clock.today, workingCalendar(town.closures));
    const change = await openAgain(tx, { obligation: sheet.id, rowVersion: null, due, today: clock.today });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'done', clock.clock.zone) };
    await markReopened(tx, sheet.id, reason);
    const more = { reason: await commitText(tx, reason) };
    await enterAct(tx, commander, clock, { kind: 'submission-reopened', obligation: sheet.id, role, more });
    await auditChange(tx, commander, clock, {
      ...{ action, role, before: change.before, after: change.after, more: { reason } },
    });
    return { ok: true, result: { selfEvaluation: sheet.id, due }, starts: [roundStart({ town: town.id })] };
  });
}
