/** What the evaluators observed of a year comes back in the next one, as reminders. */
import type { Observed } from '../../domain/review/reminders.js';
import type { Tx } from '../../store/in-town.js';
import { standingObservations } from '../../store/review/review.js';

/** `null`: the year before was validated without observations, or not yet. */
export const observedBefore = async (tx: Tx, year: number): Promise<Observed | null> =>
  (await standingObservations(tx)).find((one) => one.year === year - 1) ?? null;
