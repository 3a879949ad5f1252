/** Which plan a page shows when it is asked for none, or for one that is not there. */
import { type CivilDate, yearOf } from '../../domain/time/civil-date.js';

/**
 * The plan of the year asked for, else of the year that is running, else the latest: the next year's plan,
 * approved ahead, does not hide what is late now. `approved` latest year first; `null` when there is none.
 */
export const cycleShown = <Cycle extends { readonly year: number }>(
  approved: readonly Cycle[],
  asked: number | null,
  today: CivilDate,
): Cycle | null =>
  approved.find((one) => one.year === asked) ??
  approved.find((one) => one.year === yearOf(today)) ??
  approved[0] ??
  null;
