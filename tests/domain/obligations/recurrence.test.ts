/** Recurring terms of plans: on the rule's day, else on the last day of each period (design §3). */
import { describe, expect, it } from 'vitest';
import { occurrences } from '../../../domain/obligations/recurrence.js';
import { isFrequent, mostTimesAYear } from '../../../domain/obligations/recurrence-frequency.js';
import { parseRecurrenceRule, type RecurrenceRule } from '../../../domain/obligations/recurrence-rule.js';
import { civilDate } from '../../../domain/time/civil-date.js';

function rule(text: string): RecurrenceRule {
  const read = parseRecurrenceRule(text);
  if (read === null) throw new Error(`${text} was not read`);
  return read;
}

/** `06-30` of each occurrence of 2023; with its year where that is another. */
const daysOf = (text: string, dtstart: string | null = null): string[] =>
  occurrences(rule(text), dtstart === null ? null : civilDate(dtstart), 2023).map((day) =>
    day.replace(/^2023-/, ''),
  );

const MONTH_ENDS = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31';

describe('the last day of each period', () => {
  it.each([
    ['every month', 'FREQ=MONTHLY', null, MONTH_ENDS],
    ['every month from March', 'FREQ=MONTHLY', '2023-03-01', MONTH_ENDS.slice(12)],
    [
      'every month from the middle of March: March still ends after it',
      'FREQ=MONTHLY',
      '2023-03-15',
      MONTH_ENDS.slice(12),
    ],
    ['every two months', 'FREQ=MONTHLY;INTERVAL=2', null, '02-28 04-30 06-30 08-31 10-31 12-31'],
    ['every quarter', 'FREQ=MONTHLY;INTERVAL=3', null, '03-31 06-30 09-30 12-31'],
    ['every four months', 'FREQ=MONTHLY;INTERVAL=4', null, '04-30 08-31 12-31'],
    ['every half-year', 'FREQ=MONTHLY;INTERVAL=6', null, '06-30 12-31'],
    [
      'every half-year from March: the second ends in February, and makes none',
      'FREQ=MONTHLY;INTERVAL=6',
      '2023-03-01',
      '08-31',
    ],
    ['every year', 'FREQ=YEARLY', null, '12-31'],
    ['every year from March ends in the next', 'FREQ=YEARLY', '2023-03-01', ''],
    ['every other year', 'FREQ=YEARLY;INTERVAL=2', null, ''],
    [
      'every 30 days',
      'FREQ=DAILY;INTERVAL=30',
      null,
      '01-30 03-01 03-31 04-30 05-30 06-29 07-29 08-28 09-27 10-27 11-26 12-26',
    ],
    ['every 15 days from 1 November', 'FREQ=DAILY;INTERVAL=15', '2023-11-01', '11-15 11-30 12-15 12-30'],
    [
      'every five weeks from the week of 1 January, a Sunday',
      'FREQ=WEEKLY;INTERVAL=5',
      null,
      '01-29 03-05 04-09 05-14 06-18 07-23 08-27 10-01 11-05 12-10',
    ],
    ['every two weeks from Wednesday 6 December', 'FREQ=WEEKLY;INTERVAL=2', '2023-12-06', '12-17 12-31'],
    ['every week from Monday 18 December', 'FREQ=WEEKLY', '2023-12-18', '12-24 12-31'],
  ])('%s', (_, text, dtstart, days) => {
    expect(daysOf(text, dtstart).join(' ')).toBe(days);
  });

  it('every day is each of the 365', () => {
    expect(daysOf('FREQ=DAILY')).toHaveLength(365);
  });

  it('a start in another year counts from there', () => {
    expect(daysOf('FREQ=MONTHLY;INTERVAL=5', '2022-11-01')).toEqual(['03-31', '08-31']);
    expect(daysOf('FREQ=MONTHLY', '2024-02-01')).toEqual([]);
  });
});

