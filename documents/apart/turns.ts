/** Lets only so many run at once; the others wait in the order they came. */
export interface Turns {
  /** How many wait. */
  readonly waiting: number;
  /** Runs the work when its turn comes. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A queue of its own; `atOnce` is 1 or more. */
export function turns(atOnce: number): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    get waiting() {
      return queue.length;
    },
    async take(work) {
      if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = queue.shift();
        // Whoever waits takes this place over, and nobody who comes now can slip in between.
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
