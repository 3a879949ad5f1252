/** The way to Temporal, which may be down: nothing is connected before the first call. */
import { Connection } from '@temporalio/client';
import type { Ping } from './health.js';

export interface TemporalLink {
  readonly connection: Connection;
  readonly ping: Ping;
  /** Waits for the pings under way: a call that the client repeats on a closed connection throws where nobody catches. */
  close(): Promise<void>;
}

const PING_DEADLINE_MS = 900;

/** `address`: `host:port`. */
export function linkTemporal(address: string): TemporalLink {
  const connection = Connection.lazy({ address });
  const underWay = new Set<Promise<unknown>>();
  return {
    connection,
    async ping() {
      const asked = connection.withDeadline(Date.now() + PING_DEADLINE_MS, () =>
        connection.workflowService.getSystemInfo({}),
      );
      underWay.add(asked);
      try {
        await asked;
      } finally {
        underWay.delete(asked);
      }
      return true;
    },
    async close() {
      await Promise.allSettled(underWay);
      await connection.close();
    },
  };
}
