/**
 * From trial to real life: what the trial sent and was answered goes, the rest stays, the clock is the real
 * one. One function of `000016_trial_and_go_live.sql` does it, because the program cannot remove notices.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';

/** How much of each the trial has made. */
export interface TrialTally {
  readonly mails: number;
  readonly notices: number;
  /** Answers by link and from the pages, one for each obligation that was answered and how. */
  readonly answers: number;
  /** Files added as evidence. */
  readonly files: number;
  /** Entries of the register. */
  readonly entries: number;
  /** What was concluded, and is open again once the town is live. */
  readonly concluded: number;
}

/** What going live would drop. */
export async function trialTally(tx: Tx): Promise<TrialTally> {
  const [row] = await tx<TrialTally[]>`
    select (select count(*) from digest) as mails, (select count(*) from notice) as notices,
      (select count(*) from answer) as answers, (select count(*) from evidence) as files,
      (select count(*) from register_entry) as entries,
      (select count(*) from obligation where state = 'done') as concluded`;
  if (row === undefined) throw new Error('the trial has no tally');
  return row;
}

/** What goes on in the real life. */
export interface LiveOutlook {
  readonly obligations: number;
  /** Open, and due before the first day of notices: asked once "whether and when it was done". */
  readonly before: number;
  readonly people: number;
  /** With a role on the day, and without a mailbox. */
  readonly withoutMailbox: readonly string[];
  /** Roles, and absences, that begin after the day: perhaps only because the trial's clock was ahead. */
  readonly later: number;
  /** The latest day on which a plan was approved; `null`: there is no plan. */
  readonly approvedOn: CivilDate | null;
}

/** `live`: the day of going live; `first`: the first day of notices from it. */
export async function liveOutlook(
  tx: Tx,
  { live, first }: { readonly live: CivilDate; readonly first: CivilDate },
): Promise<LiveOutlook> {
  const [row] = await tx<LiveOutlook[]>`
    with in_role as (select distinct p.id, p.name, p.email from role_holder h
      join person p on p.town = h.town and p.id = h.person
      where h.valid_from <= ${live} and (h.valid_to is null or h.valid_to >= ${live}))
    select (select count(*) from obligation where state in ('open', 'done') and kind = 'milestone'
        and not (recurrence is not null and due < ${first})) as obligations,
      (select count(*) from obligation where state in ('open', 'done') and kind = 'milestone'
        and recurrence is null and due < ${first}) as before,
      (select count(*) from in_role) as people,
      (select coalesce(array_agg(name order by name), '{}') from in_role where email is null) as without_mailbox,
      (select count(*) from role_holder where valid_from > ${live})
        + (select count(*) from absence where first_day > ${live} and called_off_at is null) as later,
      (select max(approved_on) from cycle) as approved_on`;
  if (row === undefined) throw new Error('the town has no outlook');
  return row;
}

/** Rejects (`town_on_trial`) when the town of this transaction is not on trial. */
export async function goLive(
  tx: Tx,
  { live, first }: { readonly live: CivilDate; readonly first: CivilDate },
): Promise<void> {
  // What a year closed in the trial left open is owed like the rest.
  await tx`update obligation set state = 'open', closed_with_year = false
    where state = 'superseded' and closed_with_year`;
  await tx`select go_live(${live}::date, ${first}::date)`;
}
