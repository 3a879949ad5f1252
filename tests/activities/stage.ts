/** What the activities need, real: PostgreSQL under row-level security and an SMTP server. */
import { afterAll } from 'vitest';
import type { ActivityDeps } from '../../activities/deps.js';
import { type Attempt, sendDigests } from '../../activities/send-digests.js';
import { takeStock } from '../../activities/take-stock.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { findTown } from '../../store/towns/towns.js';
import type { MailingKind, StockResult } from '../../workflows/contract.js';
import { freshDatabase } from '../database.js';
import { mailingDeps } from './mailing-deps.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { townTime, ZONE } from './town.js';

export interface Stage {
  readonly sql: Sql;
  /** Of this file's own. */
  readonly database: {
    readonly appUrl: string;
    readonly ownerUrl: string;
    /** While `work` lasts the program may read no town. */
    withoutRights(work: () => Promise<void>): Promise<void>;
  };
  readonly office: PostOffice;
  readonly deps: ActivityDeps;
  /** Reads or writes in a town. */
  in<T>(town: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Takes stock when the town's clock shows `at` (`2023-06-30 08:00`, or an instant of the town). `nextRound`: what the
   * stock before said of it.
   */
  stock(town: string, at: string | Instant, nextRound?: StockResult['nextRound']): Promise<StockResult>;
  /** Takes stock and hands over what it froze: a whole round. */
  round(town: string, at: string | Instant): Promise<void>;
  /** Takes stock, and says when the town's clock will show the next instant; `null`: it waits for a change only. */
  next(town: string, at: string | Instant): Promise<Instant | null>;
  /** One attempt to hand over a mailing, begun when the town's clock shows `at`. */
  send(town: string, at: string | Instant, kind?: MailingKind): Promise<void>;
}

/**
 * Call it at the top of a file. Everything is closed after its last test. `reads`: what {@link openPostOffice} does;
 * `connections`: each learns every statement by itself, 12 unless said.
 */
export async function openStage(
  how: { readonly reads?: boolean; readonly connections?: number } = {},
): Promise<Stage> {
  const database = await freshDatabase();
  const office = await openPostOffice(how);
  const sql = connect(database.appUrl, { max: how.connections ?? 12, applicationName: 'stage' });
  afterAll(() => sql.end({ timeout: 5 }));
  const deps = mailingDeps(sql, office);
  const inside = <T>(town: string, work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town, work);
  const offsetOf = async (town: string): Promise<number> =>
    (await inside(town, findTown))?.clock.offsetMs ?? 0;
  const realOf = async (town: string, at: string | Instant): Promise<Instant> =>
    instant((typeof at === 'string' ? townTime(at) : at) - (await offsetOf(town)));
  const stock: Stage['stock'] = async (town, at, nextRound) =>
    takeStock(deps, { town, nowMs: await realOf(town, at), nextRound });
  const send = async (town: string, at: string | Instant, kind: MailingKind = 'daily'): Promise<void> => {
    const begun = Date.now();
    const real = await realOf(town, at);
    const never = new AbortController().signal;
    const attempt: Attempt = {
      now: () => instant(real + Date.now() - begun),
      stopping: never,
      broken: never,
    };
    const day = civilDateAt(typeof at === 'string' ? townTime(at) : at, ZONE);
    await sendDigests(deps, { town, day, kind }, attempt);
  };
  const asOwner = async (statement: string): Promise<void> => {
    const owner = connect(database.ownerUrl, { max: 1 });
    await owner.unsafe(statement);
    await owner.end();
  };
  return {
    sql,
    database: {
      appUrl: database.appUrl,
      ownerUrl: database.ownerUrl,
      async withoutRights(work) {
        await asOwner('revoke select on town from traguardo_app');
        try {
          await work();
        } finally {
          await asOwner('grant select on town to traguardo_app');
        }
      },
    },
    office,
    deps,
    in: inside,
    stock,
    send,
    async round(town, at) {
      const { digestDay, alertDay } = await stock(town, at);
      if (digestDay !== null) await send(town, at);
      if (alertDay !== null) await send(town, at, 'alert');
    },
    async next(town, at) {
      const { nextMs } = await stock(town, at);
      return nextMs === null ? null : instant(nextMs + (await offsetOf(town)));
    },
  };
}
