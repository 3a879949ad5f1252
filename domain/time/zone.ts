/**
 * The only door between days and moments, and the only file of the domain that imports luxon.
 * The zone (an IANA name) is always an argument: the machine's own zone never matters.
 */
import { DateTime, IANAZone } from 'luxon';
import { type CivilDate, civilDateOf, dayOf, monthOf, yearOf } from './civil-date.js';
import { type Instant, instant } from './instant.js';

export const isZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/** The town's day at an instant. Throws `RangeError` on an unknown zone. */
export function civilDateAt(at: Instant, zone: string): CivilDate {
  const local = DateTime.fromMillis(at, { zone });
  if (!local.isValid) throw new RangeError(`unknown zone "${zone}"`);
  return civilDateOf(local.year, local.month, local.day);
}

/** Minutes since local midnight as the town's clock shows them (0–1439). */
export function minuteOfDayAt(at: Instant, zone: string): number {
  const local = DateTime.fromMillis(at, { zone });
  if (!local.isValid) throw new RangeError(`unknown zone "${zone}"`);
  return local.hour * 60 + local.minute;
}

/**
 * The instant at which the town's clock shows `minuteOfDay` (0–1439) of that day. Between 02:00 and
 * 03:00 of the two nights of the clock change an hour is missing or doubled: nothing is scheduled
 * between 00:30 and 04:00 (design §4), so callers never depend on the choice made there.
 */
export function instantAt(date: CivilDate, minuteOfDay: number, zone: string): Instant {
  const local = DateTime.fromObject(
    {
      year: yearOf(date),
      month: monthOf(date),
      day: dayOf(date),
      hour: Math.floor(minuteOfDay / 60),
      minute: minuteOfDay % 60,
    },
    { zone },
  );
  if (!local.isValid) throw new RangeError(`no instant for ${date} minute ${minuteOfDay} in "${zone}"`);
  return instant(local.toMillis());
}
