import { describe, expect, it } from 'vitest';
import { dutyOf } from '../../../../domain/cycle/legal/duty-offers.js';
import type { LegalInputs } from '../../../../domain/cycle/legal/falls-on.js';
import { legalCalendar } from '../../../../domain/cycle/legal/legal-calendar.js';
import { dutyTitle, movedTerm, type StandingDuty } from '../../../../domain/cycle/legal/legal-duty.js';
import { LEGAL_RULES } from '../../../../domain/cycle/legal/legal-rules.js';
import { civilDate } from '../../../../domain/time/civil-date.js';

const NOTHING: LegalInputs = { population: null, employees: null, deferral: null, own: {}, done: {} };
const day = (text: string) => ({ kind: 'date', due: civilDate(text) }) as const;
const duty = (change: Partial<StandingDuty>): StandingDuty => ({
  ...{ rule: 'piao', reading: 'deferred-term', state: 'open' },
  ...{ term: day('2026-03-30'), counted: civilDate('2026-03-30') },
  ...change,
});
const decree = { ...NOTHING, deferral: { term: civilDate('2026-04-30'), act: 'D.M.' } };
const budget = { ...NOTHING, done: { budget: civilDate('2026-04-15') } };

describe('the term of a legal duty', () => {
  it('stays while nothing that it counts from changes, and moves with a decree, past holidays', () => {
    expect(movedTerm(duty({}), legalCalendar(2026, NOTHING))).toBeNull();
    // 30 days after 30 April 2026 is Saturday 30 May, which is no holiday.
    expect(movedTerm(duty({}), legalCalendar(2026, decree))).toEqual(day('2026-05-30'));
    const sunday = { ...NOTHING, deferral: { term: civilDate('2026-05-01'), act: 'D.M.' } };
    expect(movedTerm(duty({}), legalCalendar(2026, sunday))).toEqual(day('2026-06-01'));
  });

  it.each(['done', 'waived', 'superseded'] as const)('that is %s moves no more', (state) => {
    expect(movedTerm(duty({ state }), legalCalendar(2026, decree))).toBeNull();
  });

  it('follows the reading that the town chose', () => {
    const own = duty({ reading: 'own-approval' });
    expect(movedTerm(own, legalCalendar(2026, budget))).toEqual(day('2026-05-15'));
    expect(movedTerm(duty({ reading: 'gone' }), legalCalendar(2026, budget))).toBeNull();
  });

  it('becomes known with what it counts from, and unknown again when that is taken away', () => {
    const anchor = "20 giorni dall'approvazione del bilancio";
    const waiting = duty({ rule: 'peg', reading: 'only', term: { kind: 'external', anchor }, counted: null });
    expect(movedTerm(waiting, legalCalendar(2026, NOTHING))).toBeNull();
    expect(movedTerm(waiting, legalCalendar(2026, budget))).toEqual(day('2026-05-05'));
    const known = { ...waiting, term: day('2026-05-05'), counted: civilDate('2026-05-05') };
    expect(movedTerm(known, legalCalendar(2026, NOTHING))).toEqual({ kind: 'external', anchor });
  });

  it('set by hand stays until a day can be counted', () => {
    const byHand = duty({ rule: 'peg', reading: 'only', term: day('2026-06-30'), counted: null });
    expect(movedTerm(byHand, legalCalendar(2026, NOTHING))).toBeNull();
    expect(movedTerm(byHand, legalCalendar(2026, budget))).toEqual(day('2026-05-05'));
    const own = duty({ rule: 'regularity-checks', reading: 'only', term: day('2026-06-30'), counted: null });
    expect(movedTerm(own, legalCalendar(2026, NOTHING))).toBeNull();
  });
});

describe('what can be asked for', () => {
  it('is every rule but limits of powers and what the cycle asks for by itself', () => {
    const refused = LEGAL_RULES.filter(({ id }) => typeof dutyOf(id) === 'string').map(({ id }) => id);
    expect(refused.toSorted()).toEqual([
      ...['last-budget-variations', 'last-peg-variations', 'monitoring-first', 'monitoring-second'],
      ...['payment-indicator', 'relazione', 'relazione-published', 'validation'],
    ]);
  });

  it('says its norm, and that it binds by own rules alone or is a custom', () => {
    const title = (id: string): string => {
      const rule = LEGAL_RULES.find((one) => one.id === id);
      return rule === undefined ? '' : dutyTitle(rule, 2026);
    };
    expect(title('rendiconto')).toBe('Rendiconto della gestione 2026 (art. 227 c. 2 TUEL)');
    expect(title('regularity-checks')).toContain('; vale se lo prevede il SMVP o il regolamento)');
    expect(title('individual-objectives')).toContain('(SMVP; è un uso, non una norma)');
  });
});
