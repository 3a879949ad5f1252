/**
 * Who runs the installation: accounts that set up towns and see their names and sizes, never what stands in them.
 * Named by the owner of the database alone; the application only asks (`000038_onboarding.sql`).
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';
import type { TownMode } from '../towns/towns.js';

/** Asked at every request: who was dismissed is out at once. */
export async function isAdministrator(sql: Sql, account: string): Promise<boolean> {
  const [row] = await sql<{ is: boolean }[]>`select across_is_administrator(${account}) as is`;
  return row?.is === true;
}

/** As the owner of the database; the address as it will be typed. `at` is real time. `false`: was one already. */
export async function nameAdministrator(ownerSql: Sql, email: string, at: Instant): Promise<boolean> {
  const named = await ownerSql`
    insert into account (email, created_at, administrator_since) values (${email}, ${at}, ${at})
    on conflict (lower(email)) do update set administrator_since = ${at}
    where account.administrator_since is null`;
  return named.count === 1;
}

/** As the owner of the database. `false`: was none. From the next request on they see nothing of it any more. */
export async function dismissAdministrator(ownerSql: Sql, email: string): Promise<boolean> {
  const dismissed = await ownerSql`
    update account set administrator_since = null
    where lower(email) = lower(${email}) and administrator_since is not null`;
  return dismissed.count === 1;
}

/** All that an administrator learns about a town that is there. */
export interface TownSize {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly mode: TownMode;
  readonly people: number;
  /** Real time. */
  readonly createdAt: Instant;
}

/** By name, without the demo's; none for anybody but an administrator. */
export const townSizes = async (sql: Sql, account: string): Promise<readonly TownSize[]> =>
  sql<TownSize[]>`select * from across_town_sizes(${account})`;
