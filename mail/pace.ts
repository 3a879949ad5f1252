/**
 * How fast mails are handed to one server (docs/adr/0050-the-pace-is-shared.md). Each waits for its turn before
 * it begins, and waiting is part of the whole hand-over, so a lease outlasts it too.
 */
import type { Instant } from '../domain/time/instant.js';

export interface MailPace {
  /** Mails in any minute, of all workers together; `null`: as fast as the server answers. */
  readonly perMinute: number | null;
  /** That one process keeps open at the same time. */
  readonly connections: number;
}

/** Slower than this a mail would wait for its turn longer than for the server. */
export const SLOWEST_PER_MINUTE = 4;

/** 30 a minute, what Microsoft 365 takes of a mailbox: a town of 200 people is done in seven minutes. */
export const DEFAULT_PACE: MailPace = { perMinute: 30, connections: 2 };

/** For a server of one's own: the inbox of the demo, a relay without limits. */
export const UNPACED: MailPace = { perMinute: null, connections: 2 };

/** Real milliseconds from one mail to the next. */
export const turnEvery = (perMinute: number): number => Math.ceil(60_000 / perMinute);

/**
 * Takes the next turn at a server (`host:port`) among all who send to it: the real instant from which a mail may
 * begin, `null` when none is free within `patienceMs`. Absent: there is no limit.
 */
export type TakeTurn = (server: string, patienceMs: number) => Promise<Instant | null>;

interface PoolPace {
  readonly maxConnections: number;
  /** After this much silence in milliseconds the connection is closed. */
  readonly idleTimeout: number;
}

/** The same for nodemailer's pool: a connection outlives the wait for the next turn. */
export const poolPace = ({ perMinute, connections }: MailPace): PoolPace => ({
  maxConnections: connections,
  idleTimeout: IDLE_MS + (perMinute === null ? 0 : connections * turnEvery(perMinute)),
});

const IDLE_MS = 5_000;
