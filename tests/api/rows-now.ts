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
      towns.map((town) =>
        // All tables in one statement: this is asked before and after hundreds of requests.
        inTown(sql, town, (tx) => {
          const sums = TABLES.map(
            (table) =>
              tx`(select jsonb_build_array(count(*), md5(${tx.unsafe(`string_agg(t::text, '' order by t::text)`)})) from ${tx(table)} t) as ${tx(table)}`,
          );
          return tx`select ${sums.flatMap((sum, at) => (at === 0 ? [sum] : [tx`, `, sum]))}`;
        }),
      ),
    ),
  );
