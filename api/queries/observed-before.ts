/** What the evaluators observed of a year comes back in the next one, as reminders. */
import { observationsIn } from '../../domain/review/reminders.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../../store/in-town.js';
import { observationsBefore } from '../../store/review/review.js';

export interface ObservedBefore {
  /** The one before. */
  readonly year: number;
  /** Of the outcome. */
  readonly on: CivilDate;
  readonly lines: readonly string[];
}

/** `null`: the year before was validated without observations, or not yet. */
export async function observedBefore(tx: Tx, year: number): Promise<ObservedBefore | null> {
  const [last] = await observationsBefore(tx, year);
  return last === undefined ? null : { year: last.year, on: last.on, lines: observationsIn(last.note) };
}
