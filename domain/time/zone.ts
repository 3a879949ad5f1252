/**
 * The only door between days and moments, and the only file of the domain that imports luxon.
 * The zone (an IANA name) is always an argument: the machine's own zone never matters.
 */
import { DateTime } from 'luxon';
import { type CivilDate, civilDateOf, dayOf, epochDay, fromEpochDay, monthOf, yearOf } from './civil-date.js';
import { type Instant, instant } from './instant.js';
import { DAY_MS, plainOffset } from './zone-days.js';

/** The town's day at an instant. Throws `RangeError` on an unknown zone. */
export function civilDateAt(at: Instant, zone: string): CivilDate {
  const offset = plainOffset(Math.floor(at / DAY_MS), zone, offsetAt);
  if (offset !== null) return fromEpochDay(Math.floor((at + offset) / DAY_MS));
  const local = localAt(at, zone);
  return civilDateOf(local.year, local.month, local.day);
}

/** Minutes since local midnight as the town's clock shows them (0–1439). */
export function minuteOfDayAt(at: Instant, zone: string): number {
  const local = localAt(at, zone);
  return local.hour * 60 + local.minute;
}

/**
 * The instant at which the town's clock shows `minuteOfDay` (0–1439) of that day. Between 02:00 and
 * 03:00 of the two nights of the clock change an hour is missing or doubled: nothing is scheduled
 * between 00:30 and 04:00 (design §4), so callers never depend on the choice made there.
 */
export function instantAt(date: CivilDate, minuteOfDay: number, zone: string): Instant {
  const day = epochDay(date);
  const offset = plainOffset(day, zone, offsetAt);
  if (offset !== null && minuteOfDay >= 0 && minuteOfDay < 1440)
    return instant(day * DAY_MS + minuteOfDay * 60_000 - offset);
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

function localAt(at: Instant, zone: string): DateTime<true> {
  const local = DateTime.fromMillis(at, { zone });
  if (!local.isValid) throw new RangeError(`unknown zone "${zone}"`);
  return local;
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
const offsetAt = (at: number, zone: string): number => localAt(instant(at), zone).offset * 60_000;
