/** Codes of roles whose mailbox several people read: hashed, counted, locked for a day after too many wrong ones. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { type RoleColumns, roleColumns, roleOf, sectorIds } from './roles.js';

/** Wrong codes in a day after which none is looked at any more. */
export const MOST_WRONG_CODES = 5;

const derive = promisify(scrypt) as (code: string, salt: Buffer, bytes: number) => Promise<Buffer>;
const HASH_BYTES = 32;

/** `locked-now`: this was the last wrong one of the day. */
export type CodeCheck = 'right' | 'none-set' | 'wrong' | 'locked-now' | 'locked';

/** Sets the role's code, or takes it away (`null`); what was counted is forgotten. `at` is town time. */
export async function setRoleCode(
  tx: Tx,
  role: Role,
  code: string | null,
  set: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const columns = roleColumns(role, await sectorIds(tx));
  const salt = randomBytes(16);
  const hash = code === null ? null : await derive(code, salt, HASH_BYTES);
  await tx`
    insert into role_code (role, sector, salt, hash, set_at, set_by)
    values (${columns.role}, ${columns.sector}, ${salt}, ${hash}, ${set.at}, ${set.by})
    on conflict (town, role, sector) do update set salt = excluded.salt, hash = excluded.hash,
      set_at = excluded.set_at, set_by = excluded.set_by, failed_on = null, failures = 0`;
}

/** The roles that have one. */
export async function rolesWithCode(tx: Tx): Promise<readonly Role[]> {
  const rows = await tx<{ role: Role['role']; sectorName: string | null }[]>`
    select c.role, s.name as sector_name from role_code c left join sector s on s.town = c.town and s.id = c.sector
    where c.hash is not null`;
  return rows.map(({ role, sectorName }) => roleOf(role, sectorName));
}

/** Compares and counts; one at a time for a role. The caller's transaction must commit, whatever it says. */
export async function checkRoleCode(tx: Tx, role: Role, code: string, today: CivilDate): Promise<CodeCheck> {
  const columns = roleColumns(role, await sectorIds(tx));
  const [row] = await tx<
    { id: string; salt: Buffer; hash: Buffer | null; failedOn: CivilDate | null; failures: number }[]
  >`
    select id, salt, hash, failed_on, failures from role_code ${ofRole(tx, columns)} for update`;
  if (row === undefined || row.hash === null) return 'none-set';
  const failures = row.failedOn === today ? row.failures : 0;
  if (failures >= MOST_WRONG_CODES) return 'locked';
  if (timingSafeEqual(await derive(code, row.salt, HASH_BYTES), row.hash)) {
    if (failures > 0) await tx`update role_code set failures = 0 where id = ${row.id}`;
    return 'right';
  }
  await tx`update role_code set failed_on = ${today}, failures = ${failures + 1} where id = ${row.id}`;
  return failures + 1 >= MOST_WRONG_CODES ? 'locked-now' : 'wrong';
}

const ofRole = (tx: Tx, { role, sector }: RoleColumns) =>
  tx`where role = ${role} and sector is not distinct from ${sector}::uuid`;
