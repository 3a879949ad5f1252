/** Plans of a few milestones, and the people who owe them. */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../../domain/plan/plan-document.js';
import type { PersonWish } from './town.js';

/** A day (`2023-06-30`), or `null` for a term fixed elsewhere. */
type Term = string | null;

const milestoneOf = (term: Term): PlanMilestone =>
  term === null
    ? { kind: 'external-term', anchor: 'decreto', phrase: 'entro i termini del decreto' }
    : { kind: 'date', date: term, phrase: `entro il ${term}` };

/** One objective of 10 points for each list of terms, numbered from 1 within its sector. */
export function planOf(
  sectors: Readonly<Record<string, readonly (readonly Term[])[]>>,
  year = 2023,
): PlanDocument {
  return {
    document: { body: 'Comune di Prova', kind: 'plan', year, act: null, actDate: null, weights: 'points' },
    sectors: Object.entries(sectors).map(([name, objectives]) => ({
      name,
      owner: null,
      weightTotal: null,
      objectives: objectives.map(
        (terms, index): PlanObjective => ({
          number: String(index + 1),
          title: `Obiettivo ${index + 1} del settore ${name}`,
          weight: 10,
          shared: false,
          indicators: [],
          milestones: terms.map(milestoneOf),
        }),
      ),
    })),
    lint: [],
  };
}

export const SECRETARY: PersonWish = { name: 'Segretaria', roles: [{ role: 'secretary' }] };
export const MAYOR: PersonWish = { name: 'Sindaca', roles: [{ role: 'mayor' }] };
export const headOf = (sector: string, more: Partial<PersonWish> = {}): PersonWish => ({
  name: `Responsabile ${sector}`,
  roles: [{ role: 'head', sector }],
  ...more,
});
