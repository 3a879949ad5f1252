import { describe, expect, it } from 'vitest';
import { BUDGET_DEFERRALS, deferralsOf } from '../../../../domain/cycle/legal/budget-deferrals.js';
import { COUNTING_RULES } from '../../../../domain/cycle/legal/counting-rules.js';
import { legalCalendar } from '../../../../domain/cycle/legal/legal-calendar.js';
import { LEGAL_RULES, RECORDED, rulesInForce } from '../../../../domain/cycle/legal/legal-rules.js';
import { civilDate, yearOf } from '../../../../domain/time/civil-date.js';

const NOTHING = { population: null, employees: null, deferral: null, own: {}, done: {} };

describe('the list of legal terms', () => {
  it('has each once, with its norm, who does it, a text, and a source where it was verified', () => {
    expect(new Set(LEGAL_RULES.map(({ id }) => id)).size).toBe(LEGAL_RULES.length);
    for (const rule of LEGAL_RULES) {
      expect(
        [rule.act, rule.by, rule.norm, rule.text].every((one) => one.trim() !== ''),
        rule.id,
      ).toBe(true);
      if (rule.verified) expect(rule.source, rule.id).not.toBeNull();
      expect(new Set(rule.readings.map(({ id }) => id)).size).toBe(rule.readings.length);
      if (rule.readings.length > 1)
        expect(
          rule.readings.every(({ says }) => says !== ''),
          rule.id,
        ).toBe(true);
    }
    expect(LEGAL_RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([...RECORDED]));
  });

  it('says what rests on memory or custom alone', () => {
    expect(
      LEGAL_RULES.filter(({ verified }) => !verified)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      'budget-adjustment',
      'individual-objectives',
      'last-peg-variations',
      'monitoring-first',
      'monitoring-second',
      'relazione-published',
      'strategic-control',
    ]);
    expect(COUNTING_RULES.filter(({ source }) => source === null)).toHaveLength(3);
  });

  it('shows monitoring, Relazione and validation as terms of the own rules, not of the law', () => {
    const own = LEGAL_RULES.filter(({ force }) => force === 'own-rules').map(({ id }) => id);
    expect(own).toEqual(
      expect.arrayContaining([
        'monitoring-first',
        'monitoring-second',
        'relazione',
        'validation',
        'delay-notice',
      ]),
    );
  });

  it('asks for a cash plan from 2025 and for the payment indicator from 2024', () => {
    const first = (id: string) =>
      [2023, 2024, 2025].find((year) => rulesInForce(year).some((one) => one.id === id));
    expect([first('cash-plan'), first('payment-indicator'), first('dup')]).toEqual([2025, 2024, 2023]);
  });

  it.each([2020, 2023, 2024, 2025, 2026, 2027, 2050])(
    'gives every rule of %i a reading, days in order, none before 1 July of the year before',
    (year) => {
      const { lines } = legalCalendar(year, NOTHING);
      expect(lines.length).toBe(rulesInForce(year).length);
      const days = lines.flatMap(({ readings: [first] }) =>
        first?.falls.is === 'day' ? [first.falls.due] : [],
      );
      expect(days).toEqual(days.toSorted());
      expect(lines.every(({ readings }) => readings.length > 0)).toBe(true);
      for (const day of days) {
        expect(day >= `${year - 1}-07-01` && yearOf(day) <= year + 1).toBe(true);
      }
    },
  );
});

describe('the moves of the term of the budget', () => {
  it('come in order, later each time, and in 2023 there were five', () => {
    expect(deferralsOf(2023).map(({ term }) => term)).toEqual([
      '2023-03-31',
      '2023-04-30',
      '2023-05-31',
      '2023-07-31',
      '2023-09-15',
    ]);
    expect(BUDGET_DEFERRALS.every(({ year, term }) => yearOf(civilDate(term)) === year)).toBe(true);
    expect(deferralsOf(2027)).toEqual([]);
  });
});
