/**
 * What works and what does not. PostgreSQL decides whether the API is ready; with Temporal or the mail
 * server down commands are still taken, and pages say what is not available.
 */
import type { Instant } from '../domain/time/instant.js';
import { overdueBefore } from '../domain/time/overdue.js';
import { backlog } from '../store/across-towns.js';
import type { Sql } from '../store/connection.js';

/** `late`: it answers, but work waits longer than it should. `unknown`: PostgreSQL, which would tell, is down. */
export type PartState = 'ok' | 'down' | 'late' | 'unknown';

export interface HealthReport {
  /** PostgreSQL answers. */
  readonly ready: boolean;
  readonly parts: {
    readonly postgresql: PartState;
    readonly temporal: PartState;
    readonly smtp: PartState;
    readonly watchdog: PartState;
  };
  /** `null` when PostgreSQL is down. */
  readonly waiting: {
    readonly announcements: number;
    readonly overdueWorkflows: number;
    readonly putOffMails: number;
    readonly revivals: number;
  } | null;
}

export interface Health {
  /** Asks every part now; takes at most about a second. */
  check(): Promise<HealthReport>;
  /** The last answer, at most a few seconds old, without waiting; `null` before the first. */
  latest(): HealthReport | null;
}

/** Rejects, or resolves to `false`, when Temporal does not answer within its own deadline. */
export type Ping = () => Promise<boolean>;

const CHECK_DEADLINE_MS = 1_000;
const FRESH_MS = 3_000;
/** The relay looks every few seconds: what has waited a minute is stuck. */
const STUCK_MS = 60_000;

export function createHealth(sql: Sql, pingTemporal: Ping, now: () => Instant): Health {
  let last: { readonly at: number; readonly report: HealthReport } | null = null;
  let asking: Promise<HealthReport> | null = null;

  const ask = async (): Promise<HealthReport> => {
    const at = now();
    const [facts, temporal] = await Promise.all([
      withDeadline(backlog(sql, overdueBefore(at))),
      withDeadline(pingTemporal()),
    ]);
    const stuck = facts?.oldestAnnouncement != null && facts.oldestAnnouncement < at - STUCK_MS;
    const report: HealthReport = {
      ready: facts !== null,
      parts: {
        postgresql: facts === null ? 'down' : 'ok',
        temporal: temporal === true ? 'ok' : 'down',
        smtp: facts === null ? 'unknown' : facts.putOffDigests > 0 ? 'down' : 'ok',
        watchdog: facts === null ? 'unknown' : stuck || facts.overdueWorkflows > 0 ? 'late' : 'ok',
      },
      waiting: facts && {
        announcements: facts.announcements,
        overdueWorkflows: facts.overdueWorkflows,
        putOffMails: facts.putOffDigests,
        revivals: facts.revivals,
      },
    };
    last = { at: Date.now(), report };
    return report;
  };

  const check = (): Promise<HealthReport> => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
  return {
    check,
    latest() {
      if (last === null || Date.now() - last.at > FRESH_MS) void check().catch(() => undefined);
      return last?.report ?? null;
    },
  };
}

/** `null` when it fails or takes too long. */
async function withDeadline<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, CHECK_DEADLINE_MS, null);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
