/** Days as they are written in a mail: with the weekday, and the year where it is a term. */

import { addDays, type CivilDate } from '../domain/time/civil-date.js';
import { dayAndMonth, longDate } from '../domain/time/italian-date.js';

/** "venerdì 30 giugno 2023". */
export const italianDate = (date: CivilDate): string => longDate(date);

/** A day soon after `today`: "domani", else "lunedì 3 luglio". */
export const soonAfter = (today: CivilDate, day: CivilDate): string =>
  day === addDays(today, 1) ? 'domani' : dayAndMonth(day);
