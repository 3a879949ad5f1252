/** Saturdays, Sundays and national holidays, for the lint of the truth. */

const FIXED = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'];
/** Easter Mondays of the years that the annexes speak of. */
const EASTER_MONDAYS = ['2022-04-18', '2023-04-10', '2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29'];
const SAINT_FRANCIS_SINCE = 2026;

/** Whether an ISO day is a Saturday, a Sunday or a national holiday (4 October from 2026). */
export function isClosedDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monthDay = day.slice(5);
  return (
    weekday === 0 ||
    weekday === 6 ||
    FIXED.includes(monthDay) ||
    EASTER_MONDAYS.includes(day) ||
    (monthDay === '10-04' && Number(day.slice(0, 4)) >= SAINT_FRANCIS_SINCE)
  );
}
