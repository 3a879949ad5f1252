/**
 * What is past its time goes, once a day of each town. Doing it again removes nothing more; what went is itself an
 * event, with counts and nobody's name (docs/adr/0068). The deletions are functions of `000040_privacy.sql`.
 */

import {
  INSTALLATION_RETENTION,
  type InstallationRetention,
} from '../../domain/retention/installation-retention.js';
import { keptSince } from '../../domain/retention/kept-since.js';
import {
  TOWN_RETENTION,
  TOWN_RETENTIONS,
  type TownRetention,
} from '../../domain/retention/retention-rules.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { civilDateAt, instantAt } from '../../domain/time/zone.js';
import { type AnyTx, instantText, type Sql } from '../connection.js';
import type { Tx } from '../in-town.js';
import { forgetDeliveryDetails } from '../notices/delivery-details.js';
import { appendAudit } from '../register/audit.js';
import { lockTown, type Town } from '../towns/towns.js';

/** How long a town keeps each, in the unit of the rule. */
export type RetentionPeriods = Readonly<Record<TownRetention, number>>;
/** How much went of each. */
export type Removed<Code extends string> = Readonly<Record<Code, number>>;

/** What the town set, else the defaults; a setting out of bounds counts as its bound. */
export function periodsOf({ settings }: Pick<Town, 'settings'>): RetentionPeriods {
  const periods = TOWN_RETENTIONS.map((code) => {
    const { kept, least, most } = TOWN_RETENTION[code];
    return [code, Math.min(most, Math.max(least, settings.retention[code] ?? kept))] as const;
  });
  return Object.fromEntries(periods) as RetentionPeriods;
}

/** The first moment of the first day that is still kept: what bears an earlier one goes. */
export function cutoffOf(
  rule: { readonly unit: 'days' | 'months' | 'years' },
  count: number,
  { today, zone }: { readonly today: CivilDate; readonly zone: string },
): { readonly day: CivilDate; readonly at: Instant } {
  const day = keptSince(today, count, rule.unit);
  return { day, at: instantAt(day, 0, zone) };
}

/**
 * Removes what is past its time in the town, and records how much. `null`: it was done for this day already (`again`:
 * it is done all the same), or there is no such town.
 */
export async function retainTown(
  tx: Tx,
  real: Instant,
  again = false,
): Promise<Removed<TownRetention> | null> {
  const town = await lockTown(tx);
  if (town === null) return null;
  const now = townNow(real, town.clock);
  const today = civilDateAt(now, town.clock.zone);
  const begun = await tx`update town set retained_on = ${today}
    where ${again} or retained_on is distinct from ${today}::date`;
  if (begun.count === 0) return null;
  const periods = periodsOf(town);
  const place = { today, zone: town.clock.zone };
  const cutoffs = TOWN_RETENTIONS.map(
    (code) => [code, cutoffOf(TOWN_RETENTION[code], periods[code], place)] as const,
  );
  const given = Object.fromEntries(
    cutoffs.flatMap(([code, { day, at }]) =>
      code === 'delivery-details' ? [] : [[code, { day, at: instantText(at) }]],
    ),
  );
  const [row] = await tx<{ gone: Record<string, number> }[]>`select retain_town(${tx.json(given)}) as gone`;
  const { at } = cutoffOf(TOWN_RETENTION['delivery-details'], periods['delivery-details'], place);
  const details = await forgetDeliveryDetails(tx, at);
  const removed = { ...row?.gone, 'delivery-details': details } as Removed<TownRetention>;
  const some = Object.fromEntries(Object.entries(removed).filter(([, count]) => count > 0));
  if (Object.keys(some).length > 0)
    await appendAudit(tx, {
      ...{ at: now, person: null, role: null, channel: 'workflow', action: 'retention.carry-out' },
      ...{ subjectKind: 'town', subject: town.id, after: some },
    });
  return removed;
}

/** The same of what stands above towns; its days are those of UTC. */
export async function retainInstallation(
  sql: Sql | AnyTx,
  real: Instant,
): Promise<Removed<InstallationRetention>> {
  const place = { today: civilDateAt(real, 'UTC'), zone: 'UTC' };
  const cutoffs = Object.fromEntries(
    Object.entries(INSTALLATION_RETENTION).map(([code, rule]) => [
      code,
      instantText(cutoffOf(rule, rule.kept, place).at),
    ]),
  );
  const [row] = await sql<{ gone: Removed<InstallationRetention> }[]>`
    select across_retain(${sql.json(cutoffs)}) as gone`;
  if (row === undefined) throw new Error('across_retain answered nothing');
  return row.gone;
}

/** Towns whose day has none yet, at most `atMost`. */
export async function townsToRetain(
  sql: Sql | AnyTx,
  real: Instant,
  atMost: number,
): Promise<readonly string[]> {
  const rows = await sql<
    { town: string }[]
  >`select town from across_retention_due(${instant(real)}, ${atMost})`;
  return rows.map(({ town }) => town);
}
