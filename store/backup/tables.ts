/** What a copy of the facts holds: every table of the schema with its columns, as the database itself names them. */
import type { AnyTx, Sql } from '../connection.js';

/** A table, and its columns in the order of the copy. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * The ledger of migrations stands in the manifest. Links to enter and open sessions are worth nothing later, and
 * must open nothing where a copy is put back; turns towards the mail server are of the minute.
 */
const LEFT_OUT = [
  'schema_migration',
  'sign_in',
  'openid_sign_in',
  'account_session',
  'smtp_turn',
  'test_mail',
];

/** By name. Generated columns are made again by the database. */
export const copiedTables = async (sql: Sql | AnyTx): Promise<readonly CopiedTable[]> =>
  sql<CopiedTable[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname::text = any (${LEFT_OUT})
    group by c.relname order by c.relname`;
