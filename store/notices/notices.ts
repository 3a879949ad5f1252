/** Notices given and rungs passed over. Append-only; the same one a second time is not written. */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { Fired, FiredRung, PassedOverRung } from '../../domain/obligations/notice.js';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { roleColumns, roleOf, sectorIds, sectorNames } from '../people/roles.js';

/** A notice of a round, before its mail is frozen. */
export interface NewNotice {
  /** Made by the caller, who needs it for links and register. */
  readonly id: string;
  readonly obligation: string;
  readonly obligationVersion: number;
  readonly rung: Rung;
  readonly recipient: Role;
  /** `null`: nobody holds the role nor stands in for it. */
  readonly person: string | null;
  readonly day: CivilDate;
}

/** Notices of the town's open obligations, all versions: what the agenda must not give again. */
export async function loadFired(tx: Tx): Promise<Fired> {
  const [rows, names] = await Promise.all([
    tx<FiredRow[]>`
      select obligation, obligation_version as version, rung, recipient_role as role, recipient_sector as sector,
        min(day) as day
      from notice where obligation = any (array(select id from obligation where state = 'open'))
      group by 1, 2, 3, 4, 5 order by min(day)`,
    sectorNames(tx),
  ]);
  const fired = new Map<string, FiredRung[]>();
  for (const { role, sector, ...row } of rows) {
    const name = sector === null ? null : (names.get(sector) ?? null);
    const one = { ...row, recipient: roleKey(roleOf(role, name)) };
    const known = fired.get(row.obligation);
    if (known === undefined) fired.set(row.obligation, [one]);
    else known.push(one);
  }
  return fired;
}

interface FiredRow {
  obligation: string;
  version: number;
  rung: Rung;
  role: Role['role'];
  sector: string | null;
  day: CivilDate;
}

/** Returns how many were new. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<number> {
  const sectors = await sectorIds(tx);
  const rows = notices.map(({ recipient, ...rest }) => {
    const columns = roleColumns(recipient, sectors);
    return { ...rest, recipientRole: columns.role, recipientSector: columns.sector };
  });
  return insertRows(tx, 'notice', rows, tx`on conflict on constraint notice_once do nothing`);
}

/** Returns how many were new. */
export async function insertPassedOver(tx: Tx, passed: readonly PassedOverRung[]): Promise<number> {
  if (passed.length === 0) return 0;
  const sectors = await sectorIds(tx);
  const rows = passed.map(({ obligation, rung, recipient, day, reason }) => {
    const columns = roleColumns(recipient, sectors);
    return {
      obligation: obligation.id,
      obligationVersion: obligation.version,
      rung,
      recipientRole: columns.role,
      recipientSector: columns.sector,
      day,
      reason,
    };
  });
  return insertRows(tx, 'passed_over', rows, tx`on conflict on constraint passed_over_once do nothing`);
}

/** As far as the next rung depends on it. */
export interface NoticeGiven {
  readonly id: string;
  readonly rung: Rung;
  readonly version: number;
  readonly recipient: Role;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly day: CivilDate;
}

interface GivenRow {
  id: string;
  rung: Rung;
  version: number;
  role: Role['role'];
  sectorName: string | null;
  person: string | null;
  personName: string | null;
  day: CivilDate;
}

/** The notices of one obligation, oldest first. */
export async function noticesOfObligation(tx: Tx, obligation: string): Promise<readonly NoticeGiven[]> {
  const rows = await tx<GivenRow[]>`
    select n.id, n.rung, n.obligation_version as version, n.recipient_role as role, s.name as sector_name,
      n.person, p.name as person_name, n.day
    from notice n left join sector s on s.id = n.recipient_sector left join person p on p.id = n.person
    where n.obligation = ${obligation} order by n.day, n.rung, n.id`;
  return rows.map((row) => ({
    id: row.id,
    rung: row.rung,
    version: row.version,
    recipient: roleOf(row.role, row.sectorName),
    person: row.person === null ? null : { id: row.person, name: row.personName ?? '' },
    day: row.day,
  }));
}
