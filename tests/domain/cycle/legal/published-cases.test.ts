/** What real Comuni did in the cycles 2023–2026, as they published it, against the terms of the calendar. */
import { describe, expect, it } from 'vitest';
import type { LegalInputs } from '../../../../domain/cycle/legal/falls-on.js';
import { legalCalendar } from '../../../../domain/cycle/legal/legal-calendar.js';
import { lineOf } from '../../../../domain/cycle/legal/legal-duty.js';
import type { LegalRuleId } from '../../../../domain/cycle/legal/legal-rule.js';
import { type CivilDate, civilDate, weekdayOf } from '../../../../domain/time/civil-date.js';

const NOTHING: LegalInputs = { population: null, employees: null, deferral: null, own: {}, done: {} };
type Done = Readonly<Partial<Record<LegalRuleId, string>>>;
const doing = (done: Done): LegalInputs => ({
  ...NOTHING,
  done: Object.fromEntries(Object.entries(done).map(([rule, day]) => [rule, civilDate(day)])),
});
/** Of the reading in common use: the day it is due, and how many days later it was done. */
const kept = (year: number, rule: LegalRuleId, done: Done): readonly [CivilDate | string, number | null] => {
  const first = lineOf(legalCalendar(year, doing(done)), rule)?.readings[0];
  return [first?.falls.is === 'day' ? first.falls.due : (first?.falls.is ?? 'none'), first?.late ?? null];
};

describe('published cases', () => {
  it.each<[string, number, LegalRuleId, Done, string, number]>([
    ['Caluso: plan of 28/02/2023', 2023, 'piao', { piao: '2023-02-28' }, '2023-10-16', -230],
    ['Caluso: Relazione of 03/05/2024', 2023, 'relazione', { relazione: '2024-05-03' }, '2024-07-01', -59],
    ['Lamezia: budget of 15/04/2026', 2026, 'budget', { budget: '2026-04-15' }, '2026-02-28', 46],
    [
      'Lamezia: PEG of 22/05/2026, 37 days after it',
      2026,
      'peg',
      { budget: '2026-04-15', peg: '2026-05-22' },
      '2026-05-05',
      17,
    ],
    ['Lamezia: PIAO of 06/06/2025', 2025, 'piao', { piao: '2025-06-06' }, '2025-03-31', 67],
    [
      'Lamezia: Relazione 2024 of 26/11/2025',
      2024,
      'relazione',
      { relazione: '2025-11-26' },
      '2025-06-30',
      149,
    ],
    [
      'Lamezia: validation 2024 of 25/11/2025',
      2024,
      'validation',
      { validation: '2025-11-25' },
      '2025-06-30',
      148,
    ],
    ['Avella: plan of 10/03/2026', 2026, 'piao', { piao: '2026-03-10' }, '2026-03-30', -20],
    ['Avella: PIAO of 31/03/2026', 2026, 'piao', { piao: '2026-03-31' }, '2026-03-30', 1],
  ])('%s', (_, year, rule, done, due, late) => {
    expect(kept(year, rule, done)).toEqual([due, late]);
  });
});

describe('days that were published or can be counted', () => {
  it.each<[string, number, LegalRuleId, string]>([
    ['the budget of 2023-2025 was put off to Friday 15 September 2023', 2023, 'budget', '2023-09-15'],
    ['its PIAO fell on Sunday 15 October 2023, so on the Monday', 2023, 'piao', '2023-10-16'],
    [
      'the budget of 2026-2028 was put off to Saturday 28 February 2026, which stays',
      2026,
      'budget',
      '2026-02-28',
    ],
    ['its PIAO fell on Monday 30 March 2026', 2026, 'piao', '2026-03-30'],
    [
      'the rendiconto of 2022 fell on Sunday 30 April 2023, so on Tuesday 2 May',
      2022,
      'rendiconto',
      '2023-05-02',
    ],
    ['the rendiconto of 2023 on Tuesday 30 April 2024', 2023, 'rendiconto', '2024-04-30'],
    ['the rendiconto of 2026 on Friday 30 April 2027', 2026, 'rendiconto', '2027-04-30'],
    ['the attestation of 2025 by 15 July', 2025, 'publication-attested', '2025-07-15'],
    [
      'its checks by Sunday 30 November 2025, so Monday 1 December',
      2025,
      'publication-followed',
      '2025-12-01',
    ],
    ['the DUP of 2027 by Friday 31 July 2026', 2027, 'dup', '2026-07-31'],
    [
      'the update of the DUP of 2027 by Sunday 15 November 2026, so the Monday',
      2027,
      'dup-update',
      '2026-11-16',
    ],
    ['the cash plan of 2027 by Sunday 28 February, so Monday 1 March', 2027, 'cash-plan', '2027-03-01'],
    ['the balance check of 2027 on Saturday 31 July, which stays', 2027, 'balance-check', '2027-07-31'],
    ['the Relazione of 2026 by Wednesday 30 June 2027', 2026, 'relazione', '2027-06-30'],
  ])('%s', (_, year, rule, due) => {
    expect(kept(year, rule, {})[0]).toBe(due);
  });

  it('names weekdays as the calendar of those years has them', () => {
    const of = (day: string): number => weekdayOf(civilDate(day));
    expect(['2023-10-15', '2023-04-30', '2025-11-30', '2026-11-15', '2027-02-28'].map(of)).toEqual([
      7, 7, 7, 7, 7,
    ]);
    expect(['2026-02-28', '2027-07-31'].map(of)).toEqual([6, 6]);
  });
});
