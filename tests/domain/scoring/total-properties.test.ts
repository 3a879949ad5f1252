import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPoints, points, pointsFromUnits } from '../../../domain/plan/points.js';
import { assessmentFrom, type RecordedStep, type Verdict } from '../../../domain/scoring/assessment.js';
import { degreeFromUnits, FULL } from '../../../domain/scoring/degree.js';
import { atLeast, compared, distance, fraction, ONE } from '../../../domain/scoring/fraction.js';
import { reweighed } from '../../../domain/scoring/reweighing.js';
import { sectorTotal, type WeighedObjective } from '../../../domain/scoring/sector-total.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const REOPENED = { step: 'reopened', reason: 'Dato corretto' } as const;
const units = fc.integer({ min: 1, max: 100_0000 });
const anyVerdict: fc.Arbitrary<Verdict | null> = fc.oneof(
  fc.constant(null),
  fc.constant<Verdict>({ is: 'waiting', for: 'rendiconto', until: null }),
  fc.constant<Verdict>({ is: 'not-assessable', reason: 'Finanziamento revocato' }),
  fc
    .integer({ min: 0, max: 100_0000 })
    .map((one): Verdict => ({ is: 'degree', degree: degreeFromUnits(one), reason: 'Gara deserta' })),
);

/** Weights of a sector that make exactly 100 points. */
const sector = fc
  .array(fc.tuple(units, anyVerdict), { minLength: 1, maxLength: 30 })
  .map((rows): readonly WeighedObjective[] => {
    const weights = reweighed(
      rows.map(([one]) => pointsFromUnits(one)),
      points(100),
    );
    return rows.map(([, decided], index) => ({
      id: String(index),
      weight: weights?.[index] ?? null,
      decided,
    }));
  });

describe('weights', () => {
  it('grown to any sum make it to the last ten-thousandth, and none is off by a whole one', () => {
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 40 }), units, (all, sum) => {
        const weights = all.map(pointsFromUnits);
        const grown = reweighed(weights, pointsFromUnits(sum)) ?? [];
        expect(addPoints(grown)).toBe(sum);
        const own = addPoints(weights);
        for (const [index, one] of grown.entries()) {
          const exact = fraction(BigInt(all[index] ?? 0) * BigInt(sum), own);
          expect(compared(distance(fraction(one), exact), ONE)).toBeLessThan(0);
        }
      }),
    );
  });

  it('of nothing carry nothing', () => {
    expect(reweighed([], points(100))).toBeNull();
    expect(reweighed([points(0)], points(100))).toBeNull();
    expect(reweighed([], points(0))).toEqual([]);
  });
});

describe('the total of any sector', () => {
  it('keeps 100 when weight is given to others, and what is left carries all of it', () => {
    fc.assert(
      fc.property(sector, fc.constantFrom('sector', 'group'), (objectives, within) => {
        const total = sectorTotal(objectives, 'points', within);
        const counts = total.objectives.flatMap(({ counts: one }) => (one === null ? [] : [one]));
        expect(total.outOf).toBe(FULL);
        if (counts.length > 0) expect(addPoints(counts)).toBe(FULL);
        const all = objectives.map((one) =>
          one.decided?.is === 'not-assessable'
            ? one
            : { ...one, decided: { is: 'degree' as const, degree: FULL, reason: null } },
        );
        if (counts.length > 0) expect(sectorTotal(all, 'points', within).total).toEqual(fraction(100));
      }),
    );
  });

  it('lies between its ends, from 0 to 100, and is known when nothing is open', () => {
    fc.assert(
      fc.property(sector, (objectives) => {
        const { from, to, total, open } = sectorTotal(objectives, 'points');
        expect(atLeast(to, from) && atLeast(from, fraction(0)) && atLeast(fraction(100), to)).toBe(true);
        if (open.length === 0) expect(from).toEqual(to);
        if (total !== null) expect([open, total]).toEqual([[], to]);
      }),
    );
  });

  it('does not depend on the order of objectives, of the plan or of the decisions', () => {
    fc.assert(
      fc.property(
        sector.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([objectives, shuffled]) => {
          const [one, other] = [objectives, shuffled].map((all) => sectorTotal(all, 'points'));
          expect([one?.from, one?.to, one?.total]).toEqual([other?.from, other?.to, other?.total]);
        },
      ),
    );
  });

  it('does not depend on the order in which the steps of all its assessments are read', () => {
    const step = fc.tuple(fc.nat({ max: 4 }), anyVerdict);
    const history = fc.array(step, { maxLength: 30 }).map((all) =>
      all.map(([objective, verdict], index) => ({
        objective,
        step: {
          ...{ seq: index, by: { role: 'oiv' } as const, on: civilDate('2024-03-01') },
          what: verdict === null ? REOPENED : ({ step: 'decided', verdict } as const),
        },
      })),
    );
    const totalOf = (all: readonly { readonly objective: number; readonly step: RecordedStep }[]) =>
      sectorTotal(
        [0, 1, 2, 3, 4].map((id) => ({
          id: String(id),
          weight: points(20),
          decided: assessmentFrom(all.flatMap((one) => (one.objective === id ? [one.step] : []))).decided,
        })),
        'points',
      );
    fc.assert(
      fc.property(
        history.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(totalOf(shuffled)).toEqual(totalOf(all));
        },
      ),
    );
  });

  it('never falls when one degree rises', () => {
    fc.assert(
      fc.property(sector, fc.nat(), fc.integer({ min: 0, max: 100_0000 }), (objectives, at, higher) => {
        const index = at % objectives.length;
        const before = objectives[index]?.decided;
        if (before?.is !== 'degree' || higher < before.degree) return;
        const raised = objectives.map((one, place) =>
          place === index ? { ...one, decided: { ...before, degree: degreeFromUnits(higher) } } : one,
        );
        expect(atLeast(sectorTotal(raised, 'points').from, sectorTotal(objectives, 'points').from)).toBe(
          true,
        );
      }),
    );
  });

  it('is a whole number of ten-thousand-millionths where nothing leaves: no rounding anywhere', () => {
    fc.assert(
      fc.property(sector, (objectives) => {
        const { from } = sectorTotal(
          objectives.filter(({ decided }) => decided?.is === 'degree'),
          'points',
        );
        expect((from.over * 10_000_000_000n) % from.under).toBe(0n);
      }),
    );
  });
});
