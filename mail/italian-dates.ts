/** Days as they are written in a mail: with the weekday, and the year where it is a term. */

import { addDays, type CivilDate, dayOf, monthOf, weekdayOf, yearOf } from '../domain/time/civil-date.js';
import { ITALIAN_MONTHS } from '../domain/time/italian-months.js';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

/** "venerdì 30 giugno 2023". */
export const italianDate = (date: CivilDate): string => `${dayAndMonth(date)} ${yearOf(date)}`;

const dayAndMonth = (date: CivilDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1]} ${dayOf(date)} ${ITALIAN_MONTHS[monthOf(date) - 1]}`;

/** A day soon after `today`: "domani", else "lunedì 3 luglio". */
export const soonAfter = (today: CivilDate, day: CivilDate): string =>
  day === addDays(today, 1) ? 'domani' : dayAndMonth(day);
