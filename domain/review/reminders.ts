/** What the evaluators observed of a year comes back in the next one, line by line. */
import { type CivilDate, mondayOf, yearOf } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** What the body observed of an earlier year. */
export interface Observed {
  /** The year that was validated with them. */
  readonly year: number;
  /** Of the outcome. */
  readonly on: CivilDate;
  readonly lines: readonly string[];
}

/** Each line of what was written with the outcome is one; leading marks and numbers of a list are dropped. */
export const observationsIn = (note: string): readonly string[] =>
  note
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/**
 * Of which the Segretario's summary of `day` reminds: in the first full week of each month, of the year before. The
 * summary goes for what is late; by itself no observation makes a mail. `observed`: latest first.
 */
export function remindedOn(
  observed: readonly Observed[],
  day: CivilDate,
  calendar: WorkingCalendar,
): { readonly observed?: Observed } {
  const isItsDay = calendar.isFirstOfWeek(day) && Number(mondayOf(day).slice(8)) <= 7;
  const last = observed.find(({ year, on }) => year === yearOf(day) - 1 && on <= day);
  return isItsDay && last !== undefined ? { observed: last } : {};
}
