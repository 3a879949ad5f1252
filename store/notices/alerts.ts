/** What Segretario and Nucleo hear of at 15:00; on the board as soon as it is raised. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';

/** Something that cannot wait for the weekly summary. */
export interface NewAlert {
  readonly toRole: 'secretary' | 'oiv';
  /** As `digest-refused`, `outage`, `no-mailbox`. */
  readonly kind: string;
  /** What it is about (an id, a day): the same thing is told once. */
  readonly about: string;
  /** Town time. */
  readonly raisedAt: Instant;
  /** Ids and codes for the wording. */
  readonly detail: Json;
}

/** An alert on record. */
export interface Alert extends NewAlert {
  readonly id: string;
  /** Day of the alert mail that told it; `null`: none yet. */
  readonly mailedOn: CivilDate | null;
}

/** `false` when it was raised already. */
export async function raiseAlert(tx: Tx, alert: NewAlert): Promise<boolean> {
  const made = await tx`
    insert into alert_item (to_role, kind, about, raised_at, detail)
    values (${alert.toRole}, ${alert.kind}, ${alert.about}, ${alert.raisedAt}, ${tx.json(alert.detail)})
    on conflict on constraint alert_item_once do nothing`;
  return made.count === 1;
}

/** What it told is over before any mail told it: no mail will. `day` is today. */
export async function settleAlert(
  tx: Tx,
  { kind, about }: Pick<NewAlert, 'kind' | 'about'>,
  day: CivilDate,
): Promise<void> {
  await tx`update alert_item set mailed_on = ${day}
    where kind = ${kind} and about = ${about} and mailed_on is null`;
}

/** Not mailed yet, oldest first; those raised at or before `until` (town time) where it is given. */
export const waitingAlerts = async (tx: Tx, until?: Instant): Promise<readonly Alert[]> =>
  tx<Alert[]>`select id, to_role, kind, about, raised_at, detail, mailed_on from alert_item
    where mailed_on is null ${until === undefined ? tx`` : tx`and raised_at <= ${until}`} order by raised_at, id`;

export async function markMailed(tx: Tx, alerts: readonly string[], day: CivilDate): Promise<void> {
  await tx`update alert_item set mailed_on = ${day} where id = any (${[...alerts]}::uuid[]) and mailed_on is null`;
}

/** The alert mail of that day reached nobody: what it told waits again, unless another recipient has it. */
export async function unmarkMailed(tx: Tx, day: CivilDate): Promise<void> {
  await tx`update alert_item set mailed_on = null where mailed_on = ${day} and not exists (
    select 1 from digest where kind = 'alert' and day = ${day}
      and (state in ('frozen', 'sent') or address is not null))`;
}

/** What became of a mail that an alert is about. */
export interface DigestTrouble {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly day: CivilDate;
  /** DATA had begun: it may have arrived all the same. */
  readonly dataBegun: boolean;
  /** The last refusal: the server's code (`null`: no answer) and words. */
  readonly code: number | null;
  readonly response: string;
}

export async function digestTroubles(tx: Tx, digests: readonly string[]): Promise<readonly DigestTrouble[]> {
  if (digests.length === 0) return [];
  return tx<DigestTrouble[]>`
    select d.id, d.roles, d.day, d.address is not null as data_begun, e.code, coalesce(e.response, '') as response
    from digest d left join lateral (
      select code, response from delivery_event e
      where e.town = d.town and e.digest = d.id and e.kind in ('temporary', 'permanent', 'bounced')
      order by e.id desc limit 1) e on true
    where d.id = any (${[...digests]}::uuid[])`;
}

/** Latest first, for the board. */
export const listAlerts = async (tx: Tx, atMost = 200): Promise<readonly Alert[]> =>
  tx<Alert[]>`select id, to_role, kind, about, raised_at, detail, mailed_on from alert_item
    order by raised_at desc, id limit ${atMost}`;
