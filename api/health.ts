/**
 * What works and what does not. PostgreSQL decides whether the API is ready; with Temporal, the worker or the
 * mail server down commands are still taken, and pages say what is not available.
 */
import type { Instant } from '../domain/time/instant.js';
import { overdueBefore } from '../domain/time/overdue.js';
import { patiently } from '../running/patiently.js';
import { type Backlog, backlog } from '../store/across-towns.js';
import { clockDrift, isAdrift } from '../store/clock-drift.js';
import type { Sql } from '../store/connection.js';
import { type Part, type PartState, troublesOf } from './health-words.js';

export interface HealthReport {
  /** PostgreSQL answers. */
  readonly ready: boolean;
  readonly parts: Readonly<Record<Part, PartState>>;
  /** Italian sentences for whoever runs it, one for each part that is not well. */
  readonly troubles: readonly string[];
  /** `null` when PostgreSQL is down. */
  readonly waiting: {
    readonly announcements: number;
    readonly overdueWorkflows: number;
    readonly putOffMails: number;
    readonly revivals: number;
  } | null;
  /** How far this machine's clock is ahead of the database's; `null` when PostgreSQL is down. */
  readonly clockDriftSeconds: number | null;
}

export interface Health {
  /** Asks every part now; takes at most about a second. */
  check(): Promise<HealthReport>;
  /** The last answer, at most a few seconds old, without waiting; `null` before the first. */
  latest(): HealthReport | null;
}

/** Rejects, or resolves to `false`, when Temporal does not answer within its own deadline. */
export type Ping = () => Promise<boolean>;

export interface HealthAsks {
  /** Has a worker asked Temporal for work in the last minutes? Absent: nobody can tell. */
  readonly workerSeen?: Ping;
  /** This machine's clock. */
  readonly wall?: () => number;
}

const CHECK_DEADLINE_MS = 1_000;
const FRESH_MS = 3_000;
/** The relay looks every few seconds: what has waited a minute is stuck. */
const STUCK_MS = 60_000;

/** `now`: the instant that what waits is measured by. */
export function createHealth(
  sql: Sql,
  pingTemporal: Ping,
  now: () => Instant,
  { workerSeen, wall = Date.now }: HealthAsks = {},
): Health {
  let last: { readonly at: number; readonly report: HealthReport } | null = null;
  let asking: Promise<HealthReport> | null = null;

  const ask = async (): Promise<HealthReport> => {
    const at = now();
    const [facts, temporal, worker, drift] = await Promise.all([
      patiently(backlog(sql, overdueBefore(at)), CHECK_DEADLINE_MS),
      patiently(pingTemporal(), CHECK_DEADLINE_MS),
      workerSeen === undefined ? null : patiently(workerSeen(), CHECK_DEADLINE_MS),
      patiently(clockDrift(sql, wall), CHECK_DEADLINE_MS),
    ]);
    const parts = {
      postgresql: facts === null ? 'down' : 'ok',
      temporal: temporal === true ? 'ok' : 'down',
      worker: stateOf(temporal === true ? worker : null, (seen) => seen),
      smtp: stateOf(facts, ({ putOffDigests }) => putOffDigests === 0),
      watchdog: stateOf(facts, (waits) => !isLate(waits, at), 'late'),
      clock: stateOf(drift, (ms) => !isAdrift(ms)),
    } as const;
    const waiting = facts && {
      announcements: facts.announcements,
      overdueWorkflows: facts.overdueWorkflows,
      putOffMails: facts.putOffDigests,
      revivals: facts.revivals,
    };
    const clockDriftSeconds = drift === null ? null : Math.round(drift / 1000);
    const seen = { parts, putOffMails: waiting?.putOffMails ?? 0, clockDriftSeconds };
    const report = { ready: facts !== null, parts, troubles: troublesOf(seen), waiting, clockDriftSeconds };
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

/** `null`: nobody could tell. */
const stateOf = <T>(
  seen: T | null,
  isWell: (seen: T) => boolean,
  otherwise: 'down' | 'late' = 'down',
): PartState => (seen === null ? 'unknown' : isWell(seen) ? 'ok' : otherwise);

const isLate = ({ oldestAnnouncement, overdueWorkflows }: Backlog, at: Instant): boolean =>
  overdueWorkflows > 0 || (oldestAnnouncement !== null && oldestAnnouncement < at - STUCK_MS);
