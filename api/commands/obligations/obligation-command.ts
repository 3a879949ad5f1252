/**
 * What commands on one obligation share: is it there, may this person do it and in which role; the
 * entry in the register; the audit row with what stood before and after.
 */
import type { ObligationKind, Role } from '../../../domain/obligations/obligation.js';
import { dueOf } from '../../../domain/obligations/obligation.js';
import type { Json } from '../../../store/connection.js';
import { closesYear } from '../../../store/cycle/closing.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import { roleColumns, sectorIds } from '../../../store/people/roles.js';
import type { AuditEntry } from '../../../store/register/audit.js';
import { appendEntries } from '../../../store/register/register.js';
import { registeredObligations } from '../../../store/register/register-subjects.js';
import { isSettled } from '../../../store/review/review-questions.js';
import type { Refusal } from '../../refusals.js';
import { type Action, actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

export type Admitted =
  | { readonly ok: true; readonly record: ObligationRecord; readonly role: Role }
  | { readonly ok: false; readonly refusal: Refusal };

export async function admit(tx: Tx, commander: Commander, action: Action, id: string): Promise<Admitted> {
  const record = await findObligation(tx, id);
  if (record === null) return { ok: false, refusal: { code: 'not-found' } };
  const role = actingRole(commander.viewer.roles, action, [record.obligation.owner]);
  if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
  const isConcluding = action === 'obligation.complete' || action === 'obligation.reopen';
  if (isConcluding && record.obligation.kind === 'monitoring')
    return { ok: false, refusal: { code: 'by-submission' } };
  if (isConcluding && isEvaluation(record.obligation.kind))
    return { ok: false, refusal: { code: 'by-evaluation' } };
  if (isConcluding && (await closesYear(tx, record.obligation)))
    return { ok: false, refusal: { code: 'by-cycle' } };
  const isTakingBack = action === 'obligation.reopen' || action === 'answer.withdraw';
  if (isTakingBack && record.obligation.kind === 'question' && (await isSettled(tx, id)))
    return { ok: false, refusal: { code: 'review-closed' } };
  return { ok: true, record, role };
}

/** Concluded and opened again by its own page alone. */
export const isEvaluation = (kind: ObligationKind): boolean =>
  kind === 'self-evaluation' || kind === 'measurement';

/** What people's own acts are called in the register. */
export type VoluntaryAct =
  | 'completed'
  | 'reopened'
  | 'term-known'
  | 'evidence-added'
  | 'explained'
  | 'disclaimed'
  | 'answer-withdrawn'
  /** *Ho preso visione*: of a notice; no answer. */
  | 'notice-acknowledged'
  | 'held-back'
  | 'let-go'
  | 'reassigned'
  /** Of a submission. */
  | 'transmitted'
  | 'acknowledged'
  | 'returned'
  | 'submission-reopened'
  | 'observed'
  /** The due day of its window was put off. */
  | 'put-off'
  | 'left-with-owner'
  /** By a change of the lead sector. */
  | 'led-by-another'
  | 'owed-again'
  /** By a variation of the plan: the day moved, or it is no longer due. */
  | 'varied'
  /** By a clerical correction. */
  | 'corrected'
  | 'withdrawn'
  /** Of a fact that closes the year. */
  | 'recorded'
  | 'record-withdrawn'
  /** A term of the *Calendario normativo* became it, or is it no more. */
  | 'asked-by-norm'
  | 'taken-back'
  /** A question of the evaluators. */
  | 'asked'
  | 'question-withdrawn';

export interface ActEntry {
  readonly kind: VoluntaryAct;
  readonly obligation: string;
  readonly role: Role;
  readonly more?: { readonly [key: string]: Json };
}

/** Enters a voluntary act under the obligation's chain: ids, codes, days and hashes, no names. Once a transaction. */
export const enterAct = (tx: Tx, commander: Commander, clock: FactsClock, act: ActEntry): Promise<void> =>
  enterActs(tx, commander, clock, [act]);

/** Several at once. Once a transaction. */
export async function enterActs(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  acts: readonly ActEntry[],
): Promise<void> {
  if (acts.length === 0) return;
  const ids = acts.map(({ obligation }) => obligation);
  const [registered, sectors] = [await registeredObligations(tx, ids), await sectorIds(tx)];
  const entries = acts.map((act) => {
    const known = registered.get(act.obligation);
    if (known === undefined) throw new Error('the obligation vanished before its entry');
    const role = roleColumns(act.role, sectors);
    return {
      subject: known.subject,
      body: {
        at: clock.now,
        kind: act.kind,
        obligation: act.obligation,
        version: known.version,
        due: known.due,
        planVersion: known.planVersion,
        act: known.act,
        person: commander.viewer.person.id,
        role: role.role,
        sector: role.sector,
        channel: commander.channel,
        ...act.more,
      },
    };
  });
  await appendEntries(tx, entries);
}

/** Writes who did it, in which role; `before` and `after` are states of the obligation. */
export async function auditChange(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: Pick<AuditEntry, 'action' | 'role'> & {
    readonly before: ObligationRecord;
    readonly after: ObligationRecord;
    /** Said beside the state: a reason, the evidence's ids. */
    readonly more?: { readonly [key: string]: Json };
  },
): Promise<void> {
  await auditCommand(tx, commander, clock, {
    role: change.role,
    action: change.action,
    subjectKind: 'obligation',
    subject: change.after.obligation.id,
    before: stateOf(change.before),
    after: { ...stateOf(change.after), ...change.more },
  });
}

const stateOf = ({ obligation, doneNote }: ObligationRecord): { [key: string]: Json } => ({
  state: obligation.state,
  due: dueOf(obligation),
  doneOn: obligation.doneOn,
  forecast: obligation.forecast,
  note: doneNote,
});
