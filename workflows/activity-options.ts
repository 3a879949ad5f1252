/** How activities are called, by their nature; each number with its reason. */
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { type Activities, QUEUES } from './contract.js';

/** One transaction in PostgreSQL, idempotent, some tens of milliseconds. */
type FactsActivities = Omit<Activities, 'sendDigests'>;

/**
 * First as a local activity: one event instead of six, in the process that runs the workflow. Three
 * attempts of at most 3 seconds stay under the 10 seconds after which the server takes a workflow task
 * for lost; a transaction that needs longer waits for a lock or for a database that is away.
 */
const local = proxyLocalActivities<FactsActivities>({
  startToCloseTimeout: '3 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumAttempts: 3 },
});

/**
 * Then the same as a regular activity, for as long as the database is away: from one second, so that a
 * restart of it is hardly noticed, to one minute, so that a night without it costs no load. A minute for
 * an attempt is enough for the largest town on a machine that is catching up.
 */
const regular = proxyActivities<FactsActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

async function localFirst<T>(asLocal: () => Promise<T>, asRegular: () => Promise<T>): Promise<T> {
  try {
    return await asLocal();
  } catch (error) {
    // Whatever it is: a local activity throws its own failure, not one that says where it comes from.
    if (isCancellation(error)) throw error;
    return asRegular();
  }
}

export const facts: FactsActivities = {
  followObjective: (input) =>
    localFirst(
      () => local.followObjective(input),
      () => regular.followObjective(input),
    ),
  takeStock: (input) =>
    localFirst(
      () => local.takeStock(input),
      () => regular.takeStock(input),
    ),
  followCycle: (input) =>
    localFirst(
      () => local.followCycle(input),
      () => regular.followCycle(input),
    ),
};

/**
 * Talks to the town's mail server. One attempt hands over a morning's digests one by one, each in at most
 * 3 minutes: 2 hours are 40 of the slowest. It heartbeats every few seconds, so a worker that was killed is
 * noticed after 15 seconds and another goes on at once; after a refusal the failure itself says how long to
 * wait. The activity gives up at 17:00 of the town; 12 hours only end one that found no worker in all that
 * time: begun in the morning it is over in the evening.
 */
export const { sendDigests } = proxyActivities<Pick<Activities, 'sendDigests'>>({
  taskQueue: QUEUES.mail,
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '12 hours',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
