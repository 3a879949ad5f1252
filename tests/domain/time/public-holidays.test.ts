/** Against date-holidays, an independent table, where it is right; by hand where the law has just changed. */
import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, civilDateOf, weekdayOf } from '../../../domain/time/civil-date.js';
import { easterSunday, publicHolidays } from '../../../domain/time/public-holidays.js';

const oracle = new DateHolidays('IT');

/** Days that date-holidays calls public in Italy, without Easter Sunday: Sundays are closed anyway. */
const oraclesDays = (year: number): string[] =>
  oracle
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' && rule !== 'easter')
    .map(({ date }) => date.slice(0, 10));

/** L. 151/2025: 4 October is a holiday again from 2026. */
const saintFrancis = (year: number): string[] => (year >= 2026 ? [`${year}-10-04`] : []);

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('Easter', () => {
  it.each(between(2000, 2100))('Monday of %i is the one of date-holidays', (year) => {
    const monday = oracle
      .getHolidays(year)
      .find(({ rule }) => rule === 'easter 1')
      ?.date.slice(0, 10);
    expect(addDays(easterSunday(year), 1)).toBe(monday);
  });

  it('is a Sunday from 22 March to 25 April, in each year from 1900 to 2200', () => {
    for (const year of between(1900, 2200)) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= civilDateOf(year, 3, 22) && easter <= civilDateOf(year, 4, 25)).toBe(true);
    }
  });

  it.each([
    ['the earliest possible', 1818, '1818-03-22'],
    ['the latest possible', 1943, '1943-04-25'],
    ['the latest of this century', 2038, '2038-04-25'],
    ['on the night of the clock change', 2024, '2024-03-31'],
  ])('%s falls in %i on %s', (_, year, easter) => {
    expect(easterSunday(year)).toBe(easter);
  });
});

describe('public holidays', () => {
  it.each(between(2023, 2027))('of %i are those of date-holidays and, from 2026, 4 October', (year) => {
    expect(publicHolidays(year)).toEqual([...new Set([...oraclesDays(year), ...saintFrancis(year)])].sort());
  });

  it('of 2023 are these eleven', () => {
    expect(publicHolidays(2023)).toEqual([
      '2023-01-01',
      '2023-01-06',
      '2023-04-10',
      '2023-04-25',
      '2023-05-01',
      '2023-06-02',
      '2023-08-15',
      '2023-11-01',
      '2023-12-08',
      '2023-12-25',
      '2023-12-26',
    ]);
  });

  it.each([
    ['4 October before L. 151/2025', 2025, '10-04', false],
    ['4 October from 2026', 2026, '10-04', true],
    ['2 June before L. 336/2000', 2000, '06-02', false],
    ['2 June from 2001', 2001, '06-02', true],
    ['6 January while it was suppressed', 1985, '01-06', false],
    ['6 January from 1986', 1986, '01-06', true],
    ['19 March, suppressed in 1977', 2026, '03-19', false],
    ['4 November, suppressed in 1977', 2026, '11-04', false],
  ])('%s: in %i the day %s is one: %s', (_, year, monthAndDay, is) => {
    expect(publicHolidays(year).some((holiday) => holiday === `${year}-${monthAndDay}`)).toBe(is);
  });

  it('of a year in which Easter Monday is 25 April are still without a second entry to close', () => {
    expect(new Set(publicHolidays(2011)).size).toBe(10);
  });
});
