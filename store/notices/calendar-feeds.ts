/** Secret addresses of personal calendars; the token itself is shown once. That a calendar was read is recorded nowhere. */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { ANSWERS_NOTHING } from '../register/audit-actions.js';

/** A calendar that is open: whose, since when (town time). */
export interface CalendarFeed {
  readonly person: string;
  readonly madeAt: Instant;
}

/** The person must have none that is open. */
export async function addCalendarFeed(
  tx: Tx,
  feed: { readonly person: string; readonly hash: Uint8Array; readonly at: Instant },
): Promise<void> {
  await tx`insert into calendar_feed (person, token_hash, made_at) values (${feed.person}, ${feed.hash}, ${feed.at})`;
}

/** `false` when the person has none that is open. `at` is town time. */
export async function revokeCalendarFeed(
  tx: Tx,
  person: string,
  by: { readonly person: string; readonly at: Instant },
): Promise<boolean> {
  const revoked = await tx`update calendar_feed set revoked_at = ${by.at}, revoked_by = ${by.person}
    where person = ${person} and revoked_at is null`;
  return revoked.count > 0;
}

/** Those that are open: of everybody, or of one person. */
export const openCalendarFeeds = async (
  tx: Tx,
  person: string | null = null,
): Promise<readonly CalendarFeed[]> =>
  tx<CalendarFeed[]>`select person, made_at from calendar_feed
    where revoked_at is null and (${person}::uuid is null or person = ${person}) order by person`;

/** Whose calendar it is; `closed`: it was revoked, or its person erased. `null`: the town has no such token. */
export async function calendarOfToken(
  tx: Tx,
  hash: Uint8Array,
): Promise<{ readonly person: string; readonly closed: boolean } | null> {
  const [row] = await tx<{ person: string; closed: boolean }[]>`
    select f.person, f.revoked_at is not null or p.erased_at is not null as closed
    from calendar_feed f join person p on p.town = f.town and p.id = f.person where f.token_hash = ${hash}`;
  return row ?? null;
}

/** When each of these obligations was last changed by somebody (town time); those never changed are absent. */
export async function lastChanges(
  tx: Tx,
  obligations: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx<{ subject: string; at: Instant }[]>`
    select subject, max(at) as at from audit
    where subject_kind = 'obligation' and subject = any (${[...obligations]}::uuid[])
      and action <> all (${[...ANSWERS_NOTHING]}) group by subject`;
  return new Map(rows.map(({ subject, at }) => [subject, at]));
}
