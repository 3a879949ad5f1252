/**
 * Changing an obligation. Each command says which row version its author saw: of two at once one
 * wins, the other is told what stands now. Rules of who may are the caller's; the audit row and the
 * announcements belong in the same transaction.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import type { RoleColumns } from '../people/roles.js';
import type { ObligationRecord } from './obligation-rows.js';
import { findObligation } from './obligations.js';

/** Before and after; or what stands now, when somebody else was first. */
export type ObligationChange =
  | { readonly ok: true; readonly before: ObligationRecord; readonly after: ObligationRecord }
  | { readonly ok: false; readonly refusal: 'unknown' }
  /** Not in the state the command needs: done already, waived, not done, term already known. */
  | { readonly ok: false; readonly refusal: 'wrong-state'; readonly now: ObligationRecord }
  /** Somebody changed it after the author looked. */
  | { readonly ok: false; readonly refusal: 'changed-meanwhile'; readonly now: ObligationRecord };

interface Seen {
  readonly obligation: string;
  /** `rowVersion` the author saw; `null` when they cannot have seen one (import, mail). */
  readonly rowVersion: number | null;
}

/** `doneOn` is the day declared; the caller has checked that it is not in the future. Times are town time. */
export const completeObligation = (
  tx: Tx,
  command: Seen & {
    readonly doneOn: CivilDate;
    readonly recordedAt: Instant;
    readonly by: string | null;
    readonly note: string | null;
  },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'open',
    tx`
    state = 'done', done_on = ${command.doneOn}, done_recorded_at = ${command.recordedAt},
    done_by = ${command.by}, done_note = ${command.note}`,
  );

/** Back to open; the reason goes into the audit. */
export const reopenObligation = (tx: Tx, command: Seen): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'done',
    tx`
    state = 'open', done_on = null, done_recorded_at = null, done_by = null, done_note = null`,
  );

/**
 * The date of an external term became known: a new version, which starts today. A day already past then
 * makes one line ("confirm whether and when") and not a whole ladder at once (docs/adr/0030).
 */
export const setExternalDate = (
  tx: Tx,
  command: Seen & { readonly due: CivilDate; readonly today: CivilDate },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'open' && now.obligation.term.kind === 'external',
    tx`
    term_kind = 'date', due = ${command.due}, start_day = greatest(start_day, ${command.today}),
    version = version + 1`,
  );

/** Another day for what is open: a new version, whose ladder begins with the round that follows. */
export const putOff = (
  tx: Tx,
  command: Seen & { readonly due: CivilDate; readonly today: CivilDate },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'open',
    tx`
    due = ${command.due}, start_day = greatest(start_day, ${command.today}), version = version + 1`,
  );

/** "In corso": an explained delay with its forecast; `null` takes it back. */
export const setForecast = (
  tx: Tx,
  command: Seen & { readonly forecast: CivilDate | null },
): Promise<ObligationChange> =>
  change(tx, command, (now) => now.obligation.state === 'open', tx`forecast = ${command.forecast}`);

/** "Non è di mia competenza", or its withdrawal: nothing of it changes, but whoever looked before is told. */
export const noteOnOpen = (tx: Tx, command: Seen): Promise<ObligationChange> =>
  change(tx, command, (now) => now.obligation.state === 'open', tx`forecast = forecast`);

/** *Trattieni*: the notice to the Sindaco waits; a `null` reason lets it go. */
export const holdBack = (
  tx: Tx,
  command: Seen & { readonly reason: string | null },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'open',
    tx`
    held_back = ${command.reason !== null}, held_back_reason = ${command.reason}`,
  );

/**
 * Another role owes it: a new version, whose ladder begins with the round that follows. What the former one
 * explained, and a notice held back for them, do not bind the new one; the start day stays, and so does a delay.
 */
export const changeOwner = (
  tx: Tx,
  command: Seen & { readonly owner: RoleColumns },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'open',
    tx`
    owner_role = ${command.owner.role}, owner_sector = ${command.owner.sector}, version = version + 1,
    forecast = null, held_back = false, held_back_reason = null`,
  );

/** What was returned or reopened is owed again, by another day: a new version, which starts today. */
export const openAgain = (
  tx: Tx,
  command: Seen & { readonly due: CivilDate; readonly today: CivilDate },
): Promise<ObligationChange> =>
  change(
    tx,
    command,
    (now) => now.obligation.state === 'done',
    tx`
    state = 'open', done_on = null, done_recorded_at = null, done_by = null, done_note = null,
    due = ${command.due}, start_day = greatest(start_day, ${command.today}), version = version + 1,
    forecast = null, held_back = false, held_back_reason = null`,
  );

async function change(
  tx: Tx,
  seen: Seen,
  allowed: (now: ObligationRecord) => boolean,
  assignments: Fragment,
): Promise<ObligationChange> {
  await tx`select id from obligation where id = ${seen.obligation} for update`;
  const before = await findObligation(tx, seen.obligation);
  if (before === null) return { ok: false, refusal: 'unknown' };
  if (!allowed(before)) return { ok: false, refusal: 'wrong-state', now: before };
  if (seen.rowVersion !== null && seen.rowVersion !== before.rowVersion) {
    return { ok: false, refusal: 'changed-meanwhile', now: before };
  }
  await tx`update obligation set ${assignments}, row_version = row_version + 1 where id = ${seen.obligation}`;
  const after = await findObligation(tx, seen.obligation);
  if (after === null) throw new Error('the obligation vanished under its lock');
  return { ok: true, before, after };
}
