import { describe, expect, it } from 'vitest';
import { plannedObligations } from '../../../domain/obligations/from-plan.js';
import { ledByOthers, sharedKey, sharedObjectives } from '../../../domain/obligations/lead-sector.js';
import { openObligation } from '../../../domain/obligations/open-obligation.js';
import type { PlanDocument, PlanMilestone, PlanObjective } from '../../../domain/plan/plan-document.js';
import { points } from '../../../domain/plan/points.js';
import { weightAtRisk } from '../../../domain/plan/weight-at-risk.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const at = (date: string): PlanMilestone => ({ kind: 'date', date, phrase: `entro il ${date}` });
const objective = (
  title: string,
  weight: number | null,
  dates: readonly string[],
  shared = true,
): PlanObjective => ({
  ...{ number: null, title, weight, shared, indicators: [] },
  milestones: dates.map(at),
});
const plan: PlanDocument = {
  document: { body: 'Prova', kind: 'plan', year: 2023, act: null, actDate: null, weights: 'points' },
  sectors: [
    ['A', [objective('Pagamenti', 30, ['2023-06-30']), objective('Solo di A', 70, ['2023-06-30'], false)]],
    ['B', [objective('Pagamenti', 20, ['2023-06-30'])]],
    ['C', [objective('Pagamenti', null, ['2023-06-30', '2023-09-30'])]],
  ].map(([name, objectives]) => ({
    ...{ name: name as string, owner: null, weightTotal: null },
    objectives: objectives as PlanObjective[],
  })),
  lint: [],
};
const planned = plannedObligations(plan, civilDate('2023-03-01'), workingCalendar(DEFAULT_CLOSURES));
const KEY = sharedKey({ number: null, title: 'Pagamenti' });
const owedWith = (leads: ReadonlyMap<string, number>) => {
  const others = ledByOthers(planned, plan, leads);
  return planned.filter((one) => !others.has(one));
};
const owed = (leads: ReadonlyMap<string, number>) =>
  owedWith(leads).map(({ subject }) => `${subject.sector} ${subject.milestone}`);
const SHARES = [
  { sector: 'A', weight: points(30) },
  { sector: 'B', weight: points(20) },
  { sector: 'C', weight: null },
];

describe('the lead sector of an objective of 3 sectors', () => {
  it('owes once what all list; what only another sector lists stays its own', () => {
    expect(owed(new Map([[KEY, 1]]))).toEqual([
      'A entro il 2023-06-30',
      'B entro il 2023-06-30',
      'C entro il 2023-09-30',
    ]);
    expect(owed(new Map())).toHaveLength(5);
  });

  it('is asked about for objectives of 2 sectors or more, each once', () => {
    expect(sharedObjectives(plan).map(({ key, sectors }) => [key, sectors])).toEqual([[KEY, [0, 1, 2]]]);
  });

  it('puts at risk the weight of each sector, once, where one obligation is late', () => {
    const risk = (leads: ReadonlyMap<string, number>) =>
      weightAtRisk(
        owedWith(leads).map((one, index) => {
          const leading = one.place.sector === leads.get(KEY) && one.subject.objective === 'Pagamenti';
          const opened = openObligation(one, {
            ...{ id: String(index), year: 2023, objectiveId: one.subject.objective, recurrenceId: '' },
            startDay: civilDate('2023-02-28'),
          });
          const answersFor = SHARES.filter(({ sector }) => leading && sector !== one.subject.sector);
          return { ...opened, subject: { ...opened.subject, answersFor } };
        }),
        civilDate('2023-07-03'),
        30,
      );
    const each = risk(new Map());
    expect(each.map(({ sector, points }) => [sector, points])).toEqual([
      ['A', 1_000_000],
      ['B', 200_000],
    ]);
    for (const lead of [0, 1, 2])
      expect([...risk(new Map([[KEY, lead]]))].sort((a, b) => (a.sector < b.sector ? -1 : 1))).toEqual(each);
  });
});
