import { describe, expect, test } from 'vitest';
import { after, by, every, external, notices, planWith, told, within } from './written-plans.js';

describe('the end of the year, by hand', () => {
  test('31 December 2023, a Sunday, has its rungs up to due-day on Friday 29', () => {
    expect(told(planWith(2023, by('2023-12-31')))).toEqual([
      '2023-12-01 head:A first-notice 2023-12-31',
      '2023-12-14 head:A ten-days 2023-12-31',
      '2023-12-27 head:A three-days 2023-12-31',
      '2023-12-29 head:A due-day 2023-12-31',
    ]);
  });

  test('an objective without terms has only first-notice, in 2024 on Friday 29 November', () => {
    expect(told(planWith(2024))).toEqual(['2024-11-29 head:A first-notice 2024-12-31']);
  });

  test('an implicit term of a plan approved on Friday 15 December has its notice on Monday 18', () => {
    expect(notices(planWith(2023), { approved: '2023-12-15' })).toEqual(['2023-12-18 first-notice']);
  });

  test('approved on Friday 29 December: 31 December is before the start, an implicit term says nothing', () => {
    expect(notices(planWith(2023, by('2023-12-31')), { approved: '2023-12-29' })).toEqual([
      '2024-01-02 before-start',
    ]);
    expect(notices(planWith(2023), { approved: '2023-12-29' })).toEqual([]);
  });

  test('approved on 15 February 2024 the plan of 2023 asks once about dates and nothing else', () => {
    const plan = planWith(
      2023,
      by('2023-06-30'),
      after('P30D', '2023-05-02'),
      every('FREQ=MONTHLY;INTERVAL=6'),
      external('bando'),
    );
    expect(told(plan, { approved: '2024-02-15' })).toEqual([
      '2024-02-16 head:A before-start 2023-06-01',
      '2024-02-16 head:A before-start 2023-06-30',
    ]);
  });

  test('a period of Saturday 30 and Sunday 31 December waits with its due-day until 2 January', () => {
    expect(notices(planWith(2023, within('2023-12-30', '2023-12-31')))).toEqual(['2024-01-02 due-day']);
  });

  test('due on Saturday 30 December the ladder is whole and goes on in January', () => {
    const lines = notices(planWith(2023, by('2023-12-30')), { from: '2023-12-29', to: '2024-01-04' });
    expect(lines).toEqual(['2023-12-29 due-day', '2024-01-02 late-1', '2024-01-04 late-3']);
  });

  test('days with a role and days that do not exist owe nothing, and leave an implicit term', () => {
    const asOf = { ...by('2023-09-30'), role: 'as-of' as const };
    const invalid = { kind: 'none' as const, invalid: true, phrase: 'entro il 31 giugno' };
    expect(told(planWith(2023, asOf, invalid))).toEqual(['2023-12-01 head:A first-notice 2023-12-31']);
    expect(told(planWith(2023, asOf, by('2023-12-31')), { to: '2023-12-01' })).toHaveLength(1);
  });
});
