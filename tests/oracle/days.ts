/** A civil day as the number of days since 1 January 1970; no zone, no clock. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** The day of that year, month (1–12) and date, or `null` when it does not exist. */
export function dayAt(year: number, month: number, date: number): Day | null {
  const instant = new Date(Date.UTC(year, month - 1, date));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
  return exists ? instant.getTime() / MILLISECONDS : null;
}

/** The day written `YYYY-MM-DD`, or `null` when it is written otherwise or does not exist. */
export function dayOf(iso: string | null | undefined): Day | null {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  return written && dayAt(Number(written[1]), Number(written[2]), Number(written[3]));
}

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** Year, month (1–12) and date of a day. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const instant = new Date(day * MILLISECONDS);
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, date: instant.getUTCDate() };
}

/** 0 on Monday … 6 on Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(day * MILLISECONDS).getUTCDay() + 6) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

/** Months since the year 0, to count how many lie between two days. */
export function monthIndexOf(day: Day): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** How many days the month has; `month` may run past December or before January. */
export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the day is the last of its month. */
export function isMonthEnd(day: Day): boolean {
  return partsOf(day + 1).date === 1;
}
