/** What a deliberated plan makes owed, and by whom (design §3). */
import { describe, expect, it } from 'vitest';
import { plannedObligations } from '../../../domain/obligations/from-plan.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { openObligation } from '../../../domain/obligations/open-obligation.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { by, EXTERNAL, every, objective, plan, planOf, sector, since } from '../plan/plans.js';
import { ITALY } from './lived.js';

const FIRST_NOTICES = civilDate('2023-01-02');
const planned = (document: PlanDocument) => plannedObligations(document, FIRST_NOTICES, ITALY);
/** `date 2023-06-30`, `implicit 2023-12-31`, `external bando`. */
const terms = (document: PlanDocument): string[] =>
  planned(document).map(({ term }) =>
    term.kind === 'external' ? `external ${term.anchor}` : `${term.kind} ${term.due}`,
  );

describe('the terms that make an obligation', () => {
  it('are dates, month-ends, periods, occurrences, relative and external terms, one each', () => {
    const all = planOf(
      by('2023-06-30'),
      by('2023-02-28', { kind: 'month-end' }),
      by('2023-09-30', { kind: 'period', start: '2023-07-01' }),
      every('FREQ=MONTHLY;INTERVAL=6'),
      since('P30D', '2023-03-15'),
      EXTERNAL,
    );
    expect(terms(all)).toEqual([
      'date 2023-06-30',
      'date 2023-02-28',
      'date 2023-09-30',
      'date 2023-06-30',
      'date 2023-12-31',
      'date 2023-04-14',
      'external bando',
    ]);
  });

  it('a period opens on its first day, a date does not', () => {
    const [period, date] = planned(
      planOf(by('2023-09-30', { kind: 'period', start: '2023-07-01' }), by('2023-06-30')),
    );
    expect([period?.opens, date?.opens]).toEqual(['2023-07-01', null]);
  });

  it.each([
    ['an objective without any', planOf()],
    [
      'one with days that do not exist',
      planOf({ kind: 'none', invalid: true, phrase: '31 giugno' }, by('2023-06-31')),
    ],
    ['one with a day marked as impossible', planOf(by('2023-06-30', { invalid: true }))],
    [
      'one with days on which nothing is handed in',
      planOf(by('2023-12-31', { role: 'as-of' }), by('2023-05-01', { role: 'event' })),
    ],
    ['one with things that go on all year', planOf({ ...every('FREQ=DAILY'), role: 'continuous' })],
    ['one with "none"', planOf({ kind: 'none', phrase: 'peso 5/10' })],
  ])('%s has an implicit term, 31 December', (_, document) => {
    expect(terms(document)).toEqual(['implicit 2023-12-31']);
    expect(planned(document)[0]?.subject.milestone).toBeNull();
  });

  it.each([
    ['a recurrence of which no day is left', planOf(every('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')), []],
    ['an external term', planOf(EXTERNAL), ['external bando']],
    ['a term that counts from no date', planOf(since('P30D', 'richiesta')), ['external richiesta']],
    ['a term that counts from something not said', planOf(since('P30D', null)), ['external null']],
    [
      'a term that counts from a day that does not exist',
      planOf(since('P30D', '2023-02-30')),
      ['external 2023-02-30'],
    ],
    ['a day beside one that does not exist', planOf(by('2023-06-31'), by('2023-07-31')), ['date 2023-07-31']],
  ])('%s leaves no implicit term', (_, document, expected) => {
    expect(terms(document)).toEqual(expected);
  });

  it('an occurrence due before notices begin makes nothing, one on that very day does', () => {
    const monthly = planOf(every('FREQ=MONTHLY;BYMONTHDAY=10'));
    const from = (day: string) => plannedObligations(monthly, civilDate(day), ITALY).map(({ term }) => term);
    expect(from('2023-11-10')).toHaveLength(2);
    expect(from('2023-11-11')).toHaveLength(1);
    expect(from('2023-12-11')).toHaveLength(0);
  });

  it('counts the working days of a term in working days', () => {
    expect(terms(planOf({ ...since('P5D', '2023-04-24'), calendar: 'working' }))).toEqual([
      'date 2023-05-03',
    ]);
  });

  it('says where in the document it was read', () => {
    const document = plan([
      sector([]),
      sector([objective(), objective([by('2023-06-30'), every('FREQ=MONTHLY;INTERVAL=6')])], { name: 'B' }),
    ]);
    expect(planned(document).map(({ place }) => Object.values(place))).toEqual([
      [1, 0, null, null],
      [1, 1, 0, null],
      [1, 1, 1, 0],
      [1, 1, 1, 1],
    ]);
  });
});

