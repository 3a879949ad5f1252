/**
 * Frozen mails on their way out. A digest is written once; after that only what became of it changes.
 * A sender holds it under a lease (real time), so that it is in one hand at a time.
 */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { instantText, type Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { openMailbox } from '../people/mailboxes.js';

export type DigestKind = 'daily' | 'alert';
/** `trial`: kept in the trial's own inbox, never sent. */
export type DigestState = 'frozen' | 'sent' | 'refused' | 'given-up' | 'trial' | 'unknown';

/** A line of the mail; `notice` and `rung` are `null` for a line of the weekly summary. */
export interface NewDigestLine {
  readonly obligation: string;
  readonly notice: string | null;
  readonly rung: Rung | null;
}

export interface NewDigest {
  readonly id: string;
  readonly person: string;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  readonly roles: readonly Role[];
  readonly subject: string;
  /** With `{{link:n}}` placeholders, as is `html`. */
  readonly text: string;
  readonly html: string;
  /** SHA-256 of the content with placeholders, hex. */
  readonly contentHash: string;
  readonly messageId: string;
  /** What each placeholder stands for. */
  readonly links: Json;
  readonly frozenAt: Instant;
  /** In the order of the mail. */
  readonly lines: readonly NewDigestLine[];
}

/** Rejects (`digest_once`) when a person has a digest of that day and kind already. */
export async function freezeDigests(tx: Tx, digests: readonly NewDigest[]): Promise<void> {
  const rows = digests.map(({ lines: _, roles, frozenAt, ...rest }) => ({
    ...rest,
    roles: roles as Json,
    frozenAt: instantText(frozenAt),
  }));
  const lines = digests.flatMap((digest) =>
    digest.lines.map((line, index) => ({ digest: digest.id, lineNo: index + 1, ...line })),
  );
  // One behind the other in one go.
  await Promise.all([insertRows(tx, 'digest', rows), insertRows(tx, 'digest_line', lines)]);
}

/** A digest in hand, with the mailbox it goes to now. */
export interface ClaimedDigest {
  readonly id: string;
  readonly person: string;
  /** The address DATA once began for, else the person's present one; `null` when there is none, or it is stopped. */
  readonly address: string | null;
  /** The person has an address, but mail came back from it: see `mailboxes.ts`. */
  readonly stopped: boolean;
  /** DATA has begun in an earlier attempt: only byte-identical, or given up. */
  readonly dataBegun: boolean;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly roles: readonly Role[];
  readonly links: Json;
  /** Town time: also the date of the mail, so that a repetition has the same bytes. */
  readonly frozenAt: Instant;
  /** This one included. */
  readonly attempts: number;
  /** No other of its mailing lacks its answer, but those excepted. */
  readonly isLast: boolean;
}

/** Digests of one day's mailing. */
export interface Mailing {
  readonly day: CivilDate;
  readonly kind: DigestKind;
}

/**
 * Takes one frozen digest that nobody holds, for `leaseMs` from the real instant `now`; `null` when
 * there is none left. `except`: those this caller has tried already.
 */
export async function claimDigest(
  tx: Tx,
  mailing: Mailing,
  lease: { readonly now: Instant; readonly leaseMs: number; readonly except?: readonly string[] },
): Promise<ClaimedDigest | null> {
  const except = [...(lease.except ?? [])];
  const [claimed] = await tx<ClaimedDigest[]>`
    with taken as (
      update digest set lease_until = ${(lease.now + lease.leaseMs) as Instant}, attempts = attempts + 1
      where id = (
        select id from digest
        where state = 'frozen' and day = ${mailing.day} and kind = ${mailing.kind}
          and (lease_until is null or lease_until <= ${lease.now})
          and not id = any (${except}::uuid[])
        order by attempts, id limit 1 for update skip locked)
      returning *)
    select t.id, t.person, coalesce(t.address, ${openMailbox(tx)}) as address,
      t.address is null and p.email is not null and ${openMailbox(tx)} is null as stopped,
      t.address is not null as data_begun, t.day, t.kind, t.subject, t.text, t.html, t.message_id,
      t.roles, t.links, t.frozen_at, t.attempts,
      not exists (select 1 from digest o where o.state = 'frozen' and o.day = t.day and o.kind = t.kind
        and o.id <> t.id and not o.id = any (${except}::uuid[])) as is_last
    from taken t join person p on p.town = t.town and p.id = t.person`;
  return claimed ?? null;
}

/** DATA is about to begin for `address`: from now on the mail may have been delivered. */
export async function beginData(tx: Tx, digest: string, address: string): Promise<void> {
  await tx`update digest set address = ${address} where id = ${digest} and state = 'frozen'`;
}

/** DATA did not begin after all: no server took any of it, so it may still be carried over. */
export async function dataNotBegun(tx: Tx, digest: string): Promise<void> {
  await tx`update digest set address = null where id = ${digest} and state = 'frozen'`;
}

/** `temporary` leaves the digest frozen and lets go of the lease; the others are final. `unknown`: see `relive-rounds.ts`. */
export type DeliveryKind = 'accepted' | 'temporary' | 'permanent' | 'given-up' | 'trial' | 'unknown';

export interface DeliveryAnswer {
  readonly digest: string;
  readonly kind: DeliveryKind;
  /** Town time. */
  readonly at: Instant;
  /** SMTP code; `null` when no server answered. */
  readonly code: number | null;
  readonly response: string;
}

/** Records what became of an attempt; `false` when the digest had its final answer already. */
export async function recordAnswer(tx: Tx, answer: DeliveryAnswer): Promise<boolean> {
  const { digest, kind, at, code, response } = answer;
  const state: DigestState | null = FINAL_STATE[kind];
  const change = state === null ? tx`` : tx`, state = ${state}, answered_at = ${at}, response = ${response}`;
  const recorded = await tx`
    with answered as (
      update digest set lease_until = null ${change} where id = ${digest} and state = 'frozen' returning id)
    insert into delivery_event (digest, at, kind, code, response)
    select id, ${at}::timestamptz, ${kind}::text, ${code}::integer, ${response}::text from answered`;
  return recorded.count === 1;
}

const FINAL_STATE: Record<DeliveryKind, DigestState | null> = {
  accepted: 'sent',
  temporary: null,
  permanent: 'refused',
  'given-up': 'given-up',
  trial: 'trial',
  unknown: 'unknown',
};

/** The latest day with a digest of each kind that lacks its final answer; a kind of which none does is absent. */
export async function unansweredDays(tx: Tx): Promise<Partial<Readonly<Record<DigestKind, CivilDate>>>> {
  const rows = await tx<{ kind: DigestKind; day: CivilDate }[]>`
    select kind, max(day) as day from digest where state = 'frozen' group by kind`;
  return Object.fromEntries(rows.map(({ kind, day }) => [kind, day]));
}

/** Has that mailing been frozen at all? */
export async function hasMailing(tx: Tx, { day, kind }: Mailing): Promise<boolean> {
  return (await tx`select 1 from digest where day = ${day} and kind = ${kind} limit 1`).length > 0;
}

/** Digests of a mailing that a server has refused for now and that still lack their final answer. */
export async function troubledDigests(tx: Tx, { day, kind }: Mailing): Promise<readonly string[]> {
  const rows = await tx<{ id: string }[]>`
    select d.id from digest d where d.day = ${day} and d.kind = ${kind} and d.state = 'frozen'
      and exists (select 1 from delivery_event e where e.digest = d.id and e.kind = 'temporary') order by d.id`;
  return rows.map(({ id }) => id);
}

/** What is left of a mailing: digests without a final answer. */
export interface Unanswered {
  readonly count: number;
  /** How often the most patient one was tried. */
  readonly attempts: number;
  /** Real time: until when somebody holds one of them; `null` when nobody does. */
  readonly leaseUntil: Instant | null;
}

export async function unanswered(tx: Tx, { day, kind }: Mailing): Promise<Unanswered> {
  const [row] = await tx<Unanswered[]>`
    select count(*) as count, coalesce(max(attempts), 0) as attempts, max(lease_until) as lease_until
    from digest where day = ${day} and kind = ${kind} and state = 'frozen'`;
  return row as Unanswered;
}
