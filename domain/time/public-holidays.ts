/**
 * Italian public holidays as rules with their years of force: L. 260/1949 as amended by L. 54/1977,
 * D.P.R. 792/1985 (6 January), L. 336/2000 (2 June), L. 151/2025 (4 October). Computed for any year,
 * so nothing expires. Patron saints are not public holidays: see `closures.ts`.
 */
import { addDays, type CivilDate, civilDateOf } from './civil-date.js';

interface FixedHoliday {
  readonly month: number;
  readonly day: number;
  /** First year of force; absent when older than the cycle of any town. */
  readonly since?: number;
}

const FIXED: readonly FixedHoliday[] = [
  { month: 1, day: 1 },
  { month: 1, day: 6, since: 1986 },
  { month: 4, day: 25 },
  { month: 5, day: 1 },
  { month: 6, day: 2, since: 2001 },
  { month: 8, day: 15 },
  { month: 10, day: 4, since: 2026 },
  { month: 11, day: 1 },
  { month: 12, day: 8 },
  { month: 12, day: 25 },
  { month: 12, day: 26 },
];

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, "Meeus/Jones/Butcher"). */
export function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return civilDateOf(year, month, day);
}

/** The public holidays of a year other than Sundays, in calendar order. */
export function publicHolidays(year: number): readonly CivilDate[] {
  const fixed = FIXED.filter((holiday) => (holiday.since ?? year) <= year).map((holiday) =>
    civilDateOf(year, holiday.month, holiday.day),
  );
  return [...fixed, addDays(easterSunday(year), 1)].sort();
}
