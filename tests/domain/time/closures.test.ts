import { describe, expect, it } from 'vitest';
import { civilDate, type Weekday } from '../../../domain/time/civil-date.js';
import { closedDays, nthWeekday } from '../../../domain/time/closures.js';

const day = civilDate;

describe('the patron saint by rule', () => {
  it.each([
    [2023, '2023-10-08'],
    [2024, '2024-10-13'],
    [2025, '2025-10-12'],
    [2026, '2026-10-11'],
    [2027, '2027-10-10'],
    [2028, '2028-10-08'],
  ])('"second Sunday of October" falls in %i on %s', (year, date) => {
    expect(closedDays({ kind: 'nth-weekday', nth: 2, weekday: 7, month: 10 }, year)).toEqual([date]);
  });

  it.each([
    ['the first Monday of a month that begins on one', 2024, 1, 1, 1, '2024-01-01'],
    ['the fifth Monday where there is one', 2024, 1, 5, 1, '2024-01-29'],
    ['the fifth Monday where there is none', 2024, 2, 5, 1, null],
    ['the last Monday', 2024, 2, -1, 1, '2024-02-26'],
    ['the last Thursday, 29 February', 2024, 2, -1, 4, '2024-02-29'],
    ['the last but one Sunday', 2023, 12, -2, 7, '2023-12-24'],
    ['the fifth Sunday from the end where there is one', 2023, 12, -5, 7, '2023-12-03'],
    ['the fifth Saturday from the end where there is none', 2023, 11, -5, 6, null],
    ['no such thing as the zeroth', 2023, 11, 0, 6, null],
  ])('%s', (_, year, month, nth, weekday, date) => {
    expect(nthWeekday(year, month, nth, weekday as Weekday)).toBe(date);
  });
});

describe('other closures', () => {
  it('a weekday is every one of the year: 53 Saturdays in 2022', () => {
    const saturdays = closedDays({ kind: 'weekday', weekday: 6 }, 2022);
    expect(saturdays).toHaveLength(53);
    expect([saturdays[0], saturdays.at(-1)]).toEqual(['2022-01-01', '2022-12-31']);
  });

  it('a day of the year is each year, 29 February in leap years only', () => {
    const patron = { kind: 'yearly', month: 2, day: 29 } as const;
    expect(closedDays(patron, 2024)).toEqual(['2024-02-29']);
    expect(closedDays(patron, 2023)).toEqual([]);
  });

  it('a stretch over New Year closes its days in both years', () => {
    const stretch = { kind: 'days', from: day('2023-12-27'), to: day('2024-01-05') } as const;
    expect(closedDays(stretch, 2023)).toEqual([
      '2023-12-27',
      '2023-12-28',
      '2023-12-29',
      '2023-12-30',
      '2023-12-31',
    ]);
    expect(closedDays(stretch, 2024)).toHaveLength(5);
    expect(closedDays(stretch, 2025)).toEqual([]);
  });

  it('a stretch that ends before it begins closes nothing', () => {
    expect(closedDays({ kind: 'days', from: day('2023-08-20'), to: day('2023-08-14') }, 2023)).toEqual([]);
  });
});
