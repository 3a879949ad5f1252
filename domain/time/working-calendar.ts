/**
 * Working days of one town: neither Sunday, nor public holiday, nor closed for the offices. Tables
 * are made a year at a time when first asked for, so a calendar covers any year and costs little.
 */
import {
  type CivilDate,
  civilDateOf,
  epochDay,
  fromEpochDay,
  isLeapYear,
  mondayOf,
  yearOf,
} from './civil-date.js';
import { type Closure, closedDays } from './closures.js';
import { publicHolidays } from './public-holidays.js';

export interface WorkingCalendar {
  isWorkingDay(day: CivilDate): boolean;
  /** The day itself when it is a working day, else the last one before. */
  onOrBefore(day: CivilDate): CivilDate;
  /** The day itself when it is a working day, else the first one after. */
  onOrAfter(day: CivilDate): CivilDate;
  /** The n-th working day after `day` (n ≥ 1), not counting `day`, which may be a closed one. */
  after(day: CivilDate, n: number): CivilDate;
  /** The n-th working day before `day` (n ≥ 1), not counting `day`. */
  before(day: CivilDate, n: number): CivilDate;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  between(from: CivilDate, to: CivilDate): number;
  /** Is it the first working day of its week (Monday to Sunday)? */
  isFirstOfWeek(day: CivilDate): boolean;
  /** Is it the first working day of its month? */
  isFirstOfMonth(day: CivilDate): boolean;
}

/** Longest stretch without a working day that a town's closures may leave, in days. */
const LONGEST_CLOSURE_DAYS = 366;

/** Methods throw `RangeError` when the closures leave no working day within a year, or when n is less than 1. */
export function workingCalendar(closures: readonly Closure[]): WorkingCalendar {
  const years = new Map<number, Uint8Array>();
  let start = 1;
  let end = 0;
  let open: Uint8Array = new Uint8Array(0);

  const load = (epoch: number): void => {
    const year = yearOf(fromEpochDay(epoch));
    start = epochDay(civilDateOf(year, 1, 1));
    end = start + (isLeapYear(year) ? 365 : 364);
    open = years.get(year) ?? openDays(year, start, end, closures);
    years.set(year, open);
  };
  const isOpen = (epoch: number): boolean => {
    if (epoch < start || epoch > end) load(epoch);
    return open[epoch - start] === 1;
  };
  const walk = (from: number, direction: 1 | -1, n: number): CivilDate => {
    if (n < 1) throw new RangeError(`${n} working days: at least one is needed`);
    let left = n;
    let epoch = from;
    for (let closed = 0; closed <= LONGEST_CLOSURE_DAYS; closed++) {
      epoch += direction;
      if (!isOpen(epoch)) continue;
      left -= 1;
      closed = 0;
      if (left === 0) return fromEpochDay(epoch);
    }
    throw new RangeError(`no working day within a year of ${fromEpochDay(from)}`);
  };

  const calendar: WorkingCalendar = {
    isWorkingDay: (day) => isOpen(epochDay(day)),
    onOrBefore: (day) => walk(epochDay(day) + 1, -1, 1),
    onOrAfter: (day) => walk(epochDay(day) - 1, 1, 1),
    after: (day, n) => walk(epochDay(day), 1, n),
    before: (day, n) => walk(epochDay(day), -1, n),
    between: (from, to) => {
      let count = 0;
      for (let epoch = epochDay(from) + 1; epoch <= epochDay(to); epoch++) if (isOpen(epoch)) count++;
      return count;
    },
    isFirstOfWeek: (day) => calendar.onOrAfter(mondayOf(day)) === day,
    isFirstOfMonth: (day) => calendar.onOrAfter(civilDateOf(yearOf(day), Number(day.slice(5, 7)), 1)) === day,
  };
  return calendar;
}

function openDays(year: number, start: number, end: number, closures: readonly Closure[]): Uint8Array {
  const open = new Uint8Array(end - start + 1).fill(1);
  const close = (day: CivilDate): void => {
    open[epochDay(day) - start] = 0;
  };
  for (const day of closedDays({ kind: 'weekday', weekday: 7 }, year)) close(day);
  for (const day of publicHolidays(year)) close(day);
  for (const closure of closures) for (const day of closedDays(closure, year)) close(day);
  return open;
}
