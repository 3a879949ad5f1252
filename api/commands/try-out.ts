/** Carries something out to see what it would do, and undoes it: one transaction that never commits. */
import { type FactsClock, factsClock } from '../../store/facts-clock.js';
import { inTown, type Tx } from '../../store/in-town.js';
import type { Deps } from '../deps.js';

class Undone extends Error {
  constructor(readonly seen: unknown) {
    super('tried out');
  }
}

/** What `work` saw. It tells nobody: announcements are rows, and undone like the others. */
export async function tryOut<Seen>(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  town: string,
  work: (tx: Tx, clock: FactsClock) => Promise<Seen>,
): Promise<Seen> {
  const real = now();
  try {
    return await inTown(sql, town, async (tx): Promise<never> => {
      throw new Undone(await work(tx, await factsClock(tx, real)));
    });
  } catch (error) {
    if (error instanceof Undone) return error.seen as Seen;
    throw error;
  }
}
