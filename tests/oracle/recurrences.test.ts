import { describe, expect, test } from 'vitest';
import { after, duesOf, every, notices, planWith } from './written-plans.js';

const dues = (rule: string, dtstart?: string, year = 2023): string[] =>
  duesOf(planWith(year, every(rule, dtstart)));

const short = (rule: string): boolean =>
  notices(planWith(2023, every(rule))).every((line) => /due-day|late-3/.test(line));

describe('recurrences, by hand', () => {
  test('twice a year is due on 30 June and 31 December; each four months from March on 30 June and 31 October', () => {
    expect(dues('FREQ=MONTHLY;INTERVAL=6')).toEqual(['2023-06-30', '2023-12-31']);
    expect(dues('FREQ=MONTHLY;INTERVAL=4', '2023-03-01')).toEqual(['2023-06-30', '2023-10-31']);
  });

  test('monthly from 1 March makes ten occurrences with due-day and late-3, the last only due-day', () => {
    expect(notices(planWith(2023, every('FREQ=MONTHLY', '2023-03-01')))).toEqual([
      '2023-03-31 due-day',
      '2023-04-05 late-3',
      '2023-04-28 due-day',
      '2023-05-04 late-3',
      '2023-05-31 due-day',
      '2023-06-06 late-3',
      '2023-06-30 due-day',
      '2023-07-05 late-3',
      '2023-07-31 due-day',
      '2023-08-03 late-3',
      '2023-08-31 due-day',
      '2023-09-05 late-3',
      '2023-09-29 due-day',
      '2023-10-04 late-3',
      '2023-10-31 due-day',
      '2023-11-06 late-3',
      '2023-11-30 due-day',
      '2023-12-05 late-3',
      '2023-12-29 due-day',
    ]);
  });

  test('an occurrence due before notices begin makes nothing: approved on 3 July only 31 December is left', () => {
    expect(notices(planWith(2023, every('FREQ=MONTHLY;INTERVAL=6')), { approved: '2023-07-03' })).toEqual([
      '2023-12-01 first-notice',
      '2023-12-14 ten-days',
      '2023-12-27 three-days',
      '2023-12-29 due-day',
    ]);
  });

  test('each 15 days without a start ends on the 15th and 30th of January … and on 26 December: 24 times', () => {
    const days = dues('FREQ=DAILY;INTERVAL=15');
    expect(days.slice(0, 4)).toEqual(['2023-01-15', '2023-01-30', '2023-02-14', '2023-03-01']);
    expect(days.at(-1)).toBe('2023-12-26');
    expect(days).toHaveLength(24);
  });

  test('each two weeks from Wednesday 6 December 2023 ends on Sunday 17 and Sunday 31', () => {
    expect(dues('FREQ=WEEKLY;INTERVAL=2', '2023-12-06')).toEqual(['2023-12-17', '2023-12-31']);
  });

  test('each two weeks without a start counts from the week of 1 January 2023, a Sunday', () => {
    expect(dues('FREQ=WEEKLY;INTERVAL=2').slice(0, 2)).toEqual(['2023-01-08', '2023-01-22']);
  });

  test('Mondays and Fridays of each second week from Wednesday 6 December: not Monday 4', () => {
    const days = dues('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', '2023-12-06');
    expect(days).toEqual(['2023-12-08', '2023-12-18', '2023-12-22']);
  });

  test('the second Thursday from October 2023 is the 12th, 9 November and 14 December', () => {
    expect(dues('FREQ=MONTHLY;BYDAY=2TH', '2023-10-01')).toEqual(['2023-10-12', '2023-11-09', '2023-12-14']);
  });

  test('the 31st comes in seven months, the last day in twelve, 28 February in a common year', () => {
    expect(dues('FREQ=MONTHLY;BYMONTHDAY=31')).toEqual(
      ['01', '03', '05', '07', '08', '10', '12'].map((month) => `2023-${month}-31`),
    );
    expect(dues('FREQ=MONTHLY;BYMONTHDAY=-1')).toHaveLength(12);
    expect(dues('FREQ=MONTHLY;BYMONTHDAY=-1')[1]).toBe('2023-02-28');
  });

  test('the 15th after each quarter has the whole ladder: 15 April 2023, a Saturday, is due on Friday 14', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15';
    expect(dues(rule)).toEqual(['2023-01-15', '2023-04-15', '2023-07-15', '2023-10-15']);
    expect(notices(planWith(2023, every(rule, '2023-02-01')), { to: '2023-04-17' })).toEqual([
      '2023-03-16 first-notice',
      '2023-03-31 ten-days',
      '2023-04-12 three-days',
      '2023-04-14 due-day',
      '2023-04-17 late-1',
    ]);
  });

  test('once a year is 31 December; each two years it is not this year unless counted from last year', () => {
    expect(dues('FREQ=YEARLY')).toEqual(['2023-12-31']);
    expect(dues('FREQ=YEARLY;INTERVAL=2')).toEqual([]);
    expect(dues('FREQ=YEARLY;INTERVAL=2', '2022-01-10')).toEqual(['2023-12-31']);
    expect(dues('FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=20')).toEqual(['2023-05-20']);
    expect(dues('FREQ=YEARLY', '2023-03-01')).toEqual([]);
  });

  test('29 February makes an occurrence in 2024 and none in 2023', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29';
    expect([dues(rule), dues(rule, undefined, 2024)]).toEqual([[], ['2024-02-29']]);
  });

  test('what is monthly or can come twice in a month has the short ladder, what cannot has not', () => {
    const finer = ['DAILY;INTERVAL=30', 'WEEKLY;INTERVAL=4', 'MONTHLY;BYMONTHDAY=10,25', 'MONTHLY;BYDAY=2TH'];
    const twelve = 'YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=5';
    for (const rule of [...finer, twelve]) expect(short(`FREQ=${rule}`)).toBe(true);
    const coarser = ['DAILY;INTERVAL=31', 'WEEKLY;INTERVAL=5', 'MONTHLY;INTERVAL=2'];
    for (const rule of coarser) expect(short(`FREQ=${rule}`)).toBe(false);
  });
});

describe('relative terms, by hand', () => {
  const due = (offset: string, anchor: string, working = false, year = 2023): string[] =>
    duesOf(planWith(year, after(offset, anchor, working)));

  test('a month from 31 January is 28 February, a year from 29 February is 28 February', () => {
    expect(due('P1M', '2023-01-31')).toEqual(['2023-02-28']);
    expect(due('-P1M', '2023-03-31')).toEqual(['2023-02-28']);
    expect(due('P1Y', '2024-02-29', false, 2024)).toEqual(['2025-02-28']);
  });

  test('hours round up to days; weeks are seven days; a minus goes back', () => {
    expect(due('PT48H', '2023-05-10')).toEqual(['2023-05-12']);
    expect(due('PT36H', '2023-05-10')).toEqual(['2023-05-12']);
    expect(due('P2W', '2023-05-01')).toEqual(['2023-05-15']);
    expect(due('-P20D', '2023-05-31')).toEqual(['2023-05-11']);
  });

  test('working days skip 2 June and the weekends, both ways', () => {
    expect(due('P5D', '2023-05-31', true)).toEqual(['2023-06-08']);
    expect(due('-P5D', '2023-06-05', true)).toEqual(['2023-05-26']);
    expect(due('PT48H', '2023-06-09', true)).toEqual(['2023-06-13']);
  });
});
