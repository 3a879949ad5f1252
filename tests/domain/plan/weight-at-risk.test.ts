import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { points, pointsToDecimal } from '../../../domain/plan/points.js';
import { weightAtRisk } from '../../../domain/plan/weight-at-risk.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { dueOn, external, obligation } from '../obligations/obligations.js';

/** An obligation of an objective of 10 points in sector A. */
const of = (objectiveId: string | null, due: string, over: Partial<Obligation> = {}): Obligation =>
  obligation({ objectiveId, term: dueOn(due), ...over });

const inSector = (sector: string, weight: number | null): Pick<Obligation, 'subject'> => ({
  subject: { ...obligation().subject, sector, weight: weight === null ? null : points(weight) },
});

const atRisk = (...obligations: readonly Obligation[]): string[] =>
  weightAtRisk(obligations, civilDate('2023-06-01'), 30).map(
    (one) => `${one.sector} ${pointsToDecimal(one.points)}`,
  );

describe('the weight at risk on 1 June, looking 30 days ahead', () => {
  it.each([
    ['due on the 30th day', of('x', '2023-07-01'), ['A 10']],
    ['due on the 31st day', of('x', '2023-07-02'), []],
    ['due today', of('x', '2023-06-01'), ['A 10']],
    ['late', of('x', '2023-03-31'), ['A 10']],
    ['done', of('x', '2023-06-15', { state: 'done', doneOn: civilDate('2023-06-10') }), []],
    ['waived', of('x', '2023-06-15', { state: 'waived' }), []],
    ['with an external term', of('x', '2023-06-15', { term: external('bando') }), []],
    ['without a weight', of('x', '2023-06-15', inSector('A', null)), []],
    ['of no objective', of(null, '2023-06-15'), []],
  ])('%s', (_, one, expected) => {
    expect(atRisk(one)).toEqual(expected);
  });

  it('counts an objective whole and once, however many terms of it are late', () => {
    expect(atRisk(of('x', '2023-03-31'), of('x', '2023-06-15'), of('x', '2023-06-20'))).toEqual(['A 10']);
  });

  it('counts a shared objective in each sector, with its weight there', () => {
    expect(atRisk(of('x', '2023-06-15'), of('x', '2023-06-15', inSector('B', 2.5)))).toEqual([
      'A 10',
      'B 2.5',
    ]);
  });

  it('adds up the objectives of a sector exactly', () => {
    const all = ['x', 'y', 'z'].map((id) => of(id, '2023-06-15', inSector('A', 0.1)));
    expect(atRisk(...all)).toEqual(['A 0.3']);
  });
});
