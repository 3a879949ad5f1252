/**
 * Queries that do not hold on to their rows. postgres.js (3.4.9) gives each query functions of its own, written as
 * `this.resolve = …`: V8 puts such functions among what is old from birth, where they stay until the next great collection
 * of garbage, and every small one until then copies all that they lead to, rows nobody wants any more before all.
 */
import type postgres from 'postgres';

type Rows = postgres.RowList<postgres.Row[]>;
type Query = Promise<Rows> & { isTaken?: boolean };

/** The same query; its rows go to whoever awaits it, once, and it keeps none. What is no query stays as it is. */
export function lettingGo<T>(given: T): T {
  // biome-ignore lint/suspicious/noThenProperty: a promise has one
  if (given instanceof Promise) Object.assign(given, { then: thenLetGo });
  return given;
}

function thenLetGo(
  this: Query,
  onFulfilled?: ((rows: Rows) => unknown) | null,
  onRejected?: ((error: unknown) => unknown) | null,
): Promise<unknown> {
  const { then } = Object.getPrototypeOf(this) as Query;
  // Whoever only wants to hear of a failure takes no rows: postgres.js itself does.
  if (onFulfilled == null) return then.call(this, null, onRejected);
  if (this.isTaken) throw new Error('a query is awaited once: its rows are with whoever did so first');
  this.isTaken = true;
  return then.call(this, (rows) => onFulfilled(moved(rows)), onRejected);
}

/** The rows in a list of their own; the one that the query holds is left empty. */
function moved(rows: Rows): Rows {
  if (rows.length === 0) return rows;
  const { count } = rows;
  return Object.defineProperty(rows.splice(0), 'count', { value: count }) as Rows;
}
