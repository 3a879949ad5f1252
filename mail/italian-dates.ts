/** Days as they are written in a mail: always with the weekday and the year. */
import { type CivilDate, dayOf, monthOf, weekdayOf, yearOf } from '../domain/time/civil-date.js';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;
const MONTHS = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

/** "venerdì 30 giugno 2023". */
export const italianDate = (date: CivilDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1]} ${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
