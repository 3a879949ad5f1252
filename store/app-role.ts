/**
 * `traguardo_app` is whom every process but the migration connects as: bound by row-level security,
 * owner of nothing. Roles belong to the cluster, so several databases may ask for it at once.
 */
import type { Sql } from './connection.js';
import { MigrationRefused } from './migration-refused.js';

/** The role's name in the cluster. */
export const APP_ROLE = 'traguardo_app';

/** Another process got there first: duplicate object, duplicate key, tuple concurrently updated. */
const RACED = new Set(['42710', '23505', 'XX000']);
const ATTEMPTS = 20;

/**
 * Makes the role where it is absent and sets its password where one is given. Throws
 * `MigrationRefused` when it is absent and may not be made, or can pass row-level security.
 */
export async function ensureAppRole(ownerSql: Sql, password?: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ensureOnce(ownerSql, password);
      break;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt === ATTEMPTS || typeof code !== 'string' || !RACED.has(code)) throw error;
    }
  }
  const [role] = await ownerSql<{ unfit: boolean }[]>`
    select rolsuper or rolbypassrls as unfit from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.unfit !== false) {
    throw new MigrationRefused(
      `role ${APP_ROLE} is superuser or bypasses row-level security: alter role ${APP_ROLE} nosuperuser nobypassrls`,
    );
  }
}

async function ensureOnce(ownerSql: Sql, password: string | undefined): Promise<void> {
  const [role] = await ownerSql`select 1 from pg_roles where rolname = ${APP_ROLE}`;
  if (role === undefined) {
    const [may] = await ownerSql<{ may: boolean }[]>`
      select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`;
    if (may?.may !== true) {
      throw new MigrationRefused(
        `role ${APP_ROLE} is missing and this user may not make it: create role ${APP_ROLE} login nosuperuser nobypassrls`,
      );
    }
    await ownerSql.unsafe(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  if (password === undefined) return;
  // A role's password takes no parameter: the server quotes the literal for us.
  const [quoted] = await ownerSql<{ literal: string }[]>`select quote_literal(${password}::text) as literal`;
  await ownerSql.unsafe(`alter role ${APP_ROLE} password ${quoted?.literal ?? ''}`);
}
