import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  epochDay,
  fromEpochDay,
  mondayOf,
  weekdayOf,
} from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { publicHolidays } from '../../../domain/time/public-holidays.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const day = civilDate;
const calendar = workingCalendar(DEFAULT_CLOSURES);
/** Offices closed for Ferragosto and the week around it. */
const closedInAugust = workingCalendar([
  ...DEFAULT_CLOSURES,
  { kind: 'days', from: day('2023-08-14'), to: day('2023-08-20') },
]);

describe('working days', () => {
  it.each([
    ['a Wednesday', '2023-06-28', true],
    ['a Saturday, offices closed', '2023-04-15', false],
    ['a Sunday', '2023-04-30', false],
    ['Liberation Day, a Tuesday', '2023-04-25', false],
    ['Easter Monday 2023', '2023-04-10', false],
    ['Good Friday', '2023-04-07', true],
    ['29 February 2024, a Thursday', '2024-02-29', true],
    ['New Year 2024, a Monday', '2024-01-01', false],
    ['31 December 2024, a Tuesday', '2024-12-31', true],
    ['Monday 4 October 2027', '2027-10-04', false],
    ['Friday 4 October 2024', '2024-10-04', true],
    ['the day after the short night, a Monday', '2026-03-30', true],
    ['the day after the long night, a Monday', '2026-10-26', true],
  ])('%s (%s): %s', (_, date, works) => {
    expect(calendar.isWorkingDay(day(date))).toBe(works);
  });

  it('includes Saturdays in a town that works on them', () => {
    expect(workingCalendar([]).isWorkingDay(day('2023-04-15'))).toBe(true);
  });

  it.each([
    ['the 1st after a Sunday before a holiday', '2023-04-30', 1, '2023-05-02'],
    ['the 3rd after a Sunday before a holiday', '2023-04-30', 3, '2023-05-04'],
    ['the 1st after a holiday', '2023-04-25', 1, '2023-04-26'],
    ['the 7th after a holiday, over 1 May', '2023-04-25', 7, '2023-05-05'],
    ['the 1st after a Saturday', '2023-09-30', 1, '2023-10-02'],
    ['the 8th after a Saturday', '2023-09-30', 8, '2023-10-11'],
    ['the 1st after a working day does not count that day', '2023-06-29', 1, '2023-06-30'],
    ['the 1st after 31 December 2023', '2023-12-31', 1, '2024-01-02'],
    ['the 4th after New Year, Epiphany being a Saturday', '2024-01-01', 4, '2024-01-05'],
    ['the 1st after 28 February 2024', '2024-02-28', 1, '2024-02-29'],
  ])('%s is %s + %i = %s', (_, date, n, after) => {
    expect(calendar.after(day(date), n)).toBe(after);
  });

  it.each([
    ['the 1st before a Sunday', '2023-04-30', 1, '2023-04-28'],
    ['the 3rd before a Sunday', '2023-04-30', 3, '2023-04-26'],
    ['the 10th before a Sunday, over 25 April', '2023-04-30', 10, '2023-04-14'],
    ['the 3rd before a holiday', '2023-04-25', 3, '2023-04-20'],
    ['the 1st before Easter Monday', '2023-04-10', 1, '2023-04-07'],
    ['the 1st before a Saturday', '2023-09-30', 1, '2023-09-29'],
    ['the 10th before New Year, over Christmas', '2024-01-01', 10, '2023-12-14'],
    ['the 1st before a working day does not count that day', '2023-06-30', 1, '2023-06-29'],
  ])('%s is %s - %i = %s', (_, date, n, before) => {
    expect(calendar.before(day(date), n)).toBe(before);
  });

  it.each([0, -1])('throws when asked for the working day number %i', (n) => {
    expect(() => calendar.after(day('2023-06-30'), n)).toThrow(RangeError);
    expect(() => calendar.before(day('2023-06-30'), n)).toThrow(RangeError);
  });

  it('throws in a town that never works, rather than look for ever', () => {
    const never = workingCalendar(
      ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ kind: 'weekday', weekday })),
    );
    expect(() => never.onOrAfter(day('2023-06-30'))).toThrow('no working day within a year of 2023-06-29');
    expect(() => never.onOrBefore(day('2023-06-30'))).toThrow(RangeError);
  });

  it('knows the last year that days have, 9999, and ends there', () => {
    expect(calendar.between(day('9999-12-06'), day('9999-12-31'))).toBe(18);
    expect(calendar.onOrBefore(day('9999-12-26'))).toBe('9999-12-24');
  });

  it('counts none between a Friday and the Sunday after it, one up to Monday', () => {
    expect(calendar.between(day('2023-06-30'), day('2023-07-02'))).toBe(0);
    expect(calendar.between(day('2023-06-30'), day('2023-07-03'))).toBe(1);
    expect(calendar.between(day('2023-07-03'), day('2023-06-30'))).toBe(0);
  });
});

describe('the first working day of the week', () => {
  it.each([
    ['a Monday', '2023-06-26', true],
    ['a Tuesday after a Monday that works', '2023-06-27', false],
    ['the Tuesday after Easter Monday', '2023-04-11', true],
    ['Easter Monday itself', '2023-04-10', false],
    ['the Tuesday after 1 May', '2023-05-02', true],
    ['Wednesday 27 December 2023, after two holidays', '2023-12-27', true],
    ['Sunday, in a week that has had its first', '2023-07-02', false],
  ])('%s (%s): %s', (_, date, first) => {
    expect(calendar.isFirstOfWeek(day(date))).toBe(first);
  });

  it('is none in a week wholly closed, and the Monday after it is the first of its own week only', () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day('2023-08-14'), index));
    expect(week.filter((one) => closedInAugust.isFirstOfWeek(one))).toEqual([]);
    expect(closedInAugust.isFirstOfWeek(day('2023-08-21'))).toBe(true);
    expect(closedInAugust.isFirstOfWeek(day('2023-08-22'))).toBe(false);
  });

  it.each([
    ['1 June', '2023-06-01', true],
    ['Monday 3 July, 1 July being a Saturday', '2023-07-03', true],
    ['Tuesday 2 May', '2023-05-02', true],
    ['Monday 2 January', '2023-01-02', true],
    ['Tuesday 3 January', '2023-01-03', false],
  ])('of the month: %s (%s): %s', (_, date, first) => {
    expect(calendar.isFirstOfMonth(day(date))).toBe(first);
  });
});

describe('any day', () => {
  const anyDay = fc
    .integer({ min: epochDay(day('2000-01-01')), max: epochDay(day('2060-12-31')) })
    .map(fromEpochDay);

  it('the n-th working day after it has n working days up to it, works, and is n - 1 after the first', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const after = calendar.after(date, n);
        expect(calendar.isWorkingDay(after)).toBe(true);
        expect(calendar.between(date, after)).toBe(n);
        expect(calendar.onOrBefore(calendar.before(after, n))).toBe(calendar.onOrBefore(date));
      }),
    );
  });

  it('works unless it is a Saturday, a Sunday or a public holiday', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const closed = weekdayOf(date) >= 6 || publicHolidays(Number(date.slice(0, 4))).includes(date);
        expect(calendar.isWorkingDay(date)).toBe(!closed);
      }),
    );
  });

  it('lies in a week that has exactly one first working day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const week = Array.from({ length: 7 }, (_, index) => addDays(mondayOf(date), index));
        expect(week.filter((one) => calendar.isFirstOfWeek(one))).toHaveLength(1);
      }),
    );
  });
});