describe('the day of the rule', () => {
  it.each([
    ['the 10th of each month', 'FREQ=MONTHLY;BYMONTHDAY=10', '2023-10-11', '11-10 12-10'],
    [
      'the 10th and 25th of every other month',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10,25',
      '2023-08-20',
      '08-25 10-10 10-25 12-10 12-25',
    ],
    [
      'the 31st: months without it make none',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      null,
      '01-31 03-31 05-31 07-31 08-31 10-31 12-31',
    ],
    ['the 29th of February makes none in 2023', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', null, ''],
    ['the last day of each month', 'FREQ=MONTHLY;BYMONTHDAY=-1', null, MONTH_ENDS],
    ['the second Thursday of each month', 'FREQ=MONTHLY;BYDAY=2TH', '2023-09-01', '09-14 10-12 11-09 12-14'],
    ['the last Friday of each month', 'FREQ=MONTHLY;BYDAY=-1FR', '2023-10-01', '10-27 11-24 12-29'],
    ['the fifth Monday where there is one', 'FREQ=MONTHLY;BYDAY=5MO', null, '01-30 05-29 07-31 10-30'],
    ['Mondays and Fridays', 'FREQ=WEEKLY;BYDAY=MO,FR', '2023-12-20', '12-22 12-25 12-29'],
    [
      'Mondays and Fridays of every other week',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
      '2023-12-06',
      '12-08 12-18 12-22',
    ],
    ['Mondays in August', 'FREQ=WEEKLY;BYDAY=MO;BYMONTH=8', null, '08-07 08-14 08-21 08-28'],
    ['16 June of each year', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16', null, '06-16'],
    ['the end of June of each year', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1', null, '06-30'],
    ['June of each year, without a day', 'FREQ=YEARLY;BYMONTH=6', null, '06-30'],
    [
      'the 15th after each quarter',
      'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15',
      null,
      '01-15 04-15 07-15 10-15',
    ],
    [
      'the 15th of each month, said of the year',
      'FREQ=YEARLY;BYMONTHDAY=15',
      '2023-10-01',
      '10-15 11-15 12-15',
    ],
    ['the second Sunday of May', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU', null, '05-14'],
    [
      'every other year from 2022',
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYMONTHDAY=15',
      '2022-01-01',
      '2022-09-15',
    ],
    ['Friday the 13th', 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', null, '01-13 10-13'],
    [
      'every working weekday, said of the day',
      'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
      '2023-12-28',
      '12-28 12-29',
    ],
    ['the 15th, said of the day', 'FREQ=DAILY;BYMONTHDAY=15;BYMONTH=3,4', null, '03-15 04-15'],
    ['every day of the last week of the year, by its start', 'FREQ=DAILY', '2023-12-30', '12-30 12-31'],
    ['one day named twice comes once', 'FREQ=MONTHLY;BYMONTHDAY=-1,31', '2023-12-01', '12-31'],
  ])('%s', (_, text, dtstart, days) => {
    expect(daysOf(text, dtstart).join(' ')).toBe(days);
  });
});

describe('monthly or finer, so that only due-day and late-3 are left', () => {
  it.each([
    ['FREQ=DAILY', true],
    ['FREQ=DAILY;INTERVAL=15', true],
    ['FREQ=DAILY;INTERVAL=30', true],
    ['FREQ=DAILY;INTERVAL=31', false],
    ['FREQ=DAILY;BYMONTHDAY=15', true],
    ['FREQ=DAILY;BYMONTHDAY=15;BYMONTH=3', false],
    ['FREQ=WEEKLY', true],
    ['FREQ=WEEKLY;INTERVAL=4', true],
    ['FREQ=WEEKLY;INTERVAL=5', false],
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=MO,FR', true],
    ['FREQ=MONTHLY', true],
    ['FREQ=MONTHLY;BYMONTHDAY=10', true],
    ['FREQ=MONTHLY;BYMONTHDAY=31', true],
    ['FREQ=MONTHLY;BYDAY=5MO', true],
    ['FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=10', false],
    ['FREQ=MONTHLY;INTERVAL=2', false],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10,25', true],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=MO', true],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', false],
    ['FREQ=MONTHLY;INTERVAL=6', false],
    ['FREQ=YEARLY', false],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15', false],
    ['FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=5', true],
    ['FREQ=YEARLY;BYMONTHDAY=15', true],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15', true],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=2SU', false],
  ])('%s: %s', (text, frequent) => {
    expect(isFrequent(rule(text))).toBe(frequent);
  });

  it.each([
    ['FREQ=DAILY', 366],
    ['FREQ=DAILY;INTERVAL=15', 25],
    ['FREQ=WEEKLY;BYDAY=MO,FR', 106],
    ['FREQ=MONTHLY;INTERVAL=5', 3],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15', 2],
  ])('%s comes at most %i times a year', (text, times) => {
    expect(mostTimesAYear(rule(text))).toBe(times);
    expect(daysOf(text).length).toBeLessThanOrEqual(times);
  });
});

describe('what is no rule of a plan', () => {
  it.each([
    '',
    'FREQ=HOURLY',
    'INTERVAL=2',
    'FREQ=MONTHLY;INTERVAL=0',
    'FREQ=MONTHLY;INTERVAL=-1',
    'FREQ=MONTHLY;INTERVAL=2,3',
    'FREQ=MONTHLY;INTERVAL=1.5',
    'FREQ=MONTHLY;FREQ=DAILY',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYDAY=XX',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=MONTHLY;COUNT=3',
    'FREQ=MONTHLY;UNTIL=20231231',
    'FREQ=MONTHLY;',
    'FREQ',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=WEEKLY;BYMONTHDAY=2',
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYDAY=2MO',
    'ogni mese',
  ])('"%s"', (text) => {
    expect(parseRecurrenceRule(text)).toBeNull();
  });

  it('is not the prefix, nor small letters: those are read', () => {
    expect(parseRecurrenceRule('RRULE:freq=monthly;interval=6')).toEqual(rule('FREQ=MONTHLY;INTERVAL=6'));
  });
});
