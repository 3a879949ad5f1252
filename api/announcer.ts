/**
 * The fast path of announcements: after commit the workflows concerned are signalled, or started. The
 * reply never waits for it, and what fails is left to the relay (docs/adr/0022).
 */
import type { Client } from '@temporalio/client';
import type { Instant } from '../domain/time/instant.js';
import { markAnnounced, type WorkflowStart } from '../store/announcements.js';
import type { Sql } from '../store/connection.js';
import { inTown } from '../store/in-town.js';
import { signalWithStartOf } from '../workflows/contract.js';
import type { Log } from './log-part.js';

/** One announcement of a committed transaction. */
export interface Announced {
  readonly id: number;
  readonly start: WorkflowStart;
}

export interface Announcer {
  /** Returns at once. */
  tell(town: string, announced: readonly Announced[]): void;
  /** Resolves when everything told so far was delivered or given up: for an orderly stop, and for tests. */
  settled(): Promise<void>;
}

/** A page's reply does not wait, but its connection is not held for a server that is away. */
const DEADLINE_MS = 300;
const AT_ONCE = 8;

export function createAnnouncer(
  client: Client,
  sql: Sql,
  now: () => Instant,
  log: Pick<Log, 'warn'>,
  deadlineMs = DEADLINE_MS,
): Announcer {
  const underWay = new Set<Promise<void>>();

  const signal = async ({ start }: Announced): Promise<void> => {
    await client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.signalWithStart(start.workflowType, signalWithStartOf(start)),
    );
  };

  const tellAll = async (town: string, announced: readonly Announced[]): Promise<void> => {
    const told: number[] = [];
    try {
      for (let at = 0; at < announced.length; at += AT_ONCE) {
        const some = announced.slice(at, at + AT_ONCE);
        const outcomes = await Promise.allSettled(some.map(signal));
        outcomes.forEach((outcome, index) => {
          const one = some[index];
          if (outcome.status === 'fulfilled' && one !== undefined) told.push(one.id);
        });
        const failed = outcomes.find((outcome) => outcome.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
      }
    } catch (error) {
      log.warn(
        { error: nameOf(error), left: announced.length - told.length },
        'announcements left to the relay',
      );
    }
    if (told.length > 0) await inTown(sql, town, (tx) => markAnnounced(tx, told, now()));
  };

  return {
    tell(town, announced) {
      if (announced.length === 0) return;
      const work = tellAll(town, announced).catch((error: unknown) => {
        // Told but not marked: the relay tells them again, and a second signal does no harm.
        log.warn({ error: nameOf(error) }, 'announcements could not be marked');
      });
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** Only the kind of failure: messages may quote arguments. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
