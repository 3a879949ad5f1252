import { describe, expect, it } from 'vitest';
import type { LegalInputs } from '../../../../domain/cycle/legal/falls-on.js';
import { type LegalLine, legalCalendar } from '../../../../domain/cycle/legal/legal-calendar.js';
import type { LegalRuleId } from '../../../../domain/cycle/legal/legal-rule.js';
import { civilDate } from '../../../../domain/time/civil-date.js';

const NOTHING: LegalInputs = { population: null, employees: null, deferral: null, own: {}, done: {} };
const doing = (done: Readonly<Partial<Record<LegalRuleId, string>>>): LegalInputs => ({
  ...NOTHING,
  done: Object.fromEntries(Object.entries(done).map(([rule, day]) => [rule, civilDate(day)])),
});

const lineOf = (year: number, rule: LegalRuleId, inputs: LegalInputs = NOTHING): LegalLine => {
  const line = legalCalendar(year, inputs).lines.find((one) => one.rule.id === rule);
  if (line === undefined) throw new Error(`${rule} is not in force in ${year}`);
  return line;
};
/** Day as written and day as due, of each reading. */
const days = (line: LegalLine): readonly (string | readonly [string, string])[] =>
  line.readings.map(({ falls }) => {
    if (falls.is !== 'day') return falls.is;
    return falls.day === falls.due ? falls.day : [falls.day, falls.due];
  });

describe('the term of the budget', () => {
  it.each([
    [2022, '2021-12-31', null],
    [2023, '2023-09-15', '2023-09-15'],
    [2024, '2024-03-15', '2024-03-15'],
    [2025, '2025-02-28', '2025-02-28'],
    [2026, '2026-02-28', '2026-02-28'],
    [2027, '2026-12-31', null],
  ])('of %i is %s', (year, due, moved) => {
    expect(days(lineOf(year, 'budget'))[0]).toEqual(due);
    expect(legalCalendar(year, NOTHING).deferral?.term ?? null).toBe(moved);
  });

  it('that nobody moved goes past Sunday 31 December 2028 and New Year to 2 January', () => {
    expect(days(lineOf(2029, 'budget'))).toEqual(['2028-12-31'].map((day) => [day, '2029-01-02']));
  });

  it('from 2025 is also read as moved only for who cannot help it', () => {
    expect(days(lineOf(2024, 'budget'))).toHaveLength(1);
    expect(days(lineOf(2026, 'budget'))).toEqual(['2026-02-28', '2025-12-31']);
    expect(days(lineOf(2027, 'budget'))).toEqual(['2026-12-31']);
  });

  it('is the one that the town enters, where a decree is later than our list', () => {
    const entered = { ...NOTHING, deferral: { term: civilDate('2027-03-31'), act: 'D.M. 20/12/2026' } };
    expect(days(lineOf(2027, 'budget', entered))).toEqual(['2027-03-31', '2026-12-31']);
    expect(days(lineOf(2027, 'piao', entered))[0]).toBe('2027-04-30');
    expect(
      days(
        lineOf(2026, 'budget', {
          ...entered,
          deferral: { ...entered.deferral, term: civilDate('2026-04-30') },
        }),
      )[0],
    ).toBe('2026-04-30');
  });
});

describe('the term of the PIAO', () => {
  it.each([
    [2023, ['2023-10-15', '2023-10-16']],
    [2024, ['2024-04-14', '2024-04-15']],
    [2025, ['2025-03-30', '2025-03-31']],
    [2026, '2026-03-30'],
    [2027, ['2027-01-31', '2027-02-01']],
  ])('of %i, from the moved term of the budget, is %j', (year, expected) => {
    expect(days(lineOf(year, 'piao'))[0]).toEqual(expected);
  });

  it('is also read from the day of the own approval: budget on 15 April 2026, so 15 May', () => {
    expect(days(lineOf(2026, 'piao', doing({ budget: '2026-04-15' })))).toEqual(['2026-03-30', '2026-05-15']);
  });

  it('stays on 31 January, by that reading, for who approved the budget by 31 December', () => {
    expect(days(lineOf(2026, 'piao', doing({ budget: '2025-12-31' })))).toEqual(['2026-03-30', '2026-01-31']);
    expect(days(lineOf(2026, 'piao', doing({ budget: '2026-01-02' })))[1]).toEqual([
      '2026-02-01',
      '2026-02-02',
    ]);
  });

  it('by that reading needs the day of the approval, and says so', () => {
    expect(lineOf(2026, 'piao').readings[1]?.falls).toEqual({ is: 'needs', base: 'budget', days: 30 });
  });

  it('has one reading where no decree moved the budget', () => {
    expect(days(lineOf(2027, 'piao', doing({ budget: '2026-12-20' })))).toHaveLength(1);
  });
});

