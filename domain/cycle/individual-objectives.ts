/**
 * Individual objectives: what a Responsabile assigns to the collaborators of a sector, each linked to an objective of
 * the plan. What does not fit is told, never refused: nothing here is an obligation, and nobody is reminded of it.
 */
import { addPoints, type Points, UNITS_PER_POINT } from '../plan/points.js';
import type { Degree } from '../scoring/degree.js';
import type { CivilDate } from '../time/civil-date.js';

/** At the end of the year. */
export type IndividualDegree =
  | { readonly is: 'degree'; readonly degree: Degree }
  | { readonly is: 'not-assessable' }
  | { readonly is: 'open' };

/** The objective of the sector that it helps to reach. */
export interface ParentObjective {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  /** The last of its terms in the sector, as the plan has them today; `null`: none is known. */
  readonly due: CivilDate | null;
  readonly withdrawn: boolean;
}

/** As assigned; the degree is what the Responsabile gave at the end of the year. */
export interface IndividualObjective {
  readonly id: string;
  /** Whose it is. */
  readonly collaborator: string;
  readonly title: string;
  /** `null`: none was given. */
  readonly weight: Points | null;
  readonly due: CivilDate;
  readonly degree: IndividualDegree;
  readonly parent: ParentObjective;
}

/** What is told about the objectives of a sector's people; none of it is refused. */
export type IndividualFinding =
  /** Somebody has none. */
  | { readonly is: 'none'; readonly collaborator: string }
  /** The weights of a person do not make 100; `unweighted`: how many have none. */
  | {
      readonly is: 'weights';
      readonly collaborator: string;
      readonly sum: Points;
      readonly unweighted: number;
    }
  /** Due after the objective it helps to reach: as it was assigned, or since a variation moved that one. */
  | {
      readonly is: 'after-parent';
      readonly collaborator: string;
      readonly objective: string;
      readonly due: CivilDate;
      readonly parentDue: CivilDate;
    }
  | { readonly is: 'parent-withdrawn'; readonly collaborator: string; readonly objective: string };

const WHOLE = 100 * UNITS_PER_POINT;

/** By person, in the given order: first what is missing, then what does not fit. */
export const individualFindings = (
  collaborators: readonly string[],
  objectives: readonly IndividualObjective[],
): readonly IndividualFinding[] =>
  collaborators.flatMap((collaborator): readonly IndividualFinding[] => {
    const own = objectives.filter((one) => one.collaborator === collaborator);
    if (own.length === 0) return [{ is: 'none', collaborator }];
    return [...weightFinding(collaborator, own), ...own.flatMap(parentFinding)];
  });

function weightFinding(
  collaborator: string,
  own: readonly IndividualObjective[],
): readonly IndividualFinding[] {
  const weights = own.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  // With no weights at all the person has them alike: real plans are so, and nothing is missing.
  if (weights.length === 0) return [];
  const sum = addPoints(weights);
  const unweighted = own.length - weights.length;
  return sum === WHOLE && unweighted === 0 ? [] : [{ is: 'weights', collaborator, sum, unweighted }];
}

function parentFinding(one: IndividualObjective): readonly IndividualFinding[] {
  const { id: objective, collaborator, due, parent } = one;
  if (parent.withdrawn) return [{ is: 'parent-withdrawn', collaborator, objective }];
  if (parent.due === null || due <= parent.due) return [];
  return [{ is: 'after-parent', collaborator, objective, due, parentDue: parent.due }];
}
