import { describe, expect, test } from 'vitest';
import { italianClosed } from './calendar.js';
import { by, notices, objective, planOf, planWith, sector, told, within } from './written-plans.js';

/** The weekdays were read off a printed calendar; the comments name those that matter. */
describe('the ladder, by hand', () => {
  test('Thursday 15 June 2023 has twelve rungs; 2 June is no working day, so ten-days is 31 May', () => {
    expect(notices(planWith(2023, by('2023-06-15')))).toEqual([
      '2023-05-16 first-notice',
      '2023-05-31 ten-days',
      '2023-06-12 three-days',
      '2023-06-15 due-day',
      '2023-06-16 late-1',
      '2023-06-20 late-3',
      '2023-06-26 late-7 secretary',
      '2023-06-27 late-8',
      '2023-06-27 late-8 mayor',
      '2023-07-03 weekly-1',
      '2023-07-10 weekly-2',
      '2023-07-17 weekly-3',
      '2023-07-24 weekly-4',
    ]);
  });

  test('Sunday 2 July 2023: due-day moves back to Friday 30 June, first-notice from 2 June to 1 June', () => {
    expect(notices(planWith(2023, by('2023-07-02')), { to: '2023-07-17' })).toEqual([
      '2023-06-01 first-notice',
      '2023-06-19 ten-days',
      '2023-06-28 three-days',
      '2023-06-30 due-day',
      '2023-07-03 late-1',
      '2023-07-05 late-3',
      '2023-07-11 late-7 secretary',
      '2023-07-12 late-8',
      '2023-07-12 late-8 mayor',
      '2023-07-17 weekly-1',
    ]);
  });

  test('Easter Monday 10 April 2023: due-day is Friday 7; weekly-2 is Tuesday 2 May, after the holiday', () => {
    expect(notices(planWith(2023, by('2023-04-10')))).toEqual([
      '2023-03-10 first-notice',
      '2023-03-27 ten-days',
      '2023-04-05 three-days',
      '2023-04-07 due-day',
      '2023-04-11 late-1',
      '2023-04-13 late-3',
      '2023-04-19 late-7 secretary',
      '2023-04-20 late-8',
      '2023-04-20 late-8 mayor',
      '2023-04-24 weekly-1',
      '2023-05-02 weekly-2',
      '2023-05-08 weekly-3',
      '2023-05-15 weekly-4',
    ]);
  });

  test('Monday 4 October is a working day in 2021 and a holiday in 2027, when due-day is Friday 1', () => {
    expect(notices(planWith(2021, by('2021-10-04')))).toContain('2021-10-04 due-day');
    expect(notices(planWith(2027, by('2027-10-04')))).toContain('2027-10-01 due-day');
  });

  test('Monday 14 August 2023 is followed by a holiday: late-1 is Wednesday 16', () => {
    expect(notices(planWith(2023, by('2023-08-14')))).toContain('2023-08-16 late-1');
  });

  test('due Friday 22 December 2023 goes on into January: late-7 on the 5th, late-8 on Monday 8', () => {
    expect(notices(planWith(2023, by('2023-12-22')), { from: '2023-12-23' })).toEqual([
      '2023-12-27 late-1',
      '2023-12-29 late-3',
      '2024-01-05 late-7 secretary',
      '2024-01-08 late-8',
      '2024-01-08 late-8 mayor',
      '2024-01-15 weekly-1',
      '2024-01-22 weekly-2',
      '2024-01-29 weekly-3',
      '2024-02-05 weekly-4',
    ]);
  });

  test('a week without a working day is skipped: of weekly-2 and weekly-3 on 17 July only weekly-3 fires', () => {
    const isShut = (day: string): boolean => day >= '2023-07-10' && day <= '2023-07-14';
    const closed = (day: string): boolean => italianClosed(day) || isShut(day);
    const weekly = notices(planWith(2023, by('2023-06-15')), { closed, from: '2023-07-01' });
    expect(weekly).toEqual(['2023-07-03 weekly-1', '2023-07-17 weekly-3', '2023-07-24 weekly-4']);
  });

  test('when the last of the four weeks is closed, weekly-4 falls on Monday 31 July', () => {
    const isShut = (day: string): boolean => day >= '2023-07-24' && day <= '2023-07-28';
    const closed = (day: string): boolean => italianClosed(day) || isShut(day);
    const weekly = notices(planWith(2023, by('2023-06-15')), { closed, from: '2023-07-11' });
    expect(weekly).toEqual(['2023-07-17 weekly-3', '2023-07-31 weekly-4']);
  });

  test('offices closed all August: first-notice of 1 September would follow ten-days and never fires', () => {
    const closed = (day: string): boolean => italianClosed(day) || day.startsWith('2023-08');
    const before = notices(planWith(2023, by('2023-09-01')), { closed, to: '2023-09-01' });
    expect(before).toEqual(['2023-07-18 ten-days', '2023-07-27 three-days', '2023-09-01 due-day']);
  });
});

