import type { Sql } from '../store/connection.js';

/** The role that owns and migrates the databases. Everything else connects as `traguardo_app`, which migrations make. */
export const ownerRole = 'traguardo_owner';

/**
 * Makes the owner role on a server where `sql` is an administrator. It is no superuser, so that what works here works
 * where a provider runs PostgreSQL: it may make the role `traguardo_app`, and its functions that look across towns
 * pass row-level security.
 */
export async function ensureOwnerRole(sql: Sql, password: string | null = null): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${ownerRole}`;
  if (found === undefined) {
    await sql.unsafe(`create role ${ownerRole} login createrole createdb bypassrls`).catch((error) => {
      // Another start made it in between.
      if (!['42710', '23505'].includes(error.code)) throw error;
    });
  }
  if (password !== null) await setPassword(sql, ownerRole, password);
}

/** `alter role` takes no parameters, so the server quotes the text itself. */
async function setPassword(sql: Sql, role: string, password: string): Promise<void> {
  const [row] = await sql<{ statement: string }[]>`
    select format('alter role %I password %L', ${role}::text, ${password}::text) as statement`;
  if (row !== undefined) await sql.unsafe(row.statement);
}

/** Makes an empty database owned by the owner role; returns false when it was there already. */
export async function ensureDatabase(sql: Sql, database: string): Promise<boolean> {
  const [found] = await sql`select 1 from pg_database where datname = ${database}`;
  if (found !== undefined) return false;
  await sql`create database ${sql(database)} owner ${sql(ownerRole)}`;
  return true;
}
