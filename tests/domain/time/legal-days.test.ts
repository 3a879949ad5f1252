import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, fromEpochDay } from '../../../domain/time/civil-date.js';
import { afterHolidays, beforeHolidays, isLegalHoliday } from '../../../domain/time/legal-days.js';

describe('a term of the law that falls on a holiday', () => {
  it.each([
    ['2023-04-30', '2023-05-02', 'a Sunday, and 1 May after it'],
    ['2023-12-31', '2024-01-02', 'a Sunday, and New Year: into the next year'],
    ['2023-10-15', '2023-10-16', 'a Sunday'],
    ['2024-03-31', '2024-04-02', 'Easter and its Monday'],
    ['2024-06-30', '2024-07-01', 'a Sunday: into the next month'],
    ['2023-04-15', '2023-04-15', 'a Saturday, which is no holiday'],
    ['2023-09-30', '2023-09-30', 'a Saturday, which is no holiday'],
    ['2026-10-04', '2026-10-05', 'a Sunday, and San Francesco'],
    ['2027-10-04', '2027-10-05', 'a Monday, San Francesco, a holiday from 2026'],
    ['2024-10-04', '2024-10-04', 'San Francesco, not yet a holiday'],
    ['2023-06-29', '2023-06-29', 'Saints Peter and Paul, a holiday in Rome alone'],
    ['2023-11-04', '2023-11-04', '4 November, suppressed in 1977'],
  ])('%s becomes %s: %s', (day, due) => {
    expect(afterHolidays(civilDate(day))).toBe(due);
  });

  it.each([
    ['2024-01-01', '2023-12-30', 'New Year, after a Sunday'],
    ['2023-05-01', '2023-04-29', '1 May, after a Sunday'],
    ['2023-04-15', '2023-04-15', 'a Saturday'],
  ])('counted backwards %s becomes %s: %s', (day, due) => {
    expect(beforeHolidays(civilDate(day))).toBe(due);
  });

  it('moves to the nearest day that is none, on either side, in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), (epoch) => {
        const day = fromEpochDay(epoch);
        for (const [moved, step] of [
          [afterHolidays(day), 1],
          [beforeHolidays(day), -1],
        ] as const) {
          expect(isLegalHoliday(moved)).toBe(false);
          for (let one = day; one !== moved; one = addDays(one, step)) expect(isLegalHoliday(one)).toBe(true);
        }
      }),
    );
  });
});
