/**
 * Terms that the law fixes and holidays: one that expires on a holiday moves to the next day that is none, one
 * counted backwards to the day before (artt. 2963 c.c., 155 c.p.c.). Saturday is no holiday (Cass. 5114/2009),
 * nor is the patron saint. Targets of a plan are not such terms and never move.
 */
import { addDays, type CivilDate, weekdayOf, yearOf } from './civil-date.js';
import { publicHolidays } from './public-holidays.js';

/** Sundays and public holidays; Saturday is none, nor are the offices' own closures. */
export const isLegalHoliday = (day: CivilDate): boolean =>
  weekdayOf(day) === 7 || publicHolidays(yearOf(day)).includes(day);

/** The day itself, or the first after it that is no holiday; it may lie in the next month or year. */
export const afterHolidays = (day: CivilDate): CivilDate =>
  isLegalHoliday(day) ? afterHolidays(addDays(day, 1)) : day;

/** The day itself, or the last before it that is no holiday: for "at least n days before". */
export const beforeHolidays = (day: CivilDate): CivilDate =>
  isLegalHoliday(day) ? beforeHolidays(addDays(day, -1)) : day;
