/**
 * Transactions that survive the end of their connection: a server that is restarted, or killed. `begin` of postgres.js
 * (3.4.9) rejects then, but rolls back all the same and lets queries go on: a write to a socket that is gone throws past
 * everybody and ends the process, or leaves that connection of no use for ever (its issues 1154 and 1208). So nothing is
 * written any more once it is over. The next `begin` on the connection is told the old error: it is tried again.
 */
import type { AnyTx, Sql } from './connection.js';
import { lettingGo } from './letting-go.js';

/** What a query says whose connection is over: postgres.js, the socket, and the server in its last words. */
const LOST: ReadonlySet<unknown> = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE'],
  ...['57P01', '57P02', '57P03'],
]);
/** One more than a pool has connections, each of which has one old error to tell. */
const ATTEMPTS = 11;

const isLost = (error: unknown): boolean => LOST.has((error as { readonly code?: unknown } | null)?.code);

/** `read only`: PostgreSQL refuses to write (25006). */
export type TransactionMode = 'read write' | 'read only';

/** As `sql.begin(mode, work)`. */
export async function begin<T>(
  sql: Sql,
  work: (tx: AnyTx) => Promise<T>,
  mode: TransactionMode = 'read write',
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const state: State<T> = { work, done: null, over: null };
    try {
      return await once(sql, mode, state);
    } catch (error) {
      if (state.work === null || attempt === ATTEMPTS || !isLost(error)) throw error;
    }
  }
}

/**
 * What postgres.js is given to hold of a transaction. It holds it until the next great collection of garbage: functions
 * that are written as `x.y = () => …`, as its own are, V8 puts among what is old from birth, and what they lead to is
 * copied into old age by every small collection. So nothing of the caller is left here once it is over.
 */
interface State<T> {
  /** `null`: it was called. */
  work: ((tx: AnyTx) => Promise<T>) | null;
  done: { readonly value: T } | null;
  /** Why the transaction has ended while `work` may still be at it. */
  over: { readonly error: unknown } | null;
}

async function once<T>(sql: Sql, mode: TransactionMode, state: State<T>): Promise<T> {
  const ended = sql.begin(mode, async (tx) => {
    const { work } = state;
    if (work === null) throw new Error('a transaction is worked at once');
    state.work = null;
    const guarded = new Proxy(tx, {
      apply(target, self, given) {
        if (state.over !== null) throw state.over.error;
        return lettingGo(Reflect.apply(target, self, given));
      },
    });
    try {
      state.done = { value: await work(guarded) };
    } catch (error) {
      // Whoever does not settle is not rolled back; `begin` rejects by itself.
      if (state.over !== null || isLost(error)) return new Promise<never>(() => undefined);
      throw error;
    }
  });
  try {
    await ended;
  } catch (error) {
    state.over = { error };
    throw error;
  }
  const { done } = state;
  state.done = null;
  return (done as { readonly value: T }).value;
}
