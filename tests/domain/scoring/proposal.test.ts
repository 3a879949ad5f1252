import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { points, pointsFromUnits } from '../../../domain/plan/points.js';
import { degree } from '../../../domain/scoring/degree.js';
import { fraction, ONE, shownDecimal, sumOf } from '../../../domain/scoring/fraction.js';
import { byTheDay, figure } from '../../../domain/scoring/indicator.js';
import type { PartOutcome } from '../../../domain/scoring/part-worth.js';
import { type Part, proposalFrom } from '../../../domain/scoring/proposal.js';
import { DEFAULT_SCORING_RULES, ruleFor } from '../../../domain/scoring/scoring-rules.js';
import { subWeights } from '../../../domain/scoring/sub-weights.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { number, OFFICE, on, towards } from './measures.js';

const weights = (...all: readonly (number | null)[]) => all.map((one) => (one === null ? null : points(one)));

describe('how much of an objective each part counts', () => {
  it('is as deliberated, also where it does not make 100: 40 and 20 are two thirds and one', () => {
    expect(subWeights(weights(40, 20))).toEqual({
      basis: 'explicit',
      shares: [fraction(2, 3), fraction(1, 3)],
    });
  });

  it('is the same for all where the plan gives none, and says so', () => {
    expect(subWeights(weights(null, null, null))).toEqual({
      basis: 'equal',
      shares: [fraction(1, 3), fraction(1, 3), fraction(1, 3)],
    });
  });

  it('of which one weighs 50 leaves 25 to each of two others', () => {
    expect(subWeights(weights(null, 50, null))).toEqual({
      basis: 'completed',
      shares: [fraction(1, 4), fraction(1, 2), fraction(1, 4)],
    });
  });

  it.each([[[]], [[0, 0]], [[100, null]], [[60, 60, null]]])('%j is for a person to decide', (all) => {
    expect(subWeights(weights(...all))).toBeNull();
  });

  it('always makes the whole', () => {
    const weight = fc.option(fc.integer({ min: 0, max: 100_0000 }).map(pointsFromUnits));
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 8 }), (all) => {
        const weighed = subWeights(all);
        if (weighed !== null) expect(sumOf(weighed.shares)).toEqual(ONE);
      }),
    );
  });
});

const phase = (id: string, due: string, outcome: PartOutcome, weight: number | null = null): Part => {
  const indicator = byTheDay(civilDate(due));
  return {
    id,
    weight: weight === null ? null : points(weight),
    rule: ruleFor(DEFAULT_SCORING_RULES, indicator),
    occurrences: [{ indicator, outcome }],
  };
};
const done = (day: string): PartOutcome => ({ is: 'measured', value: on(day) });

describe('the degree that the facts propose', () => {
  it('of two phases, one in time and one 20 days late at a point a day, is 90', () => {
    const found = proposalFrom(
      [phase('a', '2023-06-30', done('2023-06-30')), phase('b', '2023-09-30', done('2023-10-20'))],
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'degree', degree: degree(90), basis: 'equal' });
  });

  it('weighs them as the plan says: 80 and 20 with the second never done is 80', () => {
    const found = proposalFrom(
      [phase('a', '2023-06-30', done('2023-06-01'), 80), phase('b', '2023-09-30', { is: 'never' }, 20)],
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'degree', degree: degree(80), basis: 'explicit' });
  });

  it('of three phases of which one is done is 33.3333, and its exact shares are kept', () => {
    const found = proposalFrom(
      ['a', 'b', 'c'].map((id) => phase(id, '2023-06-30', id === 'a' ? done('2023-06-30') : { is: 'never' })),
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'degree', degree: degree(33.3333) });
    expect(found.is === 'degree' && shownDecimal(sumOf(found.parts.map(({ share }) => share)), 4)).toBe(
      '1.0000',
    );
  });

  it('leaves out what an act took away, and the others carry its weight', () => {
    const found = proposalFrom(
      [
        phase('a', '2023-06-30', done('2023-06-30'), 30),
        phase('b', '2023-09-30', { is: 'never' }, 10),
        phase('c', '2023-09-30', { is: 'dropped' }, 60),
      ],
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'degree', degree: degree(75) });
  });

  it('waits for a figure between what it would be without and with it: from 40 to 100', () => {
    const committed = towards('rising', null, 95, 'percentage');
    const found = proposalFrom(
      [
        phase('phase', '2023-06-30', done('2023-06-30'), 40),
        {
          id: 'figure',
          weight: points(60),
          rule: { rule: 'linear' },
          occurrences: [{ indicator: committed, outcome: { is: 'waiting' } }],
        },
      ],
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'waiting', from: degree(40), to: degree(100), for: ['figure'] });
  });

  it('is that nothing can be assessed when everything was taken away, and left to people when there is nothing', () => {
    expect(proposalFrom([phase('a', '2023-06-30', { is: 'dropped' })], OFFICE)).toEqual({
      is: 'not-assessable',
    });
    expect(proposalFrom([], OFFICE)).toEqual({ is: 'by-hand' });
    expect(
      proposalFrom(
        [phase('a', '2023-06-30', { is: 'never' }, 100), phase('b', '2023-06-30', { is: 'never' })],
        OFFICE,
      ),
    ).toEqual({ is: 'by-hand' });
  });

  it('takes phases and figures together: 76 of 95 % and a phase done are 90', () => {
    const found = proposalFrom(
      [
        phase('phase', '2023-06-30', done('2023-06-30')),
        {
          id: 'figure',
          weight: null,
          rule: { rule: 'linear' },
          occurrences: [
            {
              indicator: { ...towards('rising', null, 95), baseline: figure(0) },
              outcome: { is: 'measured', value: number(76) },
            },
          ],
        },
      ],
      OFFICE,
    );
    expect(found).toMatchObject({ is: 'degree', degree: degree(90) });
  });
});
