/**
 * Days far from every change of a zone's clocks, worked out once: the calendar of a year asks for the same few
 * hundred days many thousands of times, and looking them up in the zone's tables is dear.
 */
export const DAY_MS = 86_400_000;

/** By zone, by days since 1970: the offset from UTC of that day and its neighbours; `null` where they differ. */
const known = new Map<string, Map<number, number | null>>();

/**
 * The one offset from UTC (milliseconds) that holds from a day before that UTC day until a day after it, so on
 * whichever side of UTC the zone lies it holds in all of its own day too; `null` when clocks change in between.
 * No zone changes them twice within three days.
 */
export function plainOffset(
  day: number,
  zone: string,
  offsetAt: (at: number, zone: string) => number,
): number | null {
  const days = known.get(zone) ?? new Map<number, number | null>();
  const found = days.get(day);
  if (found !== undefined) return found;
  const before = offsetAt((day - 1) * DAY_MS, zone);
  const offset = before === offsetAt((day + 2) * DAY_MS, zone) ? before : null;
  known.set(zone, days.set(day, offset));
  return offset;
}
