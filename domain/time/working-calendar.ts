/**
 * Working days of one town: neither Sunday, nor public holiday, nor closed for the offices. Any year, made when first asked for.
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

/** By the very closures: whoever asks again for those of a town has the years that were made. */
const made = new WeakMap<readonly Closure[], WorkingCalendar>();

/** Methods throw `RangeError` when the closures leave no working day within a year, or when n is less than 1. */
export function workingCalendar(closures: readonly Closure[]): WorkingCalendar {
  const calendar = made.get(closures) ?? calendarOf(closures);
  made.set(closures, calendar);
  return calendar;
}

function calendarOf(closures: readonly Closure[]): WorkingCalendar {
  const years = new Map<number, OpenDays>();
  let [start, end] = [1, 0];
  let { open, before }: OpenDays = { open: new Uint8Array(0), before: new Uint16Array(0) };

  const load = (epoch: number): void => {
    const year = yearOf(fromEpochDay(epoch));
    start = epochDay(civilDateOf(year, 1, 1));
    end = start + (isLeapYear(year) ? 365 : 364);
    const known = years.get(year) ?? openDays(year, start, end, closures);
    years.set(year, known);
    ({ open, before } = known);
  };
  /** Working days of its year up to and including a day. */
  const countTo = (epoch: number): number => {
    if (epoch < start || epoch > end) load(epoch);
    return before[epoch - start + 1] ?? 0;
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
      if (to <= from) return 0;
      let count = -countTo(epochDay(from));
      const last = yearOf(to);
      for (let year = yearOf(from); year < last; year++)
        count += countTo(epochDay(civilDateOf(year, 12, 31)));
      return count + countTo(epochDay(to));
    },
    isFirstOfWeek: (day) => calendar.onOrAfter(mondayOf(day)) === day,
    isFirstOfMonth: (day) => calendar.onOrAfter(civilDateOf(yearOf(day), Number(day.slice(5, 7)), 1)) === day,
  };
  return calendar;
}

/** Of one year: is the n-th day open, and how many of those before it are. */
interface OpenDays {
  readonly open: Uint8Array;
  readonly before: Uint16Array;
}

function openDays(year: number, start: number, end: number, closures: readonly Closure[]): OpenDays {
  const open = new Uint8Array(end - start + 1).fill(1);
  const close = (day: CivilDate): void => {
    open[epochDay(day) - start] = 0;
  };
  for (const day of closedDays({ kind: 'weekday', weekday: 7 }, year)) close(day);
  for (const day of publicHolidays(year)) close(day);
  for (const closure of closures) for (const day of closedDays(closure, year)) close(day);
  const before = new Uint16Array(open.length + 1);
  for (const [index, isOpen] of open.entries()) before[index + 1] = (before[index] ?? 0) + isOpen;
  return { open, before };
}
