import { type Day, isoOf, partsOf, weekdayOf } from './days.js';

/** Says whether the offices do not work on a day (`YYYY-MM-DD`), for whatever reason. */
export type Closed = (isoDay: string) => boolean;

const FIXED_HOLIDAYS = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];

/** Easter Sunday as `MM-DD`, by the paper method of Lichtenberg's correction of Gauss. */
function easterOf(year: number): { readonly month: number; readonly date: number } {
  const century = Math.floor(year / 100);
  const solarLeap = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const solarDay = 2 - Math.floor((3 * century + 3) / 4);
  const moon = year % 19;
  const seed = (19 * moon + solarLeap) % 30;
  const correction = Math.floor((seed + Math.floor(moon / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + solarDay) % 7);
  const march = fullMoon + (7 - ((((fullMoon - firstSunday) % 7) + 7) % 7));
  return march > 31 ? { month: 4, date: march - 31 } : { month: 3, date: march };
}

/** The default calendar: Saturdays, Sundays and the national holidays, 4 October from 2026. */
export function italianClosed(isoDay: string): boolean {
  const day = Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000;
  if (weekdayOf(day) >= 5) return true;
  const monthAndDate = isoDay.slice(5);
  const { year } = partsOf(day);
  if (FIXED_HOLIDAYS.includes(monthAndDate)) return true;
  if (monthAndDate === '10-04') return year >= 2026;
  const yesterday = partsOf(day - 1);
  const easter = easterOf(year);
  return yesterday.month === easter.month && yesterday.date === easter.date;
}

/** Questions about working days, each answered by walking from day to day. */
export interface WorkingDays {
  /** Whether the offices work on that day. */
  works(day: Day): boolean;
  /** How many working days lie between two days, both included; counts no further than `enough`. */
  count(first: Day, last: Day, enough: number): number;
  /** The day itself if it works, else the last working day before it. */
  back(day: Day): Day;
  /** The n-th working day after a day (before it, when n is negative), which itself never counts. */
  step(day: Day, n: number): Day;
}

const FURTHEST_WALK = 4000;

/** The working days of a calendar; throws when it stays closed for years. */
export function workingDays(closed: Closed): WorkingDays {
  const known = new Map<Day, boolean>();
  const works = (day: Day): boolean => {
    const seen = known.get(day) ?? !closed(isoOf(day));
    known.set(day, seen);
    return seen;
  };
  const walk = (from: Day, direction: 1 | -1, n: number): Day => {
    let day = from;
    let left = n;
    for (let steps = 0; left > 0; steps += 1) {
      if (steps > FURTHEST_WALK) throw new Error(`No working day near ${isoOf(from)}`);
      day += direction;
      if (works(day)) left -= 1;
    }
    return day;
  };
  return {
    works,
    count(first, last, enough) {
      let found = 0;
      for (let day = first; day <= last && found < enough; day += 1) if (works(day)) found += 1;
      return found;
    },
    back: (day) => (works(day) ? day : walk(day, -1, 1)),
    step: (day, n) => walk(day, n < 0 ? -1 : 1, Math.abs(n)),
  };
}
