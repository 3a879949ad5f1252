/** Addresses that are written to no more because mail came back from them, until somebody lifts the stop. */
import { isToStop } from '../../domain/obligations/mailbox-stop.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Days of mailings that are looked at: what came back earlier than those says nothing any more. */
const DAYS = 20;

/**
 * The mailbox itself refused that mail or sent it back; `true` when this was one too many and the address is
 * stopped from now on. `at` is town time.
 */
export async function recordMailboxFault(tx: Tx, digest: string, at: Instant): Promise<boolean> {
  const [mail] = await tx<{ address: string | null }[]>`
    update digest set mailbox_fault = true where id = ${digest} returning lower(address) as address`;
  if (!mail?.address) return false;
  const { address } = mail;
  // Two returns read side by side must see each other.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${address}`}, 0))`;
  const days = await tx<{ day: CivilDate; returned: boolean }[]>`
    select day, bool_or(mailbox_fault) as returned from digest
    where lower(address) = ${address} and frozen_at > coalesce(
      (select max(lifted_at) from stopped_mailbox where address = ${address}), '-infinity')
    group by day order by day desc limit ${DAYS}`;
  if (!isToStop(days)) return false;
  const made = await tx`insert into stopped_mailbox (address, stopped_at, digest)
    values (${address}, ${at}, ${digest})
    on conflict (address, town) where lifted_at is null do nothing`;
  return made.count === 1;
}

/** In SQL: the address of person `p` if mail is written to it, else null. */
export const openMailbox = (tx: Tx) => tx`case when exists (select 1 from stopped_mailbox m
  where m.town = p.town and m.address = lower(p.email) and m.lifted_at is null) then null else p.email end`;

/** A stop that is in force. */
export interface StoppedMailbox {
  /** In small letters. */
  readonly address: string;
  /** Town time. */
  readonly stoppedAt: Instant;
}

/** By address in small letters. */
export async function stoppedMailboxes(tx: Tx): Promise<ReadonlyMap<string, StoppedMailbox>> {
  const rows = await tx<StoppedMailbox[]>`
    select address, stopped_at from stopped_mailbox where lifted_at is null`;
  return new Map(rows.map((row) => [row.address, row]));
}

/** *Riprova*: mail is written to it again. `false` when it was not stopped. */
export async function liftStop(
  tx: Tx,
  address: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const lifted = await tx`update stopped_mailbox set lifted_at = ${at}, lifted_by = ${by}
    where address = ${address.toLowerCase()} and lifted_at is null`;
  return lifted.count > 0;
}

/** Takes the address of somebody erased out of all stops, unless somebody else still has it. */
export async function forgetStops(tx: Tx, address: string, at: Instant): Promise<void> {
  await tx`update stopped_mailbox set address = '', lifted_at = coalesce(lifted_at, ${at})
    where address = ${address.toLowerCase()}
      and not exists (select 1 from person where lower(email) = ${address.toLowerCase()})`;
}
