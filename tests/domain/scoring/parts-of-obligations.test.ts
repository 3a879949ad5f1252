import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { points } from '../../../domain/plan/points.js';
import { degree } from '../../../domain/scoring/degree.js';
import { partsOf } from '../../../domain/scoring/parts-of-obligations.js';
import { proposalFrom } from '../../../domain/scoring/proposal.js';
import { DEFAULT_SCORING_RULES } from '../../../domain/scoring/scoring-rules.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { OFFICE } from './measures.js';

type Phase = Pick<Obligation, 'id' | 'state' | 'term' | 'doneOn' | 'recurrence'>;
const YEAR_END = civilDate('2023-12-31');

const phase = (
  id: string,
  due: string | null,
  state: Phase['state'],
  doneOn: string | null = null,
): Phase => ({
  id,
  state,
  term: due === null ? { kind: 'external', anchor: null } : { kind: 'date', due: civilDate(due) },
  doneOn: doneOn === null ? null : civilDate(doneOn),
  recurrence: null,
});
const monthly = (count: number, done: number): readonly Phase[] =>
  Array.from({ length: count }, (_, month) => ({
    ...phase(`m${month}`, `2023-${String(month + 1).padStart(2, '0')}-28`, month < done ? 'done' : 'open'),
    doneOn: month < done ? civilDate(`2023-${String(month + 1).padStart(2, '0')}-01`) : null,
    recurrence: { id: 'monthly', frequent: true },
  }));
const proposed = (
  phases: readonly Phase[],
  until = YEAR_END,
  weight: (one: Phase) => number | null = () => null,
) =>
  proposalFrom(
    partsOf(
      phases,
      (one) => {
        const points100 = weight(one);
        return points100 === null ? null : points(points100);
      },
      DEFAULT_SCORING_RULES,
      until,
    ),
    OFFICE,
  );

describe('the phases of an objective', () => {
  it('done in time, 10 days late and never are worth 100, 90 and 0: 63.3333 together', () => {
    expect(
      proposed([
        phase('a', '2023-04-30', 'done', '2023-04-30'),
        phase('b', '2023-06-30', 'done', '2023-07-10'),
        phase('c', '2023-09-30', 'open'),
      ]),
    ).toMatchObject({ is: 'degree', degree: degree(63.3333), basis: 'equal' });
  });

  it('a recurrence counts once: 9 of 12 months and a phase never done are 75 and 0, so 37.5', () => {
    expect(proposed([...monthly(12, 9), phase('b', '2023-06-30', 'open')])).toMatchObject({
      degree: degree(37.5),
    });
  });

  it('weigh as the plan says: 80 and 20', () => {
    expect(
      proposed(
        [phase('a', '2023-04-30', 'done', '2023-04-01'), phase('b', '2023-06-30', 'open')],
        YEAR_END,
        ({ id }) => (id === 'a' ? 80 : 20),
      ),
    ).toMatchObject({ degree: degree(80), basis: 'explicit' });
  });

  it('looked at on 30 June wait for what is due later: from 50 to 100', () => {
    expect(
      proposed(
        [phase('a', '2023-04-30', 'done', '2023-04-30'), phase('b', '2023-09-30', 'open')],
        civilDate('2023-06-30'),
      ),
    ).toMatchObject({ is: 'waiting', from: degree(50), to: degree(100), for: ['b'] });
  });

  it('of a recurrence half way wait for the months to come: 6 of 12 done is from 50 to 100', () => {
    expect(proposed(monthly(12, 6), civilDate('2023-06-30'))).toMatchObject({
      is: 'waiting',
      from: degree(50),
      to: degree(100),
      for: ['monthly'],
    });
  });

  it('taken away by an act, or replaced by another, count no more; when nothing is left nothing can be assessed', () => {
    const gone = [phase('b', '2023-06-30', 'waived'), phase('c', '2023-09-30', 'superseded')];
    expect(proposed([phase('a', '2023-04-30', 'done', '2023-04-30'), ...gone])).toMatchObject({
      degree: degree(100),
    });
    expect(proposed(gone)).toEqual({ is: 'not-assessable' });
    expect(proposed([])).toEqual({ is: 'by-hand' });
  });

  it('whose term nobody ever said are done or awaited', () => {
    expect(proposed([phase('a', null, 'done', '2023-10-12')])).toMatchObject({ degree: degree(100) });
    expect(proposed([phase('a', null, 'open')])).toMatchObject({
      is: 'waiting',
      from: degree(0),
      to: degree(100),
    });
  });
});
