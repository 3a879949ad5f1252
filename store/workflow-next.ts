/** When each workflow of the town means to wake up next: for the watchdog and for moving the town's clock. Real time. */
import type { Instant } from '../domain/time/instant.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';

/** A workflow, and when it means to wake up. */
export interface StoredNext {
  readonly workflowId: string;
  readonly workflowType: string;
  readonly args: readonly Json[];
  /** `null`: it waits for a change only. */
  readonly nextAt: Instant | null;
  readonly storedAt: Instant;
}

/** Writes what the workflow waits for now, in place of what it waited for before. */
export async function storeNext(tx: Tx, next: StoredNext): Promise<void> {
  await tx`
    insert into workflow_next (workflow_id, workflow_type, args, next_at, stored_at)
    values (${next.workflowId}, ${next.workflowType}, ${tx.json(next.args)}, ${next.nextAt}, ${next.storedAt})
    on conflict (town, workflow_id) do update set
      next_at = excluded.next_at, stored_at = excluded.stored_at, args = excluded.args, revived_at = null`;
}

/** What it waits for has come about: it will look again by itself at the real instant `at`, if not sooner. */
export async function lookAgain(tx: Tx, workflowId: string, at: Instant): Promise<void> {
  await tx`update workflow_next set next_at = ${at}
    where workflow_id = ${workflowId} and (next_at is null or next_at > ${at})`;
}

/** The soonest first; those that wait for a change only come last. */
export const listNexts = async (tx: Tx): Promise<readonly StoredNext[]> =>
  tx<StoredNext[]>`select workflow_id, workflow_type, args, next_at, stored_at
    from workflow_next order by next_at nulls last, workflow_id`;

/** The town's clock went on by as much: what was to come in real time comes sooner. */
export async function shiftNexts(tx: Tx, byMs: number): Promise<void> {
  await tx`update workflow_next set next_at = next_at + ${byMs} * interval '1 millisecond'
    where next_at is not null`;
}

/** What the town's clock waits for before it goes on. */
export interface Unsettled {
  /** A workflow's id. */
  readonly waitingFor: string;
  /** Mails that nobody has tried yet, or that somebody has in hand. */
  readonly mails: number;
}

/**
 * A workflow that has not dealt yet with what was due at the real instant `due`, or a round whose mails
 * nobody has tried yet, somebody has in hand at `now`, or that has not seen their answers; `null` when all
 * have settled.
 */
export async function unsettled(tx: Tx, due: Instant, now: Instant): Promise<Unsettled | null> {
  const [row] = await tx<Unsettled[]>`
    select n.workflow_id as waiting_for, m.mails
    from (select count(*) as mails from digest
        where state = 'frozen' and (attempts = 0 or lease_until > ${now})) m,
      workflow_next n
    where n.next_at <= ${due} or (n.workflow_type = 'round' and (n.next_at <= ${now} or m.mails > 0))
    limit 1`;
  return row ?? null;
}

/** A workflow that was announced and has not looked since; `null`: none. */
export async function unsettledAnnouncement(tx: Tx): Promise<Unsettled | null> {
  const [row] = await tx<{ waitingFor: string }[]>`
    select a.workflow_id as waiting_for
    from announcement a left join workflow_next n on n.town = a.town and n.workflow_id = a.workflow_id
    where n.workflow_id is null or n.stored_at < a.created_at
    limit 1`;
  return row === undefined ? null : { ...row, mails: 0 };
}

/**
 * Those that looked within `withinMs` after they were announced: the transaction that announced them may have
 * been committed after their look, which then saw nothing of it.
 */
export const announcedShortlyBefore = async (tx: Tx, withinMs: number): Promise<readonly StoredNext[]> =>
  tx<StoredNext[]>`select workflow_id, workflow_type, args, next_at, stored_at from workflow_next n
    where exists (select 1 from announcement a where a.workflow_id = n.workflow_id
      and n.stored_at < a.created_at + ${withinMs} * interval '1 millisecond')`;

/** The first of these workflows that has not looked since the real instant `since`; `null`: all have. */
export async function notLookedSince(
  tx: Tx,
  workflowIds: readonly string[],
  since: Instant,
): Promise<Unsettled | null> {
  const [row] = await tx<{ waitingFor: string }[]>`select workflow_id as waiting_for from workflow_next
    where workflow_id = any (${[...workflowIds]}) and stored_at < ${since} limit 1`;
  return row === undefined ? null : { ...row, mails: 0 };
}
