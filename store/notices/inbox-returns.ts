/** What came to the built-in inbox as it came, until it was read. Across towns, by functions of one migration. */
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Sql } from '../connection.js';

/** A mail that may be one of ours coming back. */
export interface UnreadReturn {
  readonly id: number;
  readonly raw: Uint8Array;
  readonly envelopeTo: readonly string[];
}

/** Oldest first. */
export const unreadReturns = async (sql: Sql | AnyTx, atMost: number): Promise<readonly UnreadReturn[]> =>
  sql<UnreadReturn[]>`select * from across_unread_returns(${atMost})`;

/** `at` is real time; the bytes are thrown away. */
export async function markReturnRead(sql: Sql | AnyTx, id: number, at: Instant): Promise<void> {
  await sql`select across_mark_return_read(${id}, ${at})`;
}
