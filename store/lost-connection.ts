/**
 * Transactions that survive the end of their connection: a server that is restarted, or killed. `begin` of postgres.js
 * (3.4.9) rejects then, but rolls back all the same and lets queries go on: a write to a socket that is gone throws past
 * everybody and ends the process, or leaves that connection of no use for ever (its issues 1154 and 1208). So nothing is
 * written any more once it is over. The next `begin` on the connection is told the old error: it is tried again.
 */
import type { AnyTx, Sql } from './connection.js';

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
    const state: State = { begun: false, over: null };
    try {
      return await once(sql, work, mode, state);
    } catch (error) {
      if (state.begun || attempt === ATTEMPTS || !isLost(error)) throw error;
    }
  }
}

interface State {
  /** `work` was called. */
  begun: boolean;
  /** Why the transaction has ended while `work` may still be at it. */
  over: { readonly error: unknown } | null;
}

async function once<T>(
  sql: Sql,
  work: (tx: AnyTx) => Promise<T>,
  mode: TransactionMode,
  state: State,
): Promise<T> {
  const ended = sql.begin(mode, async (tx) => {
    state.begun = true;
    const guarded = new Proxy(tx, {
      apply(target, self, given) {
        if (state.over !== null) throw state.over.error;
        return Reflect.apply(target, self, given);
      },
    });
    try {
      return { value: await work(guarded) };
    } catch (error) {
      // Whoever does not settle is not rolled back; `begin` rejects by itself.
      if (state.over !== null || isLost(error)) return new Promise<never>(() => undefined);
      throw error;
    }
  });
  try {
    return (await ended).value;
  } catch (error) {
    state.over = { error };
    throw error;
  }
}
