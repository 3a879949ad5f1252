/** The weights of a sector under a variation: what it summed to, what it sums to now, and a proposal to make up for it. */
import { addPoints, type Points, points, UNITS_PER_POINT } from '../points.js';
import { redistributed } from '../redistribute.js';
import type { DraftObjective, DraftPlan, DraftSector } from './draft-plan.js';

/** An objective's weight in one sector: before, now, and as proposed. */
export interface WeightLine {
  readonly objective: DraftObjective;
  /** The plan in force does not have it there. */
  readonly isNew: boolean;
  /** In the plan in force; `null`: it has none there, or was not there. */
  readonly before: Points | null;
  /** What the proposal makes of it; as it is now where the proposal leaves it. */
  readonly proposed: Points | null;
}

/** Sums of one sector, and the lines they are of. */
export interface SectorWeights {
  readonly before: Points;
  readonly now: Points;
  /** There is something to make up for, and a way to do it. */
  readonly isProposed: boolean;
  /** Of what stays in the plan, in its order. */
  readonly lines: readonly WeightLine[];
}

/** `base` is the draft as it began; `null`: the plan counts no points, or the sector is not in it. */
export function sectorWeights(base: DraftPlan, now: DraftPlan, sector: string): SectorWeights | null {
  const [was, is] = [base, now].map((plan) => plan.sectors.find(({ id }) => id === sector));
  if (was === undefined || is === undefined || now.document.weights !== 'points') return null;
  const known = new Map(was.objectives.map((one) => [one.id, weightOf(one)]));
  const kept = is.objectives.filter(({ discarded }) => !discarded);
  const weighed = kept.flatMap((one) => {
    const weight = weightOf(one);
    const isFixed = one.group !== null || known.get(one.id) !== weight;
    return weight === null ? [] : [{ id: one.id, weight, isFixed }];
  });
  const total = sumOf(was);
  const proposal = new Map(redistributed(weighed, total).map(({ id, after }) => [id, after]));
  return {
    ...{ before: total, now: sumOf(is), isProposed: proposal.size > 0 },
    lines: kept.map((objective) => ({
      objective,
      isNew: !known.has(objective.id),
      before: known.get(objective.id) ?? null,
      proposed: proposal.get(objective.id) ?? weightOf(objective),
    })),
  };
}

/** The draft with these weights under one sector; ids that it does not have are left out. */
export const withWeights = (
  draft: DraftPlan,
  sector: string,
  weights: ReadonlyMap<string, number | null>,
  rev: number,
): DraftPlan => ({
  ...draft,
  sectors: draft.sectors.map((one) =>
    one.id !== sector
      ? one
      : {
          ...one,
          objectives: one.objectives.map((objective) => {
            const weight = weights.get(objective.id);
            return weight === undefined || weight === objective.weight
              ? objective
              : { ...objective, weight, rev };
          }),
        },
  ),
});

/** As a plan prints it. */
export const weightIn = (weight: Points): number => weight / UNITS_PER_POINT;

const weightOf = ({ weight }: DraftObjective): Points | null => (weight === null ? null : points(weight));
const sumOf = ({ objectives }: DraftSector): Points =>
  addPoints(objectives.filter(({ discarded }) => !discarded).flatMap((one) => weightOf(one) ?? []));
