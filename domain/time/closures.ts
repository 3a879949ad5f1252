/**
 * Days on which the offices of a town are closed beside Sundays and public holidays: Saturdays, the
 * patron saint (by date or by rule, "second Sunday of October"), bridges. They move notices, never
 * terms. Rules rather than lists, so that no calendar expires.
 */
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysInMonth,
  epochDay,
  fromEpochDay,
  lastDayOfMonth,
  type Weekday,
  weekdayOf,
} from './civil-date.js';

/** What comes back each year, or a period. `name`: what the town calls it, as "Patrono San Calogero". */
export type Closure =
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number; readonly name?: string }
  | {
      readonly kind: 'nth-weekday';
      /** Counts from 1; -1 is the last of the month. */
      readonly nth: number;
      readonly weekday: Weekday;
      readonly month: number;
      readonly name?: string;
    }
  | { readonly kind: 'days'; readonly from: CivilDate; readonly to: CivilDate; readonly name?: string };

/** What holds in a town that has set nothing: offices closed on Saturdays. */
export const DEFAULT_CLOSURES: readonly Closure[] = [{ kind: 'weekday', weekday: 6 }];

/** The n-th given weekday of a month (-1 = last), or `null` when the month has no such day. */
export function nthWeekday(year: number, month: number, nth: number, weekday: Weekday): CivilDate | null {
  if (nth < 0) {
    const last = lastDayOfMonth(year, month);
    const back = (weekdayOf(last) - weekday + 7) % 7;
    const day = daysInMonth(year, month) - back + 7 * (nth + 1);
    return day < 1 ? null : civilDateOf(year, month, day);
  }
  const first = civilDateOf(year, month, 1);
  const day = 1 + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  return nth === 0 || day > daysInMonth(year, month) ? null : civilDateOf(year, month, day);
}

/** The closed days that one rule gives in a year (29 February only in leap years). */
export function closedDays(closure: Closure, year: number): readonly CivilDate[] {
  const first = civilDateOf(year, 1, 1);
  const last = civilDateOf(year, 12, 31);
  switch (closure.kind) {
    case 'weekday':
      return daysFrom(addDays(first, (closure.weekday - weekdayOf(first) + 7) % 7), last, 7);
    case 'yearly':
      return closure.day > daysInMonth(year, closure.month)
        ? []
        : [civilDateOf(year, closure.month, closure.day)];
    case 'nth-weekday': {
      const day = nthWeekday(year, closure.month, closure.nth, closure.weekday);
      return day === null ? [] : [day];
    }
    case 'days':
      return daysFrom(closure.from > first ? closure.from : first, closure.to < last ? closure.to : last, 1);
  }
}

/** By numbers: as texts days compare up to the year 9999, and none after its last would end the count. */
function daysFrom(first: CivilDate, last: CivilDate, step: number): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let epoch = epochDay(first); epoch <= epochDay(last); epoch += step) days.push(fromEpochDay(epoch));
  return days;
}
