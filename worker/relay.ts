/**
 * The slow path of announcements: what the API could not tell a workflow after its commit is told here
 * (docs/adr/0022). Several workers may run it: each row is in one hand at a time.
 */
import { type Instant, instant } from '../domain/time/instant.js';
import type { Log } from '../running/log.js';
import { claimAnnouncements, settleAnnouncements, type WaitingAnnouncement } from '../store/across-towns.js';
import type { Sql } from '../store/connection.js';
import { begin } from '../store/lost-connection.js';
import { failureOf } from './failure-of.js';
import type { TellWorkflow } from './tell-workflow.js';

/** The API has this long to tell by itself; told twice does no harm, and costs a workflow task. */
const HEAD_START_MS = 1_000;
const AT_MOST = 200;
/** Told at the same time: a plan of a large town has hundreds of objectives. */
const AT_ONCE = 8;

export interface RelayDeps {
  readonly sql: Sql;
  readonly tell: TellWorkflow;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'warn'>;
}

/** Tells what waits, and returns how many were told. What cannot be told stays for the next time. */
export async function relayOnce({ sql, tell, now, log }: RelayDeps): Promise<number> {
  return begin(sql, async (tx) => {
    const waiting = await claimAnnouncements(tx, instant(now() - HEAD_START_MS), AT_MOST);
    const announced: number[] = [];
    const failed: number[] = [];
    for (const some of batches(waiting)) {
      const outcomes = await Promise.allSettled(some.map(tell));
      outcomes.forEach((outcome, index) => {
        const id = some[index]?.id;
        if (id !== undefined) (outcome.status === 'fulfilled' ? announced : failed).push(id);
      });
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      if (refused === undefined) continue;
      log.warn(
        { ...failureOf(refused.reason), left: waiting.length - announced.length },
        'announcements wait',
      );
      // The server is away, most likely: the others need not wait for it one by one.
      if (failed.length === some.length) break;
    }
    await settleAnnouncements(tx, { announced, failed, at: now() });
    return announced.length;
  });
}

/** One batch holds a workflow once: its announcements all say the same. */
function batches(waiting: readonly WaitingAnnouncement[]): readonly (readonly WaitingAnnouncement[])[] {
  const some: WaitingAnnouncement[][] = [];
  for (let from = 0; from < waiting.length; from += AT_ONCE) some.push(waiting.slice(from, from + AT_ONCE));
  return some;
}
