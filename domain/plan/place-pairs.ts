/** Which objective of one version of a plan is which of the next, where somebody knows better than likeness can guess. */
import type { PlanWithIds } from './draft/plan-of-draft.js';

/** Places in one sector's list, from 0; `null`: not in that version. */
export interface PlacePair {
  readonly sector: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Which row an objective is, at its place in the versions before and after. */
export interface VersionPlace extends PlacePair {
  readonly objective: string;
}

/** Of a draft made from the plan in force: what has the same id under the same sector is the same objective. */
export function pairsOfDraft(before: PlanWithIds, after: PlanWithIds): readonly PlacePair[] {
  const [was, is] = [idsBySector(before), idsBySector(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((sector) => {
    const [old, now] = [was.get(sector) ?? [], is.get(sector) ?? []];
    return [
      ...now.map((id, at) => ({ sector, before: placeIn(old, id), after: at })),
      ...old.flatMap((id, at) => (now.includes(id) ? [] : [{ sector, before: at, after: null }])),
    ];
  });
}

/** Where the objective at that place of the later version stood; `null`: nowhere. */
export const placeBefore = (pairs: readonly PlacePair[], sector: string, after: number): number | null =>
  pairs.find((pair) => pair.sector === sector && pair.after === after)?.before ?? null;

const idsBySector = ({ plan, objectiveIds }: PlanWithIds): ReadonlyMap<string, readonly string[]> =>
  new Map(plan.sectors.map(({ name }, index) => [name, objectiveIds[index] ?? []]));

const placeIn = (ids: readonly string[], id: string): number | null => {
  const at = ids.indexOf(id);
  return at < 0 ? null : at;
};

/** Where each place of a version stands some versions later: `later` in their order. */
export const placesAfter =
  (later: readonly (readonly PlacePair[])[]) =>
  (sector: string, place: number): number | null =>
    later.reduce<number | null>(
      (at, pairs) =>
        at === null ? null : (pairs.find((one) => one.sector === sector && one.before === at)?.after ?? null),
      place,
    );
