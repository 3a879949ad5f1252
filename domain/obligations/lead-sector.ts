/**
 * The lead sector (*capofila*) of an objective that several sectors share answers for all of them: each term that
 * it lists too is owed once, by it. The weight stays where the plan gives it (design §3).
 */
import type { PlanDocument, PlanObjective } from '../plan/plan-document.js';
import type { PlannedObligation } from './from-plan.js';

/** Position of the lead sector in the plan, by the `sharedKey` of the objective. */
export type Leads = ReadonlyMap<string, number>;

/** Tells shared objectives apart: under each of its sectors one has the same. */
export const sharedKey = ({ number, title }: Pick<PlanObjective, 'number' | 'title'>): string =>
  JSON.stringify([number, title]);

/** A shared objective with the positions of the sectors that have it. */
export interface SharedObjective {
  readonly key: string;
  readonly objective: PlanObjective;
  readonly sectors: readonly number[];
}

/** Those of two sectors or more, in the order of the plan. */
export function sharedObjectives(plan: PlanDocument): readonly SharedObjective[] {
  const found = new Map<string, { objective: PlanObjective; sectors: Set<number> }>();
  for (const [position, { objectives }] of plan.sectors.entries()) {
    for (const objective of objectives.filter(({ shared }) => shared)) {
      const known = found.get(sharedKey(objective)) ?? { objective, sectors: new Set<number>() };
      found.set(sharedKey(objective), { ...known, sectors: known.sectors.add(position) });
    }
  }
  return [...found]
    .filter(([, { sectors }]) => sectors.size > 1)
    .map(([key, { objective, sectors }]) => ({ key, objective, sectors: [...sectors] }));
}

/** Those of `planned` that a lead sector owes in the place of their own; what only that sector lists is none of them. */
export function ledByOthers(
  planned: readonly PlannedObligation[],
  plan: PlanDocument,
  leads: Leads,
): ReadonlySet<PlannedObligation> {
  const owed = new Set(
    planned.flatMap((one) => {
      const led = ledBy(one, plan, leads);
      return led?.lead === one.place.sector ? [termKey(led.key, one)] : [];
    }),
  );
  return new Set(
    planned.filter((one) => {
      const led = ledBy(one, plan, leads);
      return led !== null && led.lead !== one.place.sector && owed.has(termKey(led.key, one));
    }),
  );
}

/** The shared objective of a term, where it has a lead sector. */
function ledBy(
  { place }: PlannedObligation,
  plan: PlanDocument,
  leads: Leads,
): { readonly key: string; readonly lead: number } | null {
  const objective = plan.sectors[place.sector]?.objectives[place.objective];
  const key = objective?.shared === true ? sharedKey(objective) : null;
  const lead = key === null ? undefined : leads.get(key);
  return key === null || lead === undefined ? null : { key, lead };
}

const termKey = (objective: string, { term, subject, place }: PlannedObligation): string =>
  JSON.stringify([objective, subject.milestone, term, place.occurrence]);
