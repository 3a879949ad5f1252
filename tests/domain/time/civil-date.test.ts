import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  epochDay,
  fromEpochDay,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  parseCivilDate,
  weekdayOf,
  yearOf,
} from '../../../domain/time/civil-date.js';

const MS_A_DAY = 86_400_000;
const day = civilDate;
const FIRST = epochDay(day('1900-01-01'));
const LAST = epochDay(day('2200-12-31'));
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromEpochDay);

describe('days from 1900 to 2200', () => {
  it('go round between parts, text and number of days, and agree with Date.UTC on each of the 109,938', () => {
    const wrong: string[] = [];
    for (let epoch = FIRST; epoch <= LAST; epoch++) {
      const date = fromEpochDay(epoch);
      const utc = new Date(epoch * MS_A_DAY);
      const same =
        date === utc.toISOString().slice(0, 10) &&
        epochDay(date) === epoch &&
        civilDateOf(yearOf(date), monthOf(date), dayOf(date)) === date &&
        weekdayOf(date) === (utc.getUTCDay() || 7);
      if (!same) wrong.push(`${epoch}: ${date}`);
    }
    expect(wrong).toEqual([]);
    expect(LAST - FIRST + 1).toBe(109_938);
  });

  it('compare as texts as they follow in time', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === epochDay(a) < epochDay(b)));
  });

  it('are as far apart as the days added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('lie in the week of their Monday, at most six days after it', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(weekdayOf(mondayOf(date))).toBe(1);
        expect(daysBetween(mondayOf(date), date)).toBe(weekdayOf(date) - 1);
      }),
    );
  });

  it('a year added and taken away gives the same day, or 28 February for the 29th', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const back = addMonths(addMonths(date, 12), -12);
        expect(back).toBe(date.endsWith('-02-29') ? date.replace('-29', '-28') : date);
      }),
    );
  });
});

describe('what is a day', () => {
  it.each(['2023-01-01', '2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])(
    '%s is',
    (text) => {
      expect(parseCivilDate(text)).toBe(text);
      expect(civilDate(text)).toBe(text);
    },
  );

  it.each([
    ['29 February of a year that has none', '2023-02-29'],
    ['29 February 1900, a century that is not a leap year', '1900-02-29'],
    ['31 June', '2023-06-31'],
    ['month 13', '2023-13-01'],
    ['month 0', '2023-00-10'],
    ['day 0', '2023-01-00'],
    ['the year 0', '0000-01-01'],
    ['the Italian order', '31/12/2023'],
    ['one digit for the month', '2023-1-01'],
    ['a moment', '2023-01-01T00:00:00Z'],
    ['something after it', '2023-01-01 '],
    ['a new line after it', '2023-01-01\n'],
    ['other digits', '２０２３-01-01'],
    ['nothing', ''],
  ])('%s is not: it reads as null, and throws with the value where it must be one', (_, text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow(`"${text}" is not a day of the calendar`);
  });
});

describe('months', () => {
  it.each([
    ['31 January and a month is 28 February', '2023-01-31', 1, '2023-02-28'],
    ['in a leap year 29 February', '2024-01-31', 1, '2024-02-29'],
    ['29 February and a year is 28 February', '2024-02-29', 12, '2025-02-28'],
    ['29 February and four years is 29 February', '2024-02-29', 48, '2028-02-29'],
    ['30 November and three months is 29 February of the next year', '2023-11-30', 3, '2024-02-29'],
    ['31 March less a month is 28 February', '2023-03-31', -1, '2023-02-28'],
    ['15 January less a month is in the year before', '2023-01-15', -1, '2022-12-15'],
    ['31 December and a month is 31 January', '2023-12-31', 1, '2024-01-31'],
  ])('%s', (_, from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2023, 4, 30],
    [2023, 12, 31],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
    expect(dayOf(lastDayOfMonth(year, month))).toBe(days);
  });

  it('throws on a month that does not exist', () => {
    expect(() => daysInMonth(2023, 13)).toThrow('month 13 does not exist');
  });
});
