/**
 * "Peso in scadenza": the whole weight of an objective, once per sector, when any open obligation of
 * it is late or due within N days (design §3). A lead sector puts at risk the weight of all that it answers for.
 */
import { dueOf, type Obligation } from '../obligations/obligation.js';
import { addDays, type CivilDate } from '../time/civil-date.js';
import { addPoints, type Points } from './points.js';

/** How many calendar days ahead the summary and the dashboard look. */
export const WEIGHT_AT_RISK_DAYS = 30;

/** Per sector that has any, in the order in which the sectors first appear. */
export function weightAtRisk(
  obligations: readonly Obligation[],
  asOf: CivilDate,
  days: number,
): readonly { readonly sector: string; readonly points: Points }[] {
  const until = addDays(asOf, days);
  const sectors = new Map<string, Map<string, Points>>();
  for (const obligation of obligations) {
    const { state, subject, objectiveId } = obligation;
    const due = dueOf(obligation);
    if (
      state !== 'open' ||
      obligation.yearClosed === true ||
      due === null ||
      due > until ||
      objectiveId === null
    )
      continue;
    for (const { sector, weight } of [subject, ...(subject.answersFor ?? [])]) {
      if (weight === null) continue;
      const objectives = sectors.get(sector) ?? new Map<string, Points>();
      objectives.set(objectiveId, weight);
      sectors.set(sector, objectives);
    }
  }
  return [...sectors].map(([sector, objectives]) => ({ sector, points: addPoints(objectives.values()) }));
}