describe('the start, by hand', () => {
  test('approved Friday 28 April 2023: on Tuesday 2 May 1 May is before the start and 2 May is due', () => {
    const plan = planWith(2023, by('2023-05-01'), by('2023-05-02'));
    const lines = told(plan, { approved: '2023-04-28', to: '2023-05-03' });
    expect(lines).toEqual([
      '2023-05-02 head:A before-start 2023-05-01',
      '2023-05-02 head:A due-day 2023-05-02',
      '2023-05-03 head:A late-1 2023-05-02',
    ]);
  });

  test('what was due before the start is asked once and never again, nor in any summary', () => {
    const lines = told(planWith(2023, by('2023-05-01')), { approved: '2023-04-28' });
    expect(lines).toEqual(['2023-05-02 head:A before-start 2023-05-01']);
  });

  test('approved on Monday 5 June for 15 June: the first day sends ten-days and not first-notice', () => {
    const first = notices(planWith(2023, by('2023-06-15')), { approved: '2023-06-05', to: '2023-06-15' });
    expect(first).toEqual(['2023-06-06 ten-days', '2023-06-12 three-days', '2023-06-15 due-day']);
  });

  test('approved on Saturday 10 June: Sunday 11 is before the start, Monday 12 is not', () => {
    const plan = planWith(2023, by('2023-06-11'), by('2023-06-12'));
    expect(told(plan, { approved: '2023-06-10', to: '2023-06-12' })).toEqual([
      '2023-06-12 head:A before-start 2023-06-11',
      '2023-06-12 head:A due-day 2023-06-12',
    ]);
  });

  test('approved in November 2022: first-notice of 10 January is Friday 9 December', () => {
    const lines = notices(planWith(2023, by('2023-01-10')), { approved: '2022-11-15', to: '2023-01-10' });
    expect(lines[0]).toBe('2022-12-09 first-notice');
  });

  test('a date of the year before is before the start on 2 January; one of the year after has its ladder', () => {
    expect(notices(planWith(2023, by('2022-06-30'), by('2024-01-31')))).toEqual([
      '2023-01-02 before-start',
      '2023-12-29 first-notice',
      '2024-01-17 ten-days',
      '2024-01-26 three-days',
      '2024-01-31 due-day',
      '2024-02-01 late-1',
      '2024-02-05 late-3',
      '2024-02-09 late-7 secretary',
      '2024-02-12 late-8',
      '2024-02-12 late-8 mayor',
      '2024-02-19 weekly-1',
      '2024-02-26 weekly-2',
      '2024-03-04 weekly-3',
      '2024-03-11 weekly-4',
    ]);
  });

  test('a period from Saturday 1 July waits with first-notice from 30 June to Monday 3 July', () => {
    const lines = notices(planWith(2023, within('2023-07-01', '2023-07-31')), { to: '2023-07-31' });
    expect(lines).toEqual([
      '2023-07-03 first-notice',
      '2023-07-17 ten-days',
      '2023-07-26 three-days',
      '2023-07-31 due-day',
    ]);
  });

  test('a period of one week sends only ten-days on the Monday on which it opens', () => {
    const lines = notices(planWith(2023, within('2023-09-11', '2023-09-15')), { to: '2023-09-15' });
    expect(lines).toEqual(['2023-09-11 ten-days', '2023-09-12 three-days', '2023-09-15 due-day']);
  });

  test('a period on a Saturday and a Sunday is first heard of on Monday, as late-1', () => {
    const lines = notices(planWith(2023, within('2023-09-16', '2023-09-17')), { to: '2023-09-20' });
    expect(lines).toEqual(['2023-09-18 late-1', '2023-09-20 late-3']);
  });

  test('--from and --to cut the list of mails and change nothing inside it', () => {
    const plan = planOf(2023, [sector('A', [objective('X', [by('2023-06-15'), by('2023-06-16')])])]);
    const all = told(plan);
    const some = told(plan, { from: '2023-06-12', to: '2023-06-20' });
    const isInside = (line: string): boolean => line >= '2023-06-12' && line < '2023-06-21';
    expect(some).toEqual(all.filter(isInside));
    expect(some[0]).toBe('2023-06-12 head:A three-days 2023-06-15');
  });
});
