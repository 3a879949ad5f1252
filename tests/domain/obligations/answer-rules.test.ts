import { describe, expect, it } from 'vitest';
import {
  forecastRefusal,
  lastForecastDay,
  lateNoticesResume,
  linkExpiry,
  withdrawUntil,
} from '../../../domain/obligations/answer-rules.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const calendar = workingCalendar(DEFAULT_CLOSURES);
const patron: Closure = { kind: 'yearly', month: 9, day: 21 };
const day = civilDate;

describe('a forecast', () => {
  it.each([
    ['2023-06-29', '2023-06-28', 0, 'past'],
    ['2023-06-29', '2023-06-29', 0, null],
    ['2023-06-29', '2023-08-28', 0, null],
    ['2023-06-29', '2023-08-29', 0, 'too-far'],
    // Over the end of the year, a leap day, and both nights on which the clock changes.
    ['2023-12-20', '2024-02-18', 0, null],
    ['2023-12-20', '2024-02-19', 0, 'too-far'],
    ['2024-01-01', '2024-03-01', 0, null],
    ['2024-01-01', '2024-03-02', 0, 'too-far'],
    ['2023-03-01', '2023-04-30', 0, null],
    ['2023-09-15', '2023-11-14', 0, null],
    // Renewed once by whoever owes it, and then no more; by the Segretario again and again.
    ['2023-06-29', '2023-07-10', 1, null],
    ['2023-06-29', '2023-07-10', 2, 'renewed-already'],
    ['2023-06-29', '2023-07-10', 9, 'renewed-already'],
    ['2023-06-29', '2023-07-10', null, null],
    ['2023-06-29', '2023-09-10', null, 'too-far'],
  ])('given on %s for %s, %s given before: %s', (today, forecast, given, refusal) => {
    expect(forecastRefusal({ today: day(today), forecast: day(forecast), given })).toBe(refusal);
  });

  it('may lie 60 days ahead: from 29 June to 28 August', () => {
    expect(lastForecastDay(day('2023-06-29'))).toBe('2023-08-28');
  });
});

describe('late notices go on', () => {
  it.each([
    // A Friday: on Monday. The eve of Ferragosto: on the 16th. The end of the year: on 2 January.
    ['2023-06-30', '2023-07-14', '2023-07-17'],
    ['2023-06-30', '2023-08-14', '2023-08-16'],
    ['2023-11-30', '2023-12-29', '2024-01-02'],
    ['2023-11-30', '2024-01-05', '2024-01-08'],
    // Easter Monday is no working day.
    ['2023-03-01', '2023-04-07', '2023-04-11'],
    // A forecast before the term puts nothing off.
    ['2023-06-30', '2023-06-20', '2023-07-03'],
    ['2023-06-30', '2023-06-30', '2023-07-03'],
  ])('of what is due on %s, with the forecast %s, on %s', (due, forecast, resume) => {
    expect(lateNoticesResume(day(due), day(forecast), calendar)).toBe(resume);
  });

  it('never where there is no term', () => {
    expect(lateNoticesResume(null, day('2023-07-14'), calendar)).toBeNull();
  });
});

describe('an answer may be withdrawn', () => {
  it.each([
    ['2023-06-29', '2023-07-06'],
    ['2023-06-30', '2023-07-07'],
    // Given on a Sunday: from Monday on it counts five.
    ['2023-07-02', '2023-07-07'],
    // Over Christmas, over 1 and 6 January, over 25 April and 1 May.
    ['2023-12-22', '2024-01-03'],
    ['2023-12-29', '2024-01-08'],
    ['2023-04-24', '2023-05-03'],
    // The nights on which the clock changes cost or give no day.
    ['2023-03-24', '2023-03-31'],
    ['2023-10-27', '2023-11-06'],
  ])('given on %s until %s', (answered, until) => {
    expect(withdrawUntil(day(answered), calendar)).toBe(until);
  });

  it('a day longer where the offices are closed for the patron saint', () => {
    const closed = workingCalendar([...DEFAULT_CLOSURES, patron]);
    expect(withdrawUntil(day('2023-09-18'), closed)).toBe('2023-09-26');
  });
});

it('a link opens its page for 60 days: that of 29 June until 28 August included', () => {
  expect(linkExpiry(day('2023-06-29'))).toBe('2023-08-28');
});
