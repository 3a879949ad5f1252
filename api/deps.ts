/** What the application is built from: one object, made in `main.ts`, made anew by each test. */
import type { Instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import type { Announcer } from './announcer.js';
import type { Health } from './health.js';
import type { Log } from './log-part.js';
import type { OpenIdProvider } from './openid-provider.js';
import type { IsProxy } from './proxies.js';

/** Moves a town's clock forward to `to` (town time) through the real workflows; says what it waits for when they do not settle. */
export type MoveClock = (
  town: string,
  to: Instant,
) => Promise<
  { readonly ok: true } | { readonly ok: false; readonly waitingFor: string; readonly mails: number }
>;

/** What exists in the demo alone. */
export interface Demo {
  readonly moveClock: MoveClock;
}

/** One request, answered. */
export interface RequestTold {
  readonly method: string;
  /** The pattern of the route, `/scadenze/:id`; `other` where none answered. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Deps {
  /** As `traguardo_app`. */
  readonly sql: Sql;
  /** The real clock. */
  readonly now: () => Instant;
  readonly announcer: Announcer;
  readonly health: Health;
  /** Signs sessions and forms; random, at least 32 bytes. */
  readonly secret: Uint8Array;
  /** `null` outside the demo: then nobody can enter. */
  readonly demo: Demo | null;
  /** The address people type; `null` where no proxy stands in front. */
  readonly publicUrl: string | null;
  /** Whose word is taken for where a request comes from; absent: a proxy on this machine. */
  readonly isProxy?: IsProxy;
  /** Cookies go over TLS only. */
  readonly secure: boolean;
  readonly log: Log;
  /** Absent: people enter by links alone. */
  readonly openId?: OpenIdProvider;
  /** Hears of every request once it is answered; absent: nobody counts. */
  readonly onRequest?: (request: RequestTold) => void;
}
