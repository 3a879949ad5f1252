/** What the evaluators observed of a year comes back in the next one, as reminders. */
import type { Observed } from '../../domain/review/reminders.js';

/** Among what stands of all years; `null`: the year before was validated without observations, or not yet. */
export const observedBefore = (standing: readonly Observed[], year: number): Observed | null =>
  standing.find((one) => one.year === year - 1) ?? null;
