import { describe, expect, it } from 'vitest';
import { readDeadlines } from '../../../domain/reading/read-deadlines.js';
import { cardinal, roman } from '../../../domain/reading/words/numerals.js';
import {
  addDays,
  type CivilDate,
  civilDate,
  dayOf,
  monthOf,
  yearOf,
} from '../../../domain/time/civil-date.js';

const MONTHS =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
const SHORT = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ');
const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];

const LEAP_YEAR = 2028;
const DAYS: readonly CivilDate[] = Array.from({ length: 366 }, (_, index) =>
  addDays(civilDate(`${LEAP_YEAR}-01-01`), index),
);

const two = (number: number): string => String(number).padStart(2, '0');
const name = (day: CivilDate): string => MONTHS[monthOf(day) - 1] ?? '';
const short = (day: CivilDate): string => SHORT[monthOf(day) - 1] ?? '';
const words = (day: CivilDate): string => (dayOf(day) === 1 ? 'primo' : cardinal(dayOf(day)));
const yy = (day: CivilDate): string => two(yearOf(day) % 100);

/** How a day is written, year included; every day of a leap year is written so and read back. */
const NOTATIONS: Readonly<Record<string, (day: CivilDate) => string>> = {
  '31/12/2028': (day) => `${two(dayOf(day))}/${two(monthOf(day))}/${yearOf(day)}`,
  '1/2/2028': (day) => `${dayOf(day)}/${monthOf(day)}/${yearOf(day)}`,
  '31.12.2028': (day) => `${two(dayOf(day))}.${two(monthOf(day))}.${yearOf(day)}`,
  '31-12-28': (day) => `${two(dayOf(day))}-${two(monthOf(day))}-${yy(day)}`,
  '31/12/28': (day) => `${two(dayOf(day))}/${two(monthOf(day))}/${yy(day)}`,
  '31. 12. 2028': (day) => `${dayOf(day)}. ${monthOf(day)}. ${yearOf(day)}`,
  '2028-12-31': (day) => day,
  '31.XII.2028': (day) => `${dayOf(day)}.${roman(monthOf(day)).toUpperCase()}.${yearOf(day)}`,
  '31-dic-28': (day) => `${dayOf(day)}-${short(day)}-${yy(day)}`,
  '31 dic. 2028': (day) => `${dayOf(day)} ${short(day)}. ${yearOf(day)}`,
  '31 dicembre 2028': (day) => `${dayOf(day)} ${name(day)} ${yearOf(day)}`,
  '31dicembre2028': (day) => `${dayOf(day)}${name(day)}${yearOf(day)}`,
  '31° dicembre 2028': (day) => `${dayOf(day)}° ${name(day)} ${yearOf(day)}`,
  '31 DICEMBRE 2028': (day) => `${dayOf(day)} ${name(day)} ${yearOf(day)}`.toUpperCase(),
  'trentuno dicembre 2028': (day) => `${words(day)} ${name(day)} ${yearOf(day)}`,
  "31 dicembre '28": (day) => `${dayOf(day)} ${name(day)} '${yy(day)}`,
  "31 dicembre dell'anno 2028": (day) => `${dayOf(day)} ${name(day)} dell'anno 2028`,
};

describe.each(Object.entries(NOTATIONS))('written as "%s"', (_, written) => {
  it('every day of 2028 is read back after "entro il", whatever the assumed year', () => {
    const misread = DAYS.filter((day) => {
      const items = readDeadlines(`Consegna degli atti entro il ${written(day)}`, 2025);
      return items.length !== 1 || items[0]?.kind !== 'date' || items[0].date !== day;
    });
    expect(misread).toEqual([]);
  });

  it('every day of 2028 is read back alone in its cell', () => {
    const misread = DAYS.filter(
      (day) => readDeadlines(`Verifica | ${written(day)} | 20%`, 2025)[0]?.date !== day,
    );
    expect(misread).toEqual([]);
  });
});

describe('without a year', () => {
  it.each([
    ['31/12', (day: CivilDate) => `${two(dayOf(day))}/${two(monthOf(day))}`],
    ['31.12', (day: CivilDate) => `${two(dayOf(day))}.${two(monthOf(day))}`],
    ['31 dicembre', (day: CivilDate) => `${dayOf(day)} ${name(day)}`],
    ['trentuno dicembre', (day: CivilDate) => `${words(day)} ${name(day)}`],
    ['31 dic.', (day: CivilDate) => `${dayOf(day)} ${short(day)}.`],
  ])('"%s" takes the assumed year, every day of 2028', (_, written) => {
    const misread = DAYS.filter(
      (day) => readDeadlines(`Rata entro il ${written(day)}`, LEAP_YEAR)[0]?.date !== day,
    );
    expect(misread).toEqual([]);
  });

  it.each(WEEKDAYS)('"%s" before the day changes nothing, nor does an hour', (weekday) => {
    for (const day of DAYS.filter((one) => dayOf(one) % 7 === 3)) {
      const text = `Offerte entro le ore 12:00 di ${weekday} ${dayOf(day)} ${name(day)}`;
      expect(readDeadlines(text, LEAP_YEAR)).toMatchObject([{ kind: 'date', date: day, time: '12:00' }]);
    }
  });
});
