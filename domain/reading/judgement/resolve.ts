/** Days, months and periods on the calendar: the year that is meant, and whether the day exists. */

import {
  type CivilDate,
  civilDateOf,
  daysInMonth,
  lastDayOfMonth,
  parseCivilDate,
} from '../../time/civil-date.js';
import type { Day, Month, Stretch, YearMark } from '../grammar/expression.js';

/** The year written, else the assumed one with its shift. */
const yearMeant = ({ year, shift }: YearMark, assumed: number): number =>
  Math.min(Math.max((year ?? assumed) + shift, 1), 9999);

/** The day, or `null` when the calendar does not have it. */
export function dateOf(day: Day, assumed: number): CivilDate | null {
  const year = yearMeant(day.year, assumed);
  if (day.month < 1 || day.day < 1 || day.day > daysInMonth(year, day.month)) return null;
  return civilDateOf(year, day.month, day.day);
}

export const monthEnd = (month: Month, assumed: number): CivilDate =>
  lastDayOfMonth(yearMeant(month.year, assumed), month.month);
export const monthStart = (month: Month, assumed: number): CivilDate =>
  civilDateOf(yearMeant(month.year, assumed), month.month, 1);

export function stretchOf(
  { first, last, year }: Stretch,
  assumed: number,
): { start: CivilDate; date: CivilDate } {
  const whole = yearMeant(year, assumed);
  const end =
    last.day === 0
      ? lastDayOfMonth(whole, last.month)
      : civilDateOf(whole, last.month, Math.min(last.day, daysInMonth(whole, last.month)));
  return { start: civilDateOf(whole, first.month, first.day), date: end };
}

export const yearOf = (mark: YearMark, assumed: number): { start: CivilDate; date: CivilDate } => {
  const year = yearMeant(mark, assumed);
  return { start: civilDateOf(year, 1, 1), date: civilDateOf(year, 12, 31) };
};

/** Whether some year has the day: 29 February does, 31 June does not. */
export const existsInSomeYear = (month: number, day: number): boolean =>
  parseCivilDate(`2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) !== null;
