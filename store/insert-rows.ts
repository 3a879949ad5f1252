/** Many rows in one statement: one parameter of JSON, read by the table's own row type. */
import postgres from 'postgres';
import type { AnyTx, Fragment, Json } from './connection.js';

/** Keys in camelCase; all rows have the same keys. Instants as text (`instantText`), days as `CivilDate`. */
export type NewRow = Readonly<Record<string, Json>>;

const ROWS_PER_STATEMENT = 5_000;

/** `onConflict` is what stands after the rows, e.g. `on conflict do nothing`. Returns how many were inserted. */
export async function insertRows(
  tx: AnyTx,
  table: string,
  rows: readonly NewRow[],
  onConflict?: Fragment,
): Promise<number> {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys.map(postgres.fromCamel);
  // Names of our own code: a list of identifiers is more than the driver's own builder takes here.
  const names = columns.map((column) => `"${column}"`).join(', ');
  let inserted = 0;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT).map((row) => {
      const named: Record<string, Json> = {};
      for (const [index, column] of columns.entries()) named[column] = row[keys[index] as string] ?? null;
      return named;
    });
    const done = await tx`insert into ${tx(table)} (${tx.unsafe(names)})
      select ${tx.unsafe(names)} from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(part)})
      ${onConflict ?? tx``}`;
    inserted += done.count;
  }
  return inserted;
}
