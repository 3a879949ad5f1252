/** What the installation is doing, counted over all towns for metrics: no town, no person, nothing of either. */
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import type { Sql } from './connection.js';

/** All instants are real ones; `null`: nothing waits. */
export interface Figures {
  readonly townsLive: number;
  readonly townsOnTrial: number;
  /** Rounds of the day that were held, and the notices that they wrote. */
  readonly rounds: number;
  readonly notices: number;
  /** Mails of the day: all of them, and those with each final answer. */
  readonly frozen: number;
  readonly sent: number;
  readonly refused: number;
  readonly givenUp: number;
  /** When the oldest mail without its final answer was frozen. */
  readonly oldestUnsent: Instant | null;
  /** When the first workflow means to wake up; in the past: it is late. */
  readonly oldestNext: Instant | null;
  /** When the oldest link to enter that has not left was asked for. */
  readonly oldestSignIn: Instant | null;
}

/** `today`: the day whose rounds and mails are counted. */
export async function figuresOf(sql: Sql, today: CivilDate): Promise<Figures> {
  const [row] = await sql<Figures[]>`select * from across_figures(${today})`;
  if (row === undefined) throw new Error('the figures have no row');
  return row;
}

/** Connections of one of our programs, by what they do now. */
export interface PoolUse {
  readonly active: number;
  readonly idle: number;
  /** Inside a transaction that waits for us. */
  readonly waiting: number;
}

/** As the server sees them: `program` is the name that its pool connects with (`connection.ts`). */
export async function poolUse(sql: Sql, program: string): Promise<PoolUse> {
  const [row] = await sql<PoolUse[]>`
    select count(*) filter (where state = 'active') as active, count(*) filter (where state = 'idle') as idle,
      count(*) filter (where state like 'idle in transaction%') as waiting
    from pg_stat_activity where application_name = ${program} and datname = current_database()`;
  if (row === undefined) throw new Error('the pool has no row');
  return row;
}
