/**
 * A day in the town, `YYYY-MM-DD`, without hour and without zone. Arithmetic is by the Gregorian
 * calendar on whole days; nothing here knows a clock.
 */
declare const civilDateBrand: unique symbol;
/** ISO 8601; days compare as texts do. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`month ${month} does not exist`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** Reads an ISO day; `null` when the text is not one or the day does not exist (31 June, 29/02/2025). */
export function parseCivilDate(text: string): CivilDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CivilDate;
}

/** As {@link parseCivilDate}, for text that must be a day: throws `RangeError` with the value. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new RangeError(`"${text}" is not a day of the calendar (YYYY-MM-DD)`);
  return date;
}

const padded = (number: number): string => (number < 10 ? `0${number}` : String(number));

const spelled = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${padded(month)}-${padded(day)}` as CivilDate;

/** The day with these parts; throws `RangeError` when it does not exist. */
export const civilDateOf = (year: number, month: number, day: number): CivilDate =>
  civilDate(spelled(year, month, day));

/** Two digits at a place of the text: the agenda of a big town reads millions of days. */
const twoDigits = (date: CivilDate, at: number): number =>
  date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;

export const yearOf = (date: CivilDate): number => twoDigits(date, 0) * 100 + twoDigits(date, 2);
export const monthOf = (date: CivilDate): number => twoDigits(date, 5);
export const dayOf = (date: CivilDate): number => twoDigits(date, 8);

/** Days since 1 January 1970, negative before it (Howard Hinnant's civil-from-days arithmetic). */
export function epochDay(date: CivilDate): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days from 1970 to the end of 2079, each spelled once: the agenda of many towns names them millions of times. */
const SPELLED = new Array<CivilDate | undefined>(40_177);

/** The day that lies `epoch` days after 1 January 1970. */
export function fromEpochDay(epoch: number): CivilDate {
  const day = SPELLED[epoch] ?? dayAt(epoch);
  if (epoch >= 0 && epoch < SPELLED.length) SPELLED[epoch] = day;
  return day;
}

function dayAt(epoch: number): CivilDate {
  const shifted = epoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return spelled(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: CivilDate, days: number): CivilDate => fromEpochDay(epochDay(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDay(to) - epochDay(from);

/** Adds months; a day that the month lacks becomes its last (31 January + 1 month = 28 or 29 February; art. 2963 c.c.). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return spelled(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

export const lastDayOfMonth = (year: number, month: number): CivilDate =>
  civilDateOf(year, month, daysInMonth(year, month));

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (date: CivilDate): Weekday =>
  (((((epochDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The Monday of the day's week (weeks run from Monday to Sunday). */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);
