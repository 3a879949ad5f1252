/** The way to Temporal, which may be down: nothing is connected before the first call. */
import { Connection } from '@temporalio/client';
import { QUEUES } from '../workflows/contract.js';
import type { Ping } from './health.js';

export interface TemporalLink {
  readonly connection: Connection;
  readonly ping: Ping;
  /** Has a worker asked for work in the last minutes? */
  readonly workerSeen: Ping;
  /** Waits for the pings under way: a call that the client repeats on a closed connection throws where nobody catches. */
  close(): Promise<void>;
}

const PING_DEADLINE_MS = 900;
/** TASK_QUEUE_TYPE_WORKFLOW of Temporal's protocol. */
const WORKFLOW_TASKS = 1;

/** A worker asks again at least once a minute, also when there is nothing to do. */
const SEEN_MS = 2 * 60_000;

/** `address`: `host:port`. */
export function linkTemporal(address: string, namespace = 'default'): TemporalLink {
  const connection = Connection.lazy({ address });
  const underWay = new Set<Promise<unknown>>();
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    const asked = connection.withDeadline(Date.now() + PING_DEADLINE_MS, question);
    underWay.add(asked);
    try {
      return await asked;
    } finally {
      underWay.delete(asked);
    }
  };
  return {
    connection,
    async ping() {
      await ask(() => connection.workflowService.getSystemInfo({}));
      return true;
    },
    async workerSeen() {
      const { pollers } = await ask(() =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: QUEUES.towns },
          taskQueueType: WORKFLOW_TASKS,
        }),
      );
      const since = Date.now() - SEEN_MS;
      return (pollers ?? []).some(
        ({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 > since,
      );
    },
    async close() {
      await Promise.allSettled(underWay);
      await connection.close();
    },
  };
}
