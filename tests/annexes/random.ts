/** Chance that is the same at every call. */
export interface Chance {
  /** An integer from 0 to `below` − 1. */
  below(below: number): number;
  one<T>(of: readonly T[]): T;
  /** The same elements in another order. */
  shuffled<T>(of: readonly T[]): T[];
}

/** Mulberry32 from a seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one<T>(of: readonly T[]): T {
      const item = of[below(of.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    shuffled<T>(of: readonly T[]): T[] {
      const rest = [...of];
      for (let last = rest.length - 1; last > 0; last -= 1) {
        const at = below(last + 1);
        [rest[last], rest[at]] = [rest[at] as T, rest[last] as T];
      }
      return rest;
    },
  };
}
