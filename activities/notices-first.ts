/**
 * Notices before mails: on a morning on which many towns hold their rounds at once, as after an outage, the
 * mails of the first towns do not keep the last ones from writing what is due. One object a process.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** Real milliseconds. */
const LOOK_BACK_MS = 1_000;
const LOOK_MS = 200;
const PATIENCE_MS = 60_000;
/** Rounds of so many towns within the time looked back on are nothing special. */
const FEW = 4;

export interface NoticesFirst {
  /** The town has just written notices that mails must tell. */
  written(town: string): void;
  /** Resolves when only a few towns are writing, after a minute, or when `stopping` is aborted. */
  calm(stopping: AbortSignal): Promise<void>;
}

/** `now` in milliseconds from anywhere. */
export function noticesFirst(now: () => number = () => performance.now()): NoticesFirst {
  const writing = new Map<string, number>();
  const areMany = (): boolean => {
    const from = now() - LOOK_BACK_MS;
    for (const [town, at] of writing) if (at <= from) writing.delete(town);
    return writing.size > FEW;
  };
  return {
    written(town) {
      writing.set(town, now());
    },
    async calm(stopping) {
      const until = now() + PATIENCE_MS;
      while (!stopping.aborted && areMany() && now() < until) {
        await sleep(LOOK_MS, undefined, { signal: stopping }).catch(() => undefined);
      }
    },
  };
}
