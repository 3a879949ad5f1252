import { expect, inject, test } from 'vitest';
import { freshDatabase } from '../database.js';
import { oneConnection } from '../database-server.js';

const database = await freshDatabase();

test('each test file has a database of its own, owned by the role that migrates', async () => {
  const sql = oneConnection(database.ownerUrl);
  try {
    const [row] = await sql`select current_database() as name, current_user as who, session_user as session`;
    expect(row).toEqual({ name: database.name, who: 'traguardo_owner', session: 'traguardo_owner' });
    const [role] = await sql`select rolsuper, rolbypassrls from pg_roles where rolname = 'traguardo_owner'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: true });
  } finally {
    await sql.end();
  }
});

test('the server knows Italian letters whatever the machine’s locale is', async () => {
  const sql = oneConnection(inject('postgresAdminUrl'));
  try {
    const [row] = await sql`select upper('città') as big`;
    expect(row?.['big']).toBe('CITTÀ');
  } finally {
    await sql.end();
  }
});
