import { describe, expect, test } from 'vitest';
import { oracle } from './oracle.js';
import { after, by, every, external, planWith, told } from './written-plans.js';

const FIRST_WORKING_DAYS = [
  '2023-01-02',
  '2023-02-01',
  '2023-03-01',
  '2023-04-03',
  '2023-05-02',
  '2023-06-01',
  '2023-07-03',
  '2023-08-01',
  '2023-09-01',
  '2023-10-02',
  '2023-11-02',
  '2023-12-01',
];

describe('the weekly summary, by hand', () => {
  test('a term of 15 June is in 27 summaries, not in that of 26 June, which has its late-7; the last is 27 December', () => {
    const days = oracle(planWith(2023, by('2023-06-15')))
      .filter(({ items }) => items.some(({ rung }) => rung === null))
      .map(({ day }) => day);
    expect(days.slice(0, 3)).toEqual(['2023-06-19', '2023-07-03', '2023-07-10']);
    expect(days.slice(-2)).toEqual(['2023-12-18', '2023-12-27']);
    expect(days).toHaveLength(27);
  });

  test('late-1 on a Monday is in the summary of the next week only', () => {
    const lines = told(planWith(2023, by('2023-07-02')), { from: '2023-07-03', to: '2023-07-10' });
    expect(lines).toEqual([
      '2023-07-03 head:A late-1 2023-07-02',
      '2023-07-05 head:A late-3 2023-07-02',
      '2023-07-10 secretary summary 2023-07-02',
    ]);
  });

  test('in the week of 1 May the summary is on Tuesday 2', () => {
    const lines = told(planWith(2023, by('2023-04-21')), { from: '2023-04-24', to: '2023-05-05' });
    expect(lines).toEqual([
      '2023-04-24 head:A late-1 2023-04-21',
      '2023-04-27 head:A late-3 2023-04-21',
      '2023-05-02 secretary summary 2023-04-21',
      '2023-05-04 secretary late-7 2023-04-21',
      '2023-05-05 head:A late-8 2023-04-21',
      '2023-05-05 mayor late-8 2023-04-21',
    ]);
  });

  test('a term late since 27 December is in no summary: the next one is in January', () => {
    const lines = told(planWith(2023, by('2023-12-22')));
    expect(lines.filter((line) => line.includes('summary'))).toEqual([]);
  });

  test('31 December 2018, a Monday, still has a summary', () => {
    const lines = told(planWith(2018, by('2018-12-13')), { from: '2018-12-28' });
    expect(lines[0]).toBe('2018-12-31 head:A weekly-1 2018-12-13');
    expect(lines[1]).toBe('2018-12-31 secretary summary 2018-12-13');
    expect(lines.filter((line) => line.includes('summary'))).toHaveLength(1);
  });

  test('an external term is listed on the first working day of each month, also 2 May and 2 November', () => {
    const lines = told(planWith(2023, external('bando')));
    expect(lines).toEqual(FIRST_WORKING_DAYS.map((day) => `${day} secretary summary unknown`));
  });

  test('a relative term without a dated anchor is listed like an external one', () => {
    for (const anchor of ['richiesta', null, '2023-02-30'])
      expect(told(planWith(2023, after('P30D', anchor)))).toHaveLength(12);
  });

  test('approved on 1 March, itself the first working day of March, the first list is of 3 April', () => {
    const lines = told(planWith(2023, external(null)), { approved: '2023-03-01', to: '2023-04-30' });
    expect(lines).toEqual(['2023-04-03 secretary summary unknown']);
  });

  test('approved in November 2022 the first list is of 1 December 2022', () => {
    const lines = told(planWith(2023, external(null)), { approved: '2022-11-15', to: '2023-01-31' });
    expect(lines).toEqual(['2022-12-01 secretary summary unknown', '2023-01-02 secretary summary unknown']);
  });

  test('Thursday 1 June lists external terms alone; what is late is in the summaries of 29 May and 5 June', () => {
    const plan = planWith(2023, by('2023-05-15'), external('bando'));
    expect(told(plan, { from: '2023-05-29', to: '2023-06-05' })).toEqual([
      '2023-05-29 head:A weekly-1 2023-05-15',
      '2023-05-29 secretary summary 2023-05-15',
      '2023-06-01 secretary summary unknown',
      '2023-06-05 head:A weekly-2 2023-05-15',
      '2023-06-05 secretary summary 2023-05-15',
    ]);
  });

  test('a monthly recurrence has no late-1 and is never a line of the summary; a six-monthly one is', () => {
    const lines = told(planWith(2023, every('FREQ=MONTHLY'), every('FREQ=MONTHLY;INTERVAL=6')));
    const summaries = lines.filter((line) => line.includes('summary'));
    expect(summaries[0]).toBe('2023-07-10 secretary summary 2023-06-30');
    expect(summaries.every((line) => line.endsWith('2023-06-30'))).toBe(true);
  });
});
