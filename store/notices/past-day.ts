/** What a past day left in the rows: its round, the notices given, what was passed over, what people did. */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { PassedOverReason } from '../../domain/obligations/notice.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';
import type { AuditChannel } from '../register/audit.js';
import { type DigestFate, digestFate } from './digest-fate.js';
import type { Round } from './rounds.js';

/** `null`: no round was held on that day. */
export async function roundOn(tx: Tx, day: CivilDate): Promise<Round | null> {
  const [row] = await tx<
    Round[]
  >`select day, at, notices, digests, passed_over from round where day = ${day}`;
  return row ?? null;
}

/** The first day on which anything was owed here, or fell due; `null`: nothing is. */
export async function firstDayOwed(tx: Tx): Promise<CivilDate | null> {
  const [row] = await tx<{ first: CivilDate | null }[]>`
    select least(min(start_day), min(due)) as first from obligation`;
  return row?.first ?? null;
}

/** What was told on the day. */
export interface NoticeOfDay {
  readonly obligation: string;
  readonly rung: Rung;
  readonly recipient: Role;
  /** `null`: nobody held the role nor stood in for it. */
  readonly personName: string | null;
  /** What became of the last mail that told it; `null`: no mail did. */
  readonly state: DigestFate | null;
}

interface RoleRow {
  readonly role: Role['role'];
  readonly sectorName: string | null;
}
const withRole = <Row extends RoleRow>({ role, sectorName, ...row }: Row) => ({
  ...row,
  recipient: roleOf(role, sectorName),
});

/** The notices given on a day, by obligation. */
export async function noticesOn(tx: Tx, day: CivilDate): Promise<readonly NoticeOfDay[]> {
  const rows = await tx<(Omit<NoticeOfDay, 'recipient'> & RoleRow)[]>`
    select n.obligation, n.rung, n.recipient_role as role, s.name as sector_name, p.name as person_name,
      (select ${digestFate(tx)}
        from digest_line l join digest d on d.town = l.town and d.id = l.digest
        where l.notice = n.id order by d.day desc limit 1) as state
    from notice n left join sector s on s.id = n.recipient_sector left join person p on p.id = n.person
    where n.day = ${day} order by n.obligation, n.rung, p.name, n.id`;
  return rows.map(withRole);
}

/** What was not told on the day, and why. */
export interface PassedOverOfDay {
  readonly obligation: string;
  readonly rung: Rung;
  readonly recipient: Role;
  readonly reason: PassedOverReason;
}

/** What would have fallen on a day and was passed over. */
export async function passedOverOn(tx: Tx, day: CivilDate): Promise<readonly PassedOverOfDay[]> {
  const rows = await tx<(Omit<PassedOverOfDay, 'recipient'> & RoleRow)[]>`
    select n.obligation, n.rung, n.recipient_role as role, s.name as sector_name, n.reason
    from passed_over n left join sector s on s.id = n.recipient_sector
    where n.day = ${day} order by n.obligation, n.rung, n.id`;
  return rows.map(withRole);
}

/** A notice of any day: for what the day itself did not tell. */
export interface ToldOfObligation {
  readonly obligation: string;
  readonly rung: Rung;
  readonly recipient: Role;
  readonly day: CivilDate;
}

/** Every notice that was ever given about these obligations. */
export async function toldAbout(
  tx: Tx,
  obligations: readonly string[],
): Promise<readonly ToldOfObligation[]> {
  const rows = await tx<(Omit<ToldOfObligation, 'recipient'> & RoleRow)[]>`
    select distinct n.obligation, n.rung, n.recipient_role as role, s.name as sector_name, n.day
    from notice n left join sector s on s.id = n.recipient_sector
    where n.obligation = any (${[...obligations]}::uuid[]) order by n.day`;
  return rows.map(withRole);
}

/** What somebody did on the day. */
export interface DeedOfDay {
  /** Town time. */
  readonly at: Instant;
  readonly action: string;
  readonly personName: string | null;
  readonly role: Role | null;
  readonly channel: AuditChannel;
  readonly obligation: string;
  readonly after: Json;
}

/** What people did about obligations from one instant until before another (town time), earliest first. */
export async function deedsBetween(tx: Tx, from: Instant, before: Instant): Promise<readonly DeedOfDay[]> {
  const rows = await tx<
    (Omit<DeedOfDay, 'role'> & { role: Role['role'] | null; sectorName: string | null })[]
  >`
    select a.at, a.action, p.name as person_name, a.role, s.name as sector_name, a.channel,
      a.subject as obligation, a.after
    from audit a left join person p on p.id = a.person left join sector s on s.id = a.sector
    where a.subject_kind = 'obligation' and a.subject is not null and a.at >= ${from} and a.at < ${before}
    order by a.seq`;
  return rows.map(({ role, sectorName, ...row }) => ({
    ...row,
    role: role === null ? null : roleOf(role, sectorName),
  }));
}
