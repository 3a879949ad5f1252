/** The examination one objective after the other. */
import { expect, it } from 'vitest';
import type { ReviewedObjective, ReviewedSector } from '../../api/queries/review-page.js';
import { nextToConclude, objectivesOnce } from '../../api/views/review/review-order.js';

const objective = (id: string, isConcluded = false): ReviewedObjective =>
  ({
    measured: { objective: { id } },
    conclusion: isConcluded ? { conclusion: 'met' } : null,
  }) as unknown as ReviewedObjective;
const sector = (
  name: string,
  objectives: readonly ReviewedObjective[],
  excluded = false,
): ReviewedSector => ({
  ...{ id: name, name, excluded, objectives },
});

it('an objective of structure counts once; a sector one may not judge takes its objectives away, shared ones too', () => {
  const shared = objective('s1');
  const two = [sector('Uno', [shared, objective('a')]), sector('Due', [shared, objective('b')])];
  expect(objectivesOnce(two).map(({ measured }) => measured.objective.id)).toEqual(['s1', 'a', 'b']);
  const barred = [sector('Uno', [shared, objective('a')]), sector('Due', [shared, objective('b')], true)];
  expect(objectivesOnce(barred).map(({ measured }) => measured.objective.id)).toEqual(['a']);
});

it('the next is the first without a conclusion behind the one that is read, then from the start; none: there is no other', () => {
  const all = [sector('Uno', [objective('a'), objective('b', true), objective('c'), objective('d', true)])];
  expect(nextToConclude(all, 'a')?.id).toBe('c');
  expect(nextToConclude(all, 'c')?.id).toBe('a');
  expect(nextToConclude(all, 'd')?.id).toBe('a');
  expect(nextToConclude([sector('Uno', [objective('a'), objective('b', true)])], 'a')).toBeNull();
});
