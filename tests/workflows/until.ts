import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until it is so; the test's own timeout is the end of all patience. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(25);
}
