/**
 * The connection to PostgreSQL and how its types read here: `date` is a `CivilDate` (text, never a
 * JS Date, which would move it by the machine's zone), `timestamptz` an `Instant` in epoch
 * milliseconds, `bigint` a number. Column names come back in camelCase; jsonb keys are left alone.
 */
import postgres from 'postgres';
import type { CivilDate } from '../domain/time/civil-date.js';
import { type Instant, instant } from '../domain/time/instant.js';

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;

const TYPES = {
  date: {
    to: OID.date,
    from: [OID.date],
    serialize: (date: CivilDate): string => date,
    parse: (text: string): CivilDate => text as CivilDate,
  },
  instant: { to: OID.timestamptz, from: [OID.timestamptz], serialize: instantText, parse: instantOf },
  wide: { to: OID.int8, from: [OID.int8], serialize: String, parse: wideNumber },
};

interface Types extends Record<string, unknown> {
  date: CivilDate;
  instant: Instant;
  wide: number;
}

/** A pool. Tables of towns are reached through `inTown` only. */
export type Sql = postgres.Sql<Types>;
/** Any transaction; see `Tx` in `in-town.ts` for one inside a town. */
export type AnyTx = postgres.TransactionSql<Types>;
/** A piece of a query. */
export type Fragment = postgres.Fragment;
/** What may be stored as jsonb. */
export type Json = postgres.JSONValue;

/** All optional. */
export interface ConnectionOptions {
  /** Connections of the pool; 10 by default. */
  readonly max?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Notices of the server; dropped by default. */
  readonly onnotice?: (notice: postgres.Notice) => void;
  readonly connectTimeoutSeconds?: number;
  /** Hears of each statement as it is sent, with its values: for looking at plans, never for a log. */
  readonly onStatement?: (text: string, values: readonly unknown[]) => void;
}

/**
 * A pool for `url`. A unix socket is written `postgres://USER@localhost/DB?host=<folder, url-encoded>`
 * (as libpq does), with `port=` where it is not 5432. Connects on the first query; stop it with
 * `sql.end({ timeout })`. Throws `TypeError` on a malformed URL.
 */
export function connect(url: string, options: ConnectionOptions = {}): Sql {
  const parsed = new URL(url);
  const folder = parsed.searchParams.get('host');
  const port = parsed.searchParams.get('port');
  parsed.searchParams.delete('host');
  parsed.searchParams.delete('port');
  return postgres(parsed.href, {
    ...(folder === null ? {} : { host: folder }),
    ...(port === null ? {} : { port: Number(port) }),
    max: options.max ?? 10,
    connect_timeout: options.connectTimeoutSeconds ?? 10,
    onnotice: options.onnotice ?? (() => undefined),
    connection: {
      application_name: options.applicationName ?? 'traguardo',
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
    },
    debug:
      options.onStatement === undefined
        ? false
        : (_connection, text, values) => options.onStatement?.(text, values),
    transform: { column: { from: postgres.toCamel } },
    types: TYPES,
  });
}

/** An `Instant` as text that PostgreSQL reads as `timestamptz`, for jsonb and record sets. */
export function instantText(at: number): string {
  return new Date(at).toISOString();
}

/** PostgreSQL prints `2023-06-29 07:12:34.5+00` in UTC. */
function instantOf(text: string): Instant {
  return instant(Math.floor(Date.parse(`${text.replace(' ', 'T')}:00`)));
}

function wideNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}
