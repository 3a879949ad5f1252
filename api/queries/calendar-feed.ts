/** What stands behind a calendar's secret address: its person, the roles they hold today, what those owe. */
import { dueOf } from '../../domain/obligations/obligation.js';
import { yearOf } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { civilDateAt, instantAt } from '../../domain/time/zone.js';
import type { CalendarTerm } from '../../mail/calendar-feed.js';
import { townOfCalendar } from '../../store/across-towns.js';
import type { Sql } from '../../store/connection.js';
import { secretHash } from '../../store/entry/secret-token.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { calendarOfToken, lastChanges } from '../../store/notices/calendar-feeds.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { rolesOn, tenuresOf } from '../../store/people/people.js';
import { findTown, type Town } from '../../store/towns/towns.js';

export type OpenedCalendar =
  | { readonly state: 'open'; readonly town: Town; readonly terms: readonly CalendarTerm[] }
  /** Revoked, or its person holds no role any more. */
  | { readonly state: 'closed' }
  | { readonly state: 'unknown' };

/** At the real instant `real`. Records nothing. */
export async function openCalendar(sql: Sql, token: string, real: Instant): Promise<OpenedCalendar> {
  const hash = secretHash(token);
  const id = hash === null ? null : await townOfCalendar(sql, hash);
  if (hash === null || id === null) return { state: 'unknown' };
  return inTown(sql, id, async (tx) => {
    const [town, feed] = await Promise.all([findTown(tx), calendarOfToken(tx, hash)]);
    if (town === null || feed === null) return { state: 'unknown' };
    if (feed.closed) return { state: 'closed' };
    const today = civilDateAt(townNow(real, town.clock), town.clock.zone);
    const tenures = await tenuresOf(tx, feed.person);
    if (tenures.every(({ validTo }) => validTo !== null && validTo < today)) return { state: 'closed' };
    const owed = await listObligations(tx, { owners: rolesOn(tenures, today) });
    // What was concluded stays for this year and the one before.
    const kept = owed.filter(({ obligation }) => {
      const due = dueOf(obligation);
      if (due === null || obligation.state === 'waived') return false;
      return obligation.state === 'open' || yearOf(due) >= yearOf(today) - 1;
    });
    return { state: 'open', town, terms: await withChanges(tx, kept, town.clock.zone) };
  });
}

/** In order of ids, so that no other order of rows makes other bytes. */
async function withChanges(
  tx: Tx,
  records: readonly ObligationRecord[],
  zone: string,
): Promise<readonly CalendarTerm[]> {
  const changed = await lastChanges(
    tx,
    records.map(({ obligation }) => obligation.id),
  );
  return records
    .map(({ obligation, rowVersion }) => {
      const began = instantAt(obligation.startDay, 0, zone);
      const changedAt = instant(Math.max(began, changed.get(obligation.id) ?? began));
      return { obligation, sequence: rowVersion - 1, changedAt };
    })
    .sort((a, b) => (a.obligation.id < b.obligation.id ? -1 : 1));
}
