/** Another release on the same facts: a copy, the migrations, a look at all of it; what does not hold goes back. */
import type { Instant } from '../../domain/time/instant.js';
import { listTowns } from '../across-towns.js';
import type { Sql } from '../connection.js';
import { recordEvent } from '../installation-events.js';
import { type MigrateOptions, migrateTogether } from '../migrate.js';
import { townsFault } from './check-towns.js';
import { restoreBackup } from './restore-backup.js';
import { writeBackup } from './write-backup.js';

/** On which database, and where the copy is made before. */
export interface UpgradeWish {
  readonly ownerSql: Sql;
  /** As `traguardo_app`. */
  readonly appSql: Sql;
  /** New folder for the copy, which stays. */
  readonly copy: string;
  /** Real time. */
  readonly now: Instant;
}

/** What was applied; or why all of it went back. */
export type UpgradeOutcome =
  | { readonly ok: true; readonly applied: readonly string[]; readonly towns: number }
  /** Everything is as it was, in the schema it had: the older program runs on it. */
  | { readonly ok: false; readonly fault: string };

/**
 * While nothing else works on the database. Throws `MigrationFailed` and `MigrationRefused` with the database untouched;
 * whatever a failed way back throws leaves the copy.
 */
export async function upgradeSchema(
  { ownerSql, appSql, copy, now }: UpgradeWish,
  options: MigrateOptions = {},
): Promise<UpgradeOutcome> {
  const towns = (await listTowns(ownerSql)).map(({ id }) => id);
  await writeBackup(ownerSql, copy, now);
  const applied = await migrateTogether(ownerSql, options);
  const fault = await townsFault(appSql, towns).catch((error: Error) => error.message);
  if (fault === null) {
    await recordEvent(ownerSql, { at: now, action: 'upgrade', detail: { applied } });
    return { ok: true, applied, towns: towns.length };
  }
  await ownerSql.unsafe(EMPTIED);
  await restoreBackup(ownerSql, copy, now, { ...options, asItWas: true });
  return { ok: false, fault };
}

/** What migrations make, and nothing else that may be in the schema. */
const EMPTIED = `do $$ declare one record; begin
  for one in select oid::regclass as t from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relowner = current_user::regrole
  loop execute format('drop table if exists %s cascade', one.t); end loop;
  for one in select oid::regprocedure as f from pg_proc
    where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
  loop execute format('drop function if exists %s cascade', one.f); end loop;
end $$`;
