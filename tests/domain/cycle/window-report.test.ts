/** The report on a window: how each sector stands, what deviates, what is to be decided. */
import { describe, expect, it } from 'vitest';
import { EMPTY_LINE, type LineContent } from '../../../domain/cycle/submission-line.js';
import { type ReportedLine, type ReportedSector, windowReport } from '../../../domain/cycle/window-report.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const due = civilDate('2023-07-31');
const window = {
  ...{ ordinal: 1, title: 'Monitoraggio del primo semestre 2023', skipped: null, due },
  ...{
    coversFrom: civilDate('2023-01-01'),
    referenceOn: civilDate('2023-06-30'),
    opens: civilDate('2023-07-01'),
  },
};
const line = (title: string, content: Partial<LineContent>): ReportedLine => ({
  ...{ objective: title, number: null, title, indicators: [], content: { ...EMPTY_LINE, ...content } },
});
const sector = (name: string, change: Partial<ReportedSector>): ReportedSector => ({
  ...{ name, state: 'transmitted', due, asked: 1, transmitted: null, lines: [], ...change },
});
const sent = (on: string, dueThen = due) => ({ on: civilDate(on), due: dueThen, number: 1 });
const report = (sectors: readonly ReportedSector[], asOf = '2023-08-03') =>
  windowReport({ town: 'Prova', window, asOf: civilDate(asOf), sectors });

describe('how a sector stands', () => {
  it.each<[string, Partial<ReportedSector>, string, string, number]>([
    ['transmitted on the due day', { transmitted: sent('2023-07-31') }, '2023-08-03', 'on-time', 0],
    ['transmitted two days later', { transmitted: sent('2023-08-02') }, '2023-08-03', 'late', 2],
    ['not transmitted on the due day', { state: 'draft' }, '2023-07-31', 'awaited', 0],
    ['not transmitted three days later', { state: 'draft' }, '2023-08-03', 'missing', 3],
    ['returned', { state: 'returned', transmitted: sent('2023-07-20') }, '2023-07-25', 'returned', 0],
    [
      'acknowledged, transmitted again by its second due day',
      { state: 'acknowledged', transmitted: sent('2023-08-04', civilDate('2023-08-04')) },
      '2023-08-10',
      'on-time',
      0,
    ],
  ])('%s', (_, change, asOf, standing, daysLate) => {
    expect(report([sector('Uno', change)], asOf).sectors[0]).toMatchObject({ standing, daysLate });
  });
});

describe('what the Giunta reads first', () => {
  const lines = [
    line('in linea', { progress: 'on-track', proposal: 'confirm' }),
    line('in ritardo', { progress: 'late', deviation: 'un mese', proposal: 'correct' }),
    line('in linea, con scostamento', { progress: 'on-track', deviation: 'costa di più' }),
    line('fermo', { progress: 'stopped', proposal: 'confirm' }),
    line('fermo, da variare', { progress: 'stopped', proposal: 'vary', proposalText: 'rinviare' }),
  ];
  const made = report([
    sector('Uno', { transmitted: sent('2023-07-30'), lines, asked: 5 }),
    sector('Due', { state: 'draft' }),
    sector('Tre', { state: 'returned', transmitted: sent('2023-07-30') }),
  ]);
  const titles = (all: readonly { readonly title: string }[]) => all.map(({ title }) => title);

  it('deviations are what is late, stopped, or tells one', () => {
    expect(titles(made.deviations)).toEqual([
      'in ritardo',
      'in linea, con scostamento',
      'fermo',
      'fermo, da variare',
    ]);
    expect(made.sectors[0]).toMatchObject({
      deviating: 4,
      progress: { 'on-track': 2, late: 1, stopped: 2, done: 0 },
    });
  });

  it('decisions: variations proposed, what is stopped without one, sectors unheard', () => {
    expect(titles(made.variations)).toEqual(['fermo, da variare']);
    expect(titles(made.stopped)).toEqual(['fermo']);
    expect(made.unheard.map(({ name }) => name)).toEqual(['Due', 'Tre']);
  });
});
