/** Days as Italian writes them. */
import { type CivilDate, dayOf, monthOf, weekdayOf, yearOf } from './civil-date.js';
import { ITALIAN_MONTHS } from './italian-months.js';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** "venerdì 30 giugno". */
export const dayAndMonth = (date: CivilDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1]} ${dayOf(date)} ${ITALIAN_MONTHS[monthOf(date) - 1]}`;

/** "venerdì 30 giugno 2023". */
export const longDate = (date: CivilDate): string => `${dayAndMonth(date)} ${yearOf(date)}`;

/** "30/06/2023": for narrow columns. */
export const numericDate = (date: CivilDate): string =>
  `${two(dayOf(date))}/${two(monthOf(date))}/${yearOf(date)}`;
