/** What the towns hold, to tell whether a request changed anything. */
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';

const TABLES = [
  'obligation',
  'audit',
  'person',
  'role_holder',
  'import_draft',
  'plan_version',
  'evidence',
  'command',
  'announcement',
  'cycle',
];

/** One text for all rows of the tables that commands write, equal when they are. */
export const rowsNow = async (sql: Sql, towns: readonly string[]): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      TABLES.flatMap((table) =>
        towns.map((town) =>
          inTown(
            sql,
            town,
            async (tx) =>
              (
                await tx`select count(*) as n, ${tx.unsafe(`md5(string_agg(t::text, '' order by t::text))`)} as all from ${tx(table)} t`
              )[0],
          ),
        ),
      ),
    ),
  );
