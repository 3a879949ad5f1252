/** How facts are stamped: the real instant moved by the town's offset, the same way for every command and activity. */
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { type TownClock, townNow } from '../domain/time/town-clock.js';
import { civilDateAt } from '../domain/time/zone.js';
import type { Tx } from './in-town.js';

/** One for a whole transaction, so that all its facts have one time. */
export interface FactsClock {
  readonly clock: TownClock;
  /** Town time: what `recorded_at` and its like hold. */
  readonly now: Instant;
  /** The town's day at `now`. */
  readonly today: CivilDate;
}

/** The town's time at the real instant `real`. Throws when the town does not exist. */
export async function factsClock(tx: Tx, real: Instant): Promise<FactsClock> {
  const [row] = await tx<{ zone: string; clockOffsetMs: number }[]>`select zone, clock_offset_ms from town`;
  if (row === undefined) throw new Error('the town of this transaction does not exist');
  const clock = { offsetMs: row.clockOffsetMs, zone: row.zone };
  const now = townNow(real, clock);
  return { clock, now, today: civilDateAt(now, clock.zone) };
}
