/**
 * This machine's clock against the database's. Rounds, leases and links go by the machines' clocks: where they
 * disagree notices come at the wrong minute and leases end too early.
 */
import type { Sql } from './connection.js';

/** More than this, in milliseconds, is a trouble. */
const DRIFT_LIMIT_MS = 30_000;

/**
 * How far this machine is ahead of the database, in milliseconds (negative: behind); what the answer's journey may
 * account for is taken off. `wall`: this machine's clock.
 */
export async function clockDrift(sql: Sql, wall: () => number = Date.now): Promise<number> {
  const asked = wall();
  const [row] = await sql<{ there: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as there`;
  const answered = wall();
  if (row === undefined) throw new Error('the database told no time');
  // The database looked at its clock at some moment between the two.
  if (row.there > answered) return Math.round(answered - row.there);
  return row.there < asked ? Math.round(asked - row.there) : 0;
}

/** Is that far enough to be told? */
export const isAdrift = (driftMs: number): boolean => Math.abs(driftMs) > DRIFT_LIMIT_MS;
