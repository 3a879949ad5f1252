/** What was told, and what was passed over, about all obligations of one objective: for its page. */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { PassedOverReason } from '../../domain/obligations/notice.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';
import { type DigestFate, digestFate } from './digest-fate.js';

/** A notice, and the mail that told it. */
export interface NoticeTold {
  readonly id: string;
  readonly obligation: string;
  readonly rung: Rung;
  readonly recipient: Role;
  /** `null`: nobody held the role nor stood in for it. */
  readonly personName: string | null;
  readonly day: CivilDate;
  /** What became of the mail that told it last; `null` when no mail did. */
  readonly mail: { readonly digest: string; readonly state: DigestFate } | null;
}

/** A notice that was not given, and why. */
export interface PassedOverTold {
  readonly obligation: string;
  readonly rung: Rung;
  readonly recipient: Role;
  readonly day: CivilDate;
  readonly reason: PassedOverReason;
}

interface RoleRow {
  role: Role['role'];
  sectorName: string | null;
}

/** Oldest first. */
export async function noticesOfObjective(tx: Tx, objective: string): Promise<readonly NoticeTold[]> {
  const rows = await tx<
    (Omit<NoticeTold, 'recipient' | 'mail'> & RoleRow & { digest: string | null; state: DigestFate | null })[]
  >`
    select n.id, n.obligation, n.rung, n.recipient_role as role, s.name as sector_name, p.name as person_name, n.day,
      d.id as digest, d.state
    from notice n
      join obligation o on o.town = n.town and o.id = n.obligation
      left join sector s on s.town = n.town and s.id = n.recipient_sector
      left join person p on p.town = n.town and p.id = n.person
      left join lateral (
        select d.id, ${digestFate(tx)} as state
        from digest_line l join digest d on d.town = l.town and d.id = l.digest
        where l.town = n.town and l.notice = n.id order by d.day desc limit 1) d on true
    where o.objective = ${objective} order by n.day, n.rung, n.id`;
  return rows.map(({ role, sectorName, digest, state, ...rest }) => ({
    ...rest,
    recipient: roleOf(role, sectorName),
    mail: digest === null || state === null ? null : { digest, state },
  }));
}

/** Oldest first. */
export async function passedOverOfObjective(tx: Tx, objective: string): Promise<readonly PassedOverTold[]> {
  const rows = await tx<(Omit<PassedOverTold, 'recipient'> & RoleRow)[]>`
    select n.obligation, n.rung, n.recipient_role as role, s.name as sector_name, n.day, n.reason
    from passed_over n
      join obligation o on o.town = n.town and o.id = n.obligation
      left join sector s on s.town = n.town and s.id = n.recipient_sector
    where o.objective = ${objective} order by n.day, n.rung`;
  return rows.map(({ role, sectorName, ...rest }) => ({ ...rest, recipient: roleOf(role, sectorName) }));
}
