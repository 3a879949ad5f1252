/** What commands on a submission share: is it there, may this person, is it the moment, which one was seen. */
import { isWritable } from '../../../domain/cycle/submission-state.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { findSubmission, holdSubmission, type Submission } from '../../../store/monitoring/submissions.js';
import type { Refusal } from '../../refusals.js';
import { type Action, actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

export type HeldSubmission =
  | { readonly ok: true; readonly submission: Submission; readonly role: Role }
  | { readonly ok: false; readonly refusal: Refusal };

/** Held until the transaction ends: of two at once the second finds what the first did. */
export async function takeSubmission(
  tx: Tx,
  commander: Commander,
  action: Action,
  id: string,
): Promise<HeldSubmission> {
  const submission = await holdSubmission(tx, id);
  if (submission === null) return { ok: false, refusal: { code: 'not-found' } };
  const role = actingRole(commander.viewer.roles, action, [submission.owner]);
  if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
  if (submission.cycleState === 'closed') return { ok: false, refusal: { code: 'year-closed' } };
  return { ok: true, submission, role };
}

/** Who writes: in a role, or as a compiler of the sector (`role: null`), of the objectives in `only` (`null`: all). */
export type Writing = Extract<HeldSubmission, { ok: false }> | (Writer & { readonly ok: true });
export interface Writer {
  readonly submission: Submission;
  readonly role: Role | null;
  readonly only: readonly string[] | null;
}

/** As {@link takeSubmission}, for a draft: compilers may too. */
export async function takeDraft(tx: Tx, commander: Commander, id: string): Promise<Writing> {
  const taken = await takeSubmission(tx, commander, 'monitoring.write', id);
  if (taken.ok) return { ...taken, only: null };
  const submission = taken.refusal.code === 'not-allowed' ? await findSubmission(tx, id) : null;
  const named = commander.viewer.compiles.find(({ sector }) => sector === submission?.sector);
  if (submission === null || named === undefined) return taken;
  if (submission.cycleState === 'closed') return { ok: false, refusal: { code: 'year-closed' } };
  return { ok: true, submission, role: null, only: named.objectives };
}

/** `null`: the sector may write in it now. */
export function notWritable({ window, state, transmitted }: Submission, clock: FactsClock): Refusal | null {
  if (clock.today < window.opens) return { code: 'window-not-open', opens: window.opens };
  return isWritable(state) ? null : { code: 'submission-state', state, by: transmitted?.by ?? null };
}

/** Writes who did it; texts of people go beside, in `more`. */
export const auditSubmission = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: {
    readonly action: string;
    /** `null`: a compiler. */
    readonly role: Role | null;
    readonly submission: Submission;
    readonly more: { readonly [key: string]: Json };
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ role: change.role, action: change.action, subjectKind: 'submission', subject: change.submission.id },
    ...{ before: { state: change.submission.state }, after: change.more },
  });
