/**
 * The town's clock: a real instant plus the town's offset. The offset is 0 and locked once the town
 * is live; in demo, trial and tests it may be anything and only moves forward (design §2). Facts are stamped in town time.
 */
import { type Instant, instant } from './instant.js';

/** Locked at zero once the town is live. */
export interface TownClock {
  /** Milliseconds added to the real clock; negative in a demo that lives in a past year. */
  readonly offsetMs: number;
  /** IANA zone of the town, e.g. `Europe/Rome`. */
  readonly zone: string;
}

/** The town's time at a real moment. */
export const townNow = (real: Instant, clock: TownClock): Instant => instant(real + clock.offsetMs);

/** When a moment of the town really is. */
export const realInstant = (town: Instant, clock: TownClock): Instant => instant(town - clock.offsetMs);
