/**
 * Terms counted from a day that is known: "entro 30 giorni dal 15/03/2026". The first day is not
 * counted; months and years go by the calendar, a missing day is the month's last (art. 2963 c.c.);
 * hours round up to days.
 */
import { addDays, addMonths, type CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

const DURATION =
  /^([+-])?P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?$/;

/** The due day, or `null` when the offset is not an ISO 8601 duration. */
export function relativeDue(
  anchor: CivilDate,
  offset: string,
  working: boolean,
  calendar: WorkingCalendar,
): CivilDate | null {
  const match = DURATION.exec(offset.trim());
  if (!match || /[PT]$/.test(offset.trim())) return null;
  const [years, months, weeks, days, hours, minutes] = match.slice(2).map((part) => Number(part ?? 0));
  const sign = match[1] === '-' ? -1 : 1;
  const wholeMonths = (years ?? 0) * 12 + (months ?? 0);
  const wholeDays = (weeks ?? 0) * 7 + (days ?? 0) + Math.ceil(((hours ?? 0) * 60 + (minutes ?? 0)) / 1440);
  const moved = wholeMonths === 0 ? anchor : addMonths(anchor, sign * wholeMonths);
  if (!working) return addDays(moved, sign * wholeDays);
  if (wholeDays === 0) return moved;
  return sign > 0 ? calendar.after(moved, wholeDays) : calendar.before(moved, wholeDays);
}
