/** Who did what, when, in which role and through which channel. Append-only. */
import { type Role, type RoleKey, roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleColumns, roleOf, sectorIds } from '../people/roles.js';
import { ANSWERS_NOTHING, isAuditAction } from './audit-actions.js';

/** From where a change came. */
export const AUDIT_CHANNELS = ['page', 'api', 'mail-answer', 'workflow', 'cli'] as const;
/** One of {@link AUDIT_CHANNELS}. */
export type AuditChannel = (typeof AUDIT_CHANNELS)[number];

/** An entry to be appended. */
export interface AuditEntry {
  /** Town time. */
  readonly at: Instant;
  /** `null`: the program itself. */
  readonly person: string | null;
  /** The role the person acted in. */
  readonly role: Role | null;
  readonly channel: AuditChannel;
  /** As `obligation.complete`: one of `AUDIT_ACTIONS`. */
  readonly action: string;
  /** As `obligation`, `plan`, `person`. */
  readonly subjectKind: string;
  readonly subject: string | null;
  readonly before?: Json;
  readonly after?: Json;
  /** The act by which it was done. */
  readonly act?: string | null;
}

/** An entry on record; `seq` rises within the town. */
export interface AuditRow extends Required<AuditEntry> {
  readonly seq: number;
  readonly personName: string | null;
}

/** Throws on an action that the history has no words for. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  if (!isAuditAction(entry.action))
    throw new Error(`"${entry.action}" is not in store/register/audit-actions.ts`);
  const role = entry.role === null ? null : roleColumns(entry.role, await sectorIds(tx));
  await tx`
    insert into audit (at, person, role, sector, channel, action, subject_kind, subject, before, after, act)
    values (${entry.at}, ${entry.person}, ${role?.role ?? null}, ${role?.sector ?? null}, ${entry.channel},
      ${entry.action}, ${entry.subjectKind}, ${entry.subject}, ${jsonOrNull(tx, entry.before)},
      ${jsonOrNull(tx, entry.after)}, ${entry.act ?? null})`;
}

/** What is absent does not restrict. */
export interface AuditFilter {
  readonly subjectKind?: string;
  readonly subject?: string;
  /** Any of these. */
  readonly subjects?: readonly string[];
  /** Who did it. */
  readonly person?: string;
  /** Done by this person, or about them. */
  readonly concerning?: string;
  /** About this objective, or something owed for it. */
  readonly objective?: string;
  readonly action?: string;
  readonly channel?: AuditChannel;
  /** Not earlier than this, and earlier than that (town time). */
  readonly from?: Instant;
  readonly before?: Instant;
  /** The `seq` to go on from. */
  readonly below?: number;
  readonly atMost?: number;
}

/** Latest first; 200 unless said. */
export async function listAudit(tx: Tx, filter: AuditFilter = {}): Promise<readonly AuditRow[]> {
  const rows = await tx<
    (Omit<AuditRow, 'role'> & { role: Role['role'] | null; sectorName: string | null })[]
  >`
    select a.seq, a.at, a.person, p.name as person_name, a.role, s.name as sector_name, a.channel, a.action,
      a.subject_kind, a.subject, a.before, a.after, a.act
    from audit a left join person p on p.id = a.person left join sector s on s.id = a.sector
    where true
      ${filter.subjectKind === undefined ? tx`` : tx`and a.subject_kind = ${filter.subjectKind}`}
      ${filter.subject === undefined ? tx`` : tx`and a.subject = ${filter.subject}`}
      ${filter.subjects === undefined ? tx`` : tx`and a.subject = any (${[...filter.subjects]}::uuid[])`}
      ${filter.person === undefined ? tx`` : tx`and a.person = ${filter.person}`}
      ${
        filter.concerning === undefined
          ? tx``
          : tx`and (a.person = ${filter.concerning} or (a.subject_kind = 'person' and a.subject = ${filter.concerning}))`
      }
      ${
        filter.objective === undefined
          ? tx``
          : tx`and ((a.subject_kind = 'objective' and a.subject = ${filter.objective}) or (a.subject_kind = 'obligation'
              and a.subject in (select id from obligation where objective = ${filter.objective})))`
      }
      ${filter.action === undefined ? tx`` : tx`and a.action = ${filter.action}`}
      ${filter.channel === undefined ? tx`` : tx`and a.channel = ${filter.channel}`}
      ${filter.from === undefined ? tx`` : tx`and a.at >= ${filter.from}`}
      ${filter.before === undefined ? tx`` : tx`and a.at < ${filter.before}`}
      ${filter.below === undefined ? tx`` : tx`and a.seq < ${filter.below}`}
    order by a.seq desc limit ${filter.atMost ?? 200}`;
  return rows.map(({ role, sectorName, ...rest }) => ({
    ...rest,
    role: role === null ? null : roleOf(role, sectorName),
  }));
}

/** When each role last posted something about an obligation (town time); roles that never did are absent. */
export async function lastPosted(tx: Tx): Promise<ReadonlyMap<RoleKey, Instant>> {
  const rows = await tx<{ role: Role['role']; sectorName: string | null; at: Instant }[]>`
    select a.role, s.name as sector_name, max(a.at) as at
    from audit a left join sector s on s.id = a.sector
    where a.role is not null and a.subject_kind = 'obligation' and a.action <> all (${[...ANSWERS_NOTHING]})
    group by a.role, s.name`;
  return new Map(rows.map((row) => [roleKey(roleOf(row.role, row.sectorName)), row.at]));
}

/** The same as days of the town. */
export const postedDays = (
  posted: ReadonlyMap<RoleKey, Instant>,
  zone: string,
): ReadonlyMap<RoleKey, CivilDate> => new Map([...posted].map(([role, at]) => [role, civilDateAt(at, zone)]));

const jsonOrNull = (tx: Tx, value: Json | undefined) =>
  value === undefined || value === null ? null : tx.json(value);