describe('an objective shared by sectors', () => {
  it('owes one obligation per sector, each with the weight it has there', () => {
    const shared = (weight: number | null) => objective([by('2023-06-30')], { shared: true, weight });
    const document = plan([
      sector([shared(10)]),
      sector([shared(2.5)], { name: 'B' }),
      sector([shared(null)], { name: 'C' }),
    ]);
    expect(
      planned(document).map(({ owner, subject }) => [roleKey(owner), subject.sector, subject.weight]),
    ).toEqual([
      ['head:A', 'A', 100_000],
      ['head:B', 'B', 25_000],
      ['head:C', 'C', null],
    ]);
  });
});

describe('who owes it', () => {
  it.each([
    ['nothing printed: the head of the sector', null, undefined, 'head:A'],
    ['a name nobody else prints: the head of the sector', 'Ufficio tecnico', undefined, 'head:A'],
    ['the sector prints the Segretario', 'Segretario comunale', undefined, 'secretary'],
    ['the objective prints the Segretario', null, 'IL SEGRETARIO GENERALE', 'secretary'],
    ['the objective prints the Segreteria, an office and not the role', null, 'segreteria', 'head:A'],
    ['the objective prints the Sindaco', 'Segretario comunale', 'Vicesindaco', 'mayor'],
    ['the objective prints its own, the sector the Segretario', 'Segretario comunale', 'Economo', 'head:A'],
    ['the objective prints what sector B prints', null, ' comandante  POLIZIA locale', 'head:B'],
    [
      'the objective prints what sectors A and B print',
      'Comandante Polizia locale',
      'Comandante Polizia Locale',
      'head:A',
    ],
    ['spaces only are nothing printed', 'Segretario comunale', '  ', 'secretary'],
    ['null is nothing printed', 'Segretario comunale', null, 'secretary'],
  ])('%s', (_, ofSector, ofObjective, expected) => {
    const one = objective([by('2023-06-30')], ofObjective === undefined ? {} : { owner: ofObjective });
    const document = plan([
      sector([one], { owner: ofSector }),
      sector([], { name: 'B', owner: 'Comandante Polizia Locale' }),
    ]);
    expect(planned(document).map(({ owner }) => roleKey(owner))).toEqual([expected]);
  });

  it('under another head, the lines still name the sector that lists the objective', () => {
    const one = objective([by('2023-06-30')], { owner: 'Comandante' });
    const document = plan([sector([one]), sector([], { name: 'B', owner: 'Comandante' })]);
    expect(planned(document)[0]).toMatchObject({ owner: { sector: 'B' }, subject: { sector: 'A' } });
  });
});

describe('once it is opened', () => {
  it('is an open milestone of version 1 with its identity, and its recurrence by that id', () => {
    const [first] = planned(planOf(every('FREQ=MONTHLY')));
    if (!first) throw new Error('nothing was planned');
    const opened = openObligation(first, {
      id: 'o1',
      year: 2023,
      objectiveId: 'x',
      startDay: civilDate('2023-01-01'),
      recurrenceId: 'r1',
    });
    expect(opened).toMatchObject({
      id: 'o1',
      kind: 'milestone',
      state: 'open',
      version: 1,
      doneOn: null,
      forecast: null,
      heldBack: false,
      recurrence: { id: 'r1', frequent: true },
      term: { kind: 'date', due: '2023-01-31' },
    });
  });
});
