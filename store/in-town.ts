/**
 * The only way to the tables of a town. Row-level security reads `app.town`, which is set for one
 * transaction only, so a pooled connection never carries a town over to the next user.
 */
import type { AnyTx, Sql } from './connection.js';
import { begin } from './lost-connection.js';

declare const insideTown: unique symbol;

/** A transaction inside one town; made here alone. */
export type Tx = AnyTx & { readonly [insideTown]: true };

/**
 * Runs `work` in one transaction that sees the rows of `town` (a uuid) and no others. Commits when
 * `work` resolves, rolls back and rethrows when it rejects. `town` is filled in by the tables'
 * defaults, so queries never name it.
 */
export async function inTown<T>(sql: Sql, town: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return begin(sql, (tx) => inside(tx, town, work));
}

/**
 * As {@link inTown}, for work that only reads: a write rejects (25006). Nothing hangs on the commit, so what `work`
 * found is returned without waiting for it: it goes on behind, and its connection is of use when it is done.
 */
export function readInTown<T>(sql: Sql, town: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    begin(sql, async (tx) => resolve(await inside(tx, town, work)), 'read only').catch(reject);
  });
}

async function inside<T>(tx: AnyTx, town: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  // Sent ahead of the first query of `work`, in the same go: should it fail, so does all that follows it.
  const set = tx`select set_config('app.town', ${town}, true)`.execute();
  const [value] = await Promise.all([work(tx as Tx), set]);
  return value;
}
