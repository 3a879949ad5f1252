import { describe, expect, it } from 'vitest';
import { monitoringTitle, plannedMonitoring } from '../../../domain/cycle/monitoring-obligations.js';
import { DEFAULT_WINDOWS, windowsOf } from '../../../domain/cycle/windows.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { SMALL_PLAN } from '../../store/small-plan.js';

const of = (startDay: string) => windowsOf(DEFAULT_WINDOWS, 2023, civilDate(startDay));

describe('the monitoring windows of 2023', () => {
  it('are as of 30/06, from 1/07 to 31/07, and as of 31/12, from 2/01 to 31/01 of 2024', () => {
    expect(of('2023-02-28').map(({ referenceOn, opens, due }) => [referenceOn, opens, due])).toEqual([
      ['2023-06-30', '2023-07-01', '2023-07-31'],
      ['2023-12-31', '2024-01-02', '2024-01-31'],
    ]);
  });

  it.each([
    ['2023-02-28', [null, null], ['2023-01-01', '2023-07-01']],
    ['2023-07-31', [null, null], ['2023-01-01', '2023-07-01']],
    ['2023-08-01', ['closed-before-start', null], ['2023-01-01', '2023-01-01']],
  ])('of a plan that starts on %s: skipped %j, covering from %j', (startDay, skipped, coversFrom) => {
    const windows = of(startDay);
    expect(windows.map((one) => one.skipped)).toEqual(skipped);
    expect(windows.map((one) => one.coversFrom)).toEqual(coversFrom);
  });

  it('take 29 February as the last day of the month', () => {
    const rule = { month: 2, day: 29, yearsAfter: 1 } as const;
    const rules = [{ name: 'Prova', reference: rule, opens: rule, due: rule }];
    expect(windowsOf(rules, 2023, civilDate('2023-01-01'))[0]?.due).toBe('2024-02-29');
    expect(windowsOf(rules, 2024, civilDate('2024-01-01'))[0]?.due).toBe('2025-02-28');
  });
});

describe('what a plan of two sectors with 2 and 3 objectives makes them owe', () => {
  const owed = plannedMonitoring(SMALL_PLAN, DEFAULT_WINDOWS, civilDate('2023-02-28'));

  it('is 4 submissions: the head’s, and the Segretario’s where the plan prints them as responsible', () => {
    expect(owed.map(({ owner, term }) => [owner.role, term.kind === 'date' ? term.due : null])).toEqual([
      ['head', '2023-07-31'],
      ['secretary', '2023-07-31'],
      ['head', '2024-01-31'],
      ['secretary', '2024-01-31'],
    ]);
    expect(owed[0]?.subject.objective).toBe('Monitoraggio del primo semestre 2023: 2 obiettivi da compilare');
  });

  it('speaks of one objective in the singular', () => {
    expect(monitoringTitle('Monitoraggio 2023', 1)).toBe('Monitoraggio 2023: 1 obiettivo da compilare');
  });
});
