/** A moment, in milliseconds since 1 January 1970 UTC. Never a day: see `civil-date.ts`. */
declare const instantBrand: unique symbol;
export type Instant = number & { readonly [instantBrand]: true };

/** Throws `RangeError` when the number is not a whole, finite count of milliseconds. */
export function instant(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new RangeError(`${epochMs} is not an instant in milliseconds`);
  return epochMs as Instant;
}