describe('published cases, in full (a line each in published-cases.test.ts)', () => {
  it('budget on 15 April 2026 gives a PEG by 5 May; approved on 22 May it is 17 days late', () => {
    const line = lineOf(2026, 'peg', doing({ budget: '2026-04-15', peg: '2026-05-22' }));
    expect(days(line)).toEqual(['2026-05-05']);
    expect(line.readings[0]?.late).toBe(17);
    expect(line.readings[0]?.falls).toMatchObject({ from: { base: 'budget', day: '2026-04-15', days: 20 } });
  });

  it('a plan on 28 February 2023 came 230 days before its term, the Relazione on 3 May 2024 59 days before', () => {
    expect(lineOf(2023, 'piao', doing({ piao: '2023-02-28' })).readings[0]?.late).toBe(-230);
    const relazione = lineOf(2023, 'relazione', doing({ relazione: '2024-05-03' }));
    expect(days(relazione)).toEqual([
      ['2024-06-30', '2024-07-01'],
      ['2024-06-30', '2024-07-01'],
      '2024-04-30',
    ]);
    expect(relazione.readings.map(({ late }) => late)).toEqual([-59, -59, 3]);
  });
});

describe('who is asked', () => {
  const sized = (population: number | null, employees: number | null): LegalInputs => ({
    ...NOTHING,
    population,
    employees,
  });
  it.each<[LegalRuleId, LegalInputs, string]>([
    ['peg', sized(4999, null), 'optional'],
    ['peg', sized(5000, null), 'yes'],
    ['peg', sized(null, 10), 'unknown'],
    ['piao', sized(null, 50), 'simplified'],
    ['piao', sized(null, 51), 'yes'],
    ['strategic-control', sized(15_000, null), 'not-asked'],
    ['strategic-control', sized(15_001, null), 'yes'],
    ['rendiconto', sized(null, null), 'yes'],
  ])('for %s, with %o: %s', (rule, inputs, asked) => {
    expect(lineOf(2026, rule, inputs).asked).toBe(asked);
  });
});

describe('terms that others fix, or that are not counted in days', () => {
  it('are known for the years that their act was read for, and else said to be unknown', () => {
    expect([2023, 2024, 2025, 2026].map((year) => days(lineOf(year, 'publication-attested'))[0])).toEqual([
      'not-fixed-yet',
      '2024-07-15',
      '2025-07-15',
      'not-fixed-yet',
    ]);
    expect(lineOf(2025, 'publication-attested').readings[0]?.falls).toMatchObject({
      act: expect.stringContaining('192/2025'),
    });
  });

  it('are on the day that the town set for its monitoring, else on the one in use', () => {
    const own = { ...NOTHING, own: { 'monitoring-first': civilDate('2023-07-16') } };
    expect(days(lineOf(2023, 'monitoring-first', own))).toEqual(['2023-07-16']);
    expect(days(lineOf(2023, 'monitoring-first'))).toEqual(['2023-07-31']);
    expect(days(lineOf(2023, 'monitoring-second', own))).toEqual(['2024-01-31']);
  });

  it('are at once, after what they follow', () => {
    expect(lineOf(2026, 'piao-sent', doing({ piao: '2026-03-31' })).readings[0]?.falls).toEqual({
      is: 'at-once',
      since: '2026-03-31',
    });
    expect(lineOf(2026, 'delay-notice').readings[0]?.falls).toEqual({ is: 'at-once', since: null });
  });

  it('stay where they are when they limit a power or end the year: Sunday 30 November 2025, 31 December 2023', () => {
    expect(days(lineOf(2025, 'last-budget-variations'))).toEqual(['2025-11-30']);
    expect(days(lineOf(2023, 'urgent-variations'))).toEqual(['2023-12-31']);
  });

  it('and what law fixes moves: the rendiconto of 2022 from Sunday 30 April 2023 to Tuesday 2 May', () => {
    expect(days(lineOf(2022, 'rendiconto'))).toEqual([['2023-04-30', '2023-05-02']]);
  });
});
