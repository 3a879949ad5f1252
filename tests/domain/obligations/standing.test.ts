import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import {
  isDueBy,
  isLate,
  lastDaySoon,
  type Standing,
  standing,
} from '../../../domain/obligations/standing.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { ITALY } from './lived.js';
import { done, dueOn, external, implicit, obligation } from './obligations.js';

const day = civilDate;
const closed = (state: Obligation['state'], doneOn: string | null = null): Partial<Obligation> => ({
  state,
  doneOn: doneOn === null ? null : day(doneOn),
});

describe('how an obligation due on Friday 30 June 2023 stands', () => {
  it.each<[string, string, Partial<Obligation>, Standing]>([
    ['eleven working days before it is early', '2023-06-15', {}, { kind: 'early', workingDaysLeft: 11 }],
    ['ten working days before it is due soon', '2023-06-16', {}, { kind: 'due-soon', workingDaysLeft: 10 }],
    ['the day before', '2023-06-29', {}, { kind: 'due-soon', workingDaysLeft: 1 }],
    ['on the day', '2023-06-30', {}, { kind: 'due-today' }],
    [
      'on the Sunday after it is overdue by no working day',
      '2023-07-02',
      {},
      { kind: 'overdue', workingDays: 0, explained: false },
    ],
    ['seven working days after', '2023-07-11', {}, { kind: 'overdue', workingDays: 7, explained: false }],
    [
      'late, with a forecast that has not passed',
      '2023-07-11',
      { forecast: day('2023-07-11') },
      { kind: 'overdue', workingDays: 7, explained: true },
    ],
    [
      'late, with a forecast that has passed',
      '2023-07-12',
      { forecast: day('2023-07-11') },
      { kind: 'overdue', workingDays: 8, explained: false },
    ],
    [
      'a forecast does not change what is not late yet',
      '2023-06-29',
      { forecast: day('2023-07-31') },
      { kind: 'due-soon', workingDaysLeft: 1 },
    ],
    ['done early', '2023-07-11', closed('done', '2023-05-02'), { kind: 'met' }],
    ['done on the day, recorded later', '2023-07-11', closed('done', '2023-06-30'), { kind: 'met' }],
    ['done on the Sunday after', '2023-07-11', closed('done', '2023-07-02'), { kind: 'met-late', days: 2 }],
    ['waived by an act', '2023-07-11', closed('waived'), { kind: 'waived' }],
    ['superseded', '2023-07-11', closed('superseded'), { kind: 'superseded' }],
    ['with an external term', '2023-07-11', { term: external('bando') }, { kind: 'undetermined' }],
    [
      'with an external term, done',
      '2023-07-11',
      { ...closed('done', '2023-07-01'), term: external('bando') },
      { kind: 'met' },
    ],
    [
      'with an implicit term, as with one of 31 December',
      '2023-12-30',
      { term: implicit(2023) },
      { kind: 'due-soon', workingDaysLeft: 0 },
    ],
  ])('%s (%s)', (_, asOf, over, expected) => {
    expect(standing(obligation(over), day(asOf), ITALY)).toEqual(expected);
  });

  it('due on a closed day it is due today on that day, and late the day after, closed or not', () => {
    const sunday = obligation({ term: dueOn('2023-04-30') });
    expect(standing(sunday, day('2023-04-30'), ITALY)).toEqual({ kind: 'due-today' });
    expect(standing(sunday, day('2023-05-01'), ITALY)).toMatchObject({ kind: 'overdue', workingDays: 0 });
    expect(isLate(sunday, day('2023-05-01'))).toBe(true);
  });
});

describe('late, or due soon', () => {
  it.each([
    ['2023-06-15', obligation(), false, false],
    ['2023-06-16', obligation(), false, true],
    ['2023-06-30', obligation(), false, true],
    ['2023-07-01', obligation(), true, true],
    ['2023-07-01', done('2023-07-01')(obligation()), false, false],
    ['2023-07-01', obligation({ state: 'waived' }), false, false],
    ['2023-07-01', obligation({ term: external(null) }), false, false],
  ])('on %s', (asOf, one, late, lateOrSoon) => {
    expect([isLate(one, day(asOf)), isDueBy(one, lastDaySoon(day(asOf), ITALY))]).toEqual([late, lateOrSoon]);
  });
});
