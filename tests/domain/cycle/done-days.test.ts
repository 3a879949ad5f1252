/** Which terms of the *Calendario normativo* the program knows to be kept. */
import { expect, it } from 'vitest';
import type { ClosingFact } from '../../../domain/cycle/closing-duties.js';
import { CLOSING_ORDERS, DEFAULT_CLOSING } from '../../../domain/cycle/closing-rules.js';
import { doneAsDuties, doneByCycle } from '../../../domain/cycle/legal/done-days.js';
import type { WindowFacts } from '../../../domain/cycle/year-facts.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const fact = (
  step: ClosingFact['step'],
  on: string,
  outcome: ClosingFact['outcome'] = null,
): ClosingFact => ({
  ...{ step, round: 1, on: civilDate(on), outcome },
});
const window = (
  ordinal: number,
  days: readonly (string | null)[],
  skipped: WindowFacts['skipped'] = null,
) => ({
  ...{ ordinal, title: '', opens: civilDate('2023-07-01'), due: civilDate('2023-07-31'), skipped },
  owed: days.map((day) => ({
    ...{ who: null, opens: null, due: null, doneOn: day === null ? null : civilDate(day) },
    state: day === null ? ('open' as const) : ('done' as const),
  })),
});
const done = (windows: readonly WindowFacts[], closing: readonly ClosingFact[], order = CLOSING_ORDERS[0]) =>
  doneByCycle({ windows, closing, rules: { ...DEFAULT_CLOSING, order } });

it('a window is done when the last sector has transmitted; not while one is out, nor when nobody was asked', () => {
  const windows = [window(1, ['2023-07-10', '2023-07-28']), window(2, ['2024-01-12', null])];
  expect(done(windows, [])).toEqual({ 'monitoring-first': '2023-07-28' });
  expect(done([window(1, []), window(2, ['2024-01-12'], 'closed-before-start')], [])).toEqual({});
});

it('a Relazione is kept by its approval, its validation unless it was refused, its publication; by the one act where there is one', () => {
  const closing = [
    fact('adoption', '2024-05-03'),
    fact('validation', '2024-05-20', 'not-validated'),
    fact('validation', '2024-06-10', 'with-observations'),
    fact('approval', '2024-06-20'),
    fact('publication', '2024-06-25'),
  ];
  expect(done([], closing)).toEqual({
    ...{ relazione: '2024-06-20', validation: '2024-06-10', 'relazione-published': '2024-06-25' },
  });
  expect(done([], closing.slice(0, 2))).toEqual({});
});

it('a term that several owe as obligations is kept on the day of the last', () => {
  const owed = (days: readonly (string | null)[]) =>
    days.map((day) => ({ rule: 'budget' as const, doneOn: day === null ? null : civilDate(day) }));
  expect(doneAsDuties(owed(['2023-03-31', '2023-04-14']))).toEqual({ budget: '2023-04-14' });
  expect(doneAsDuties(owed(['2023-03-31', null]))).toEqual({});
});
