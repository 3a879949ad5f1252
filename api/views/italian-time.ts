/** Moments as people read them: the town's clock, 24 hours. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { numericDate } from '../../domain/time/italian-date.js';
import { civilDateAt, minuteOfDayAt } from '../../domain/time/zone.js';
import { italianDate } from '../../mail/italian-dates.js';

const two = (number: number): string => String(number).padStart(2, '0');

/** "08:12". `at` is town time. */
export function italianTime(at: Instant, zone: string): string {
  const minute = minuteOfDayAt(at, zone);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "venerdì 30 giugno 2023, ore 08:12". */
export const italianMoment = (at: Instant, zone: string): string =>
  `${italianDate(civilDateAt(at, zone))}, ore ${italianTime(at, zone)}`;

/** "30/06/2023": for narrow columns and CSV. */
export const shortDate = (date: CivilDate): string => numericDate(date);

/** "30/06/2023 08:12". */
export const shortMoment = (at: Instant, zone: string): string =>
  `${shortDate(civilDateAt(at, zone))} ${italianTime(at, zone)}`;

/** An account is of no town; ours are Italian. */
export const ACCOUNT_ZONE = 'Europe/Rome';
