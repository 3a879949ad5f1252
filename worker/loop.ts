/** Work that comes again and again while the process lives. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../running/log.js';
import { failureOf } from './failure-of.js';

export interface Loop {
  /** No further turn begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** One turn after the other, `pauseMs` apart; a turn that fails is told in the log and comes again. */
export function startLoop(
  name: string,
  work: () => Promise<unknown>,
  { pauseMs, log }: { readonly pauseMs: number; readonly log: Pick<Log, 'warn'> },
): Loop {
  const stopped = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await work().catch((error: unknown) => log.warn({ ...failureOf(error), loop: name }, 'a turn failed'));
      await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
