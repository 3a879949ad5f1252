/** The wiring of the two workers: one for towns and their workflows, one for mail. */
import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { type Activities, QUEUES } from '../workflows/contract.js';

/** How many things run at once; the database pool must hold the sum of the activities. */
export const SLOTS = {
  /** Replays are bound by the processor: more at once than cores only waits inside instead of outside. */
  workflowTasks: 8,
  /** One transaction of some tens of milliseconds each. */
  localActivities: 6,
  /** The same after a database was away. */
  activities: 4,
  /** Mails on their way to the relay at one moment, of all towns together. */
  mails: 4,
} as const;

/** Connections that activities, relay, watchdog and the two readers of returns use at the same moment. */
export const DATABASE_CONNECTIONS = SLOTS.localActivities + SLOTS.activities + SLOTS.mails + 4;

/** A stop cancels activities at once; what does not end by then is left to another worker. */
const FORCE_AFTER = '9 seconds';

export interface WorkersWish {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  readonly bundle: WorkflowBundleOption;
}

export async function createWorkers(wish: WorkersWish): Promise<readonly Worker[]> {
  const { connection, namespace, bundle } = wish;
  const { sendDigests, ...facts } = wish.activities;
  const common = { connection, namespace, shutdownForceTime: FORCE_AFTER } as const;
  const towns = await Worker.create({
    ...common,
    taskQueue: QUEUES.towns,
    workflowBundle: bundle,
    activities: facts,
    maxConcurrentWorkflowTaskExecutions: SLOTS.workflowTasks,
    maxConcurrentLocalActivityExecutions: SLOTS.localActivities,
    maxConcurrentActivityTaskExecutions: SLOTS.activities,
  });
  const mail = await Worker.create({
    ...common,
    taskQueue: QUEUES.mail,
    activities: { sendDigests },
    maxConcurrentActivityTaskExecutions: SLOTS.mails,
  });
  return [towns, mail];
}
