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
import type { Role } from '../../domain/obligations/obligation.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { addPerson, assignRole } from '../../store/people.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { furnishedTown, NOON, type PlannedTown } from '../store/furnished-town.js';
import { Visitor } from './visitor.js';

export { NOON };

export interface StageTown extends PlannedTown {
  /** Persons by what they are. */
  readonly people: Readonly<
    Record<'secretary' | 'head' | 'otherHead' | 'oiv' | 'mayor' | 'rpct' | 'nobody', string>
  >;
}

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

async function peopledTown(sql: Sql, name: string): Promise<StageTown> {
  const planned = await furnishedTown(sql, name);
  const person = async (who: string, role: Role | null): Promise<string> =>
    inTown(sql, planned.town, async (tx) => {
      const id = await addPerson(tx, {
        name: who,
        email: `${who.toLowerCase().replaceAll(' ', '.')}@prova.example`,
        createdAt: NOON,
      });
      if (role !== null) await assignRole(tx, { person: id, role, validFrom: civilDate('2023-01-01') });
      return id;
    });
  return {
    ...planned,
    people: {
      secretary: planned.secretary,
      head: planned.head,
      otherHead: await person('Altra Responsabile', { role: 'head', sector: 'Tecnico' }),
      oiv: await person('Nucleo', { role: 'oiv' }),
      mayor: await person('Sindaca', { role: 'mayor' }),
      rpct: await person('Anticorruzione', { role: 'rpct' }),
      nobody: await person('Senza Ruolo', null),
    },
  };
}
