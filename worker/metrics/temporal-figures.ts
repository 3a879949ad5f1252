/**
 * What Temporal's SDK counts of itself: latency of workflow tasks, failures of activities, free slots. It shows
 * them on a loopback port of its own; we pass them on with ours. Labels: queues, types of workflows and activities.
 */
import { createServer } from 'node:net';

/** Where the SDK shows its figures: chosen anew at each start. */
export interface TemporalFigures {
  /** host:port, for the SDK's runtime. */
  readonly bindAddress: string;
  /** As it shows them now; empty when it does not. */
  read(): Promise<string>;
}

const PATIENCE_MS = 2_000;

/** A free port of this machine; it must be bound soon. */
export async function temporalFigures(): Promise<TemporalFigures> {
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  const bindAddress = `127.0.0.1:${port}`;
  return {
    bindAddress,
    async read() {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS);
        return await (await fetch(`http://${bindAddress}/metrics`, { signal })).text();
      } catch {
        return '';
      }
    },
  };
}
