/**
 * How fast one process hands mails to one server (docs/adr/0037-how-mails-are-sent.md). Nodemailer's pool keeps
 * the pace; waiting for one's turn is part of the whole hand-over, so a lease outlasts it too.
 */

export interface MailPace {
  /** Mails in any minute, on average; `null`: as fast as the server answers. */
  readonly perMinute: number | null;
  /** Kept open at the same time. */
  readonly connections: number;
}

/** Slower than this a mail would wait for its turn longer than for the server. */
export const SLOWEST_PER_MINUTE = 4;

/**
 * 15 a minute: two workers, as docker-compose.yml starts, stay together within the 30 of Microsoft 365, and a
 * town of 200 people is done in a quarter of an hour.
 */
export const DEFAULT_PACE: MailPace = { perMinute: 15, connections: 2 };

/** For a server of one's own: the inbox of the demo, a relay without limits. */
export const UNPACED: MailPace = { perMinute: null, connections: 2 };

interface PoolPace {
  readonly maxConnections: number;
  /** After this much silence in milliseconds the connection is closed. */
  readonly idleTimeout: number;
  readonly rateLimit?: number;
  readonly rateDelta?: number;
}

/** The same for nodemailer: as many mails as connections in each interval, so that none of them bursts. */
export function poolPace({ perMinute, connections }: MailPace): PoolPace {
  if (perMinute === null) return { maxConnections: connections, idleTimeout: IDLE_MS };
  const rateDelta = Math.ceil((connections * 60_000) / perMinute);
  return {
    maxConnections: connections,
    idleTimeout: rateDelta + IDLE_MS,
    rateLimit: connections,
    rateDelta,
  };
}

const IDLE_MS = 5_000;
