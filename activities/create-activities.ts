/** The activities as the worker registers them: each with its own time, and with failures that hold no text. */
import { Context } from '@temporalio/activity';
import { instant } from '../domain/time/instant.js';
import type { Activities } from '../workflows/contract.js';
import type { ActivityDeps } from './deps.js';
import { unexpected } from './failures.js';
import { followCycle } from './follow-cycle.js';
import { followObjective } from './follow-objective.js';
import { noticesFirst } from './notices-first.js';
import { type Attempt, sendDigests } from './send-digests.js';
import { takeStock } from './take-stock.js';

/** Often enough for the heartbeat timeout of `sendDigests` (workflows/activity-options.ts). */
const HEARTBEAT_MS = 5_000;
/** When the worker stops, a mail under way has this long to end; whoever stops us waits a little longer. */
const BREAK_OFF_MS = 5_000;

export function createActivities(deps: ActivityDeps) {
  const first = noticesFirst();
  return {
    followObjective: (input) =>
      guarded(() => followObjective(deps, { ...input, nowMs: notBefore(input.nowMs) })),
    takeStock: (input) =>
      guarded(async () => {
        const stock = await takeStock(deps, { ...input, nowMs: notBefore(input.nowMs) });
        if (stock.digestDay !== null) first.written(input.town);
        return stock;
      }),
    followCycle: (input) => guarded(() => followCycle(deps, { ...input, nowMs: notBefore(input.nowMs) })),
    sendDigests: (input) =>
      guarded(() =>
        attempted(async (attempt) => {
          await first.calm(attempt.stopping);
          await sendDigests(deps, input, attempt);
        }),
      ),
  } satisfies Activities;
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unexpected(error);
  }
}

/**
 * The instant an attempt goes by. An attempt made again after hours has the input of the first: deciding by
 * that would hold this morning's round in the evening.
 */
const notBefore = (nowMs: number): number =>
  Math.max(nowMs, Context.current().info.currentAttemptScheduledTimestampMs);

/** Runs `work` with a heartbeat, and with the server's clock where that is ahead of this machine's. */
async function attempted<T>(work: (attempt: Attempt) => Promise<T>): Promise<T> {
  const context = Context.current();
  const ahead = Math.max(0, context.info.currentAttemptScheduledTimestampMs - Date.now());
  const broken = new AbortController();
  const stopping = context.cancellationSignal;
  let breakOff: NodeJS.Timeout | undefined;
  const stop = (): void => {
    breakOff = setTimeout(() => broken.abort(), BREAK_OFF_MS);
  };
  stopping.addEventListener('abort', stop, { once: true });
  const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
  try {
    return await work({ now: () => instant(Date.now() + ahead), stopping, broken: broken.signal });
  } finally {
    clearInterval(beat);
    clearTimeout(breakOff);
    stopping.removeEventListener('abort', stop);
  }
}
