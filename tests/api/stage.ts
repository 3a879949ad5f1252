/**
 * The application on a database of its own: two towns with plans and people, a real Temporal server behind
 * the announcer, and a clock that stands at noon of Thursday 29 June 2023.
 */
import { randomBytes } from 'node:crypto';
import { Client } from '@temporalio/client';
import { afterAll, inject } from 'vitest';
import { type Announcer, createAnnouncer } from '../../api/announcer.js';
import { createApp } from '../../api/create-app.js';
import type { Deps, MoveClock } from '../../api/deps.js';
import { createHealth } from '../../api/health.js';
import type { Log } from '../../api/log-part.js';
import { linkTemporal } from '../../api/temporal-link.js';
import { connect, type Sql } from '../../store/connection.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { NOON } from '../store/furnished-town.js';
import { peopledTown, type StageTown } from './peopled-town.js';
import { Visitor } from './visitor.js';

export type { StageTown };
export { NOON };

export interface Stage {
  readonly database: TestDatabase;
  readonly sql: Sql;
  readonly deps: Deps;
  readonly app: ReturnType<typeof createApp>;
  readonly ours: StageTown;
  readonly theirs: StageTown;
  /** What was logged, one line each. */
  readonly logged: string[];
  /** Moves of the clock that were asked for. */
  readonly moves: { readonly town: string; readonly to: number }[];
  /** A browser in which nobody has entered. */
  stranger(): Visitor;
  /** A browser in which that person has entered. */
  enter(person: string, town?: StageTown): Promise<Visitor>;
}

export interface StageWish {
  /** `host:port` of Temporal; the test run's own server unless said. */
  readonly temporal?: string;
  readonly demo?: boolean;
  readonly now?: Deps['now'];
}

/** A loaded machine may answer late; an outage is tried with the deadline of the product. */
const PATIENT_MS = 10_000;

/** Call it at the top of a test file. */
export async function openStage(wish: StageWish = {}): Promise<Stage> {
  const database = await freshDatabase();
  const sql = connect(database.appUrl, { max: 8 });
  const temporal = linkTemporal(wish.temporal ?? inject('temporalAddress'));
  const client = new Client({ connection: temporal.connection });
  const logged: string[] = [];
  const log: Log = {
    info: (what, message) => logged.push(`${message} ${JSON.stringify(what)}`),
    warn: (what, message) => logged.push(`${message} ${JSON.stringify(what)}`),
    error: (what, message) => logged.push(`${message} ${JSON.stringify(what)}`),
  };
  const now = wish.now ?? (() => NOON);
  const announcer: Announcer = createAnnouncer(
    client,
    sql,
    now,
    log,
    wish.temporal === undefined ? PATIENT_MS : undefined,
  );
  const moves: { town: string; to: number }[] = [];
  const moveClock: MoveClock = async (town, to) => {
    moves.push({ town, to });
    return { ok: true };
  };
  const deps: Deps = {
    sql,
    now,
    announcer,
    health: createHealth(sql, temporal.ping, now),
    secret: randomBytes(32),
    demo: wish.demo === false ? null : { moveClock },
    publicUrl: null,
    secure: false,
    log,
  };
  afterAll(async () => {
    await announcer.settled();
    await temporal.close();
    await sql.end({ timeout: 2 });
  });
  const ours = await peopledTown(sql, 'Comune di qua');
  const theirs = await peopledTown(sql, 'Comune di là');
  const app = createApp(deps);
  const stranger = (): Visitor => new Visitor(app);
  return {
    database,
    sql,
    deps,
    app,
    ours,
    theirs,
    logged,
    moves,
    stranger,
    async enter(person, town = ours) {
      const visitor = stranger();
      await visitor.enter(town.town, person);
      return visitor;
    },
  };
}
