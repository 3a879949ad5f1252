/**
 * What of a difference between two plans a variation carries through on obligations that are already open, and
 * what it does not: that is refused as a whole rather than done by half.
 */

import type { PlanDifference } from './plan-difference.js';
import type { PlanMilestone } from './plan-document.js';
import { isRecast } from './sharing.js';

const DATED: readonly PlanMilestone['kind'][] = ['date', 'month-end', 'period'];

/** One term that somebody owes: a day of its own, or one that is fixed elsewhere. */
const isSingle = (one: PlanMilestone): boolean =>
  one.role === undefined &&
  one.invalid !== true &&
  (one.kind === 'external-term' || (DATED.includes(one.kind) && one.date !== undefined));

/** The same term with another day: what is open of it goes on, its ladder begins anew. */
export const isMove = (before: PlanMilestone, after: PlanMilestone): boolean =>
  isSingle(before) && isSingle(after);

/** The words or the weight of a term changed, not what is owed when. */
export function sameTerm(before: PlanMilestone, after: PlanMilestone): boolean {
  const term = ({ phrase: _p, weight: _w, sourceLine: _s, ...rest }: PlanMilestone): string =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return term(before) === term(after);
}

/** One sentence each, in Italian, with its place; empty: the whole difference can be carried out. */
export function beyondVariation(difference: PlanDifference): readonly string[] {
  const { sectors, owners, objectives } = difference;
  return [
    ...sectors.added.map((name) => `Il settore «${name}» non è nel piano in vigore.`),
    // Without a new one beside it, it lost its objectives; with one it may be that one by another name.
    ...(sectors.added.length === 0 ? [] : sectors.gone).map(
      (name) => `Il settore «${name}» del piano in vigore qui non c'è più.`,
    ),
    ...owners.map(
      (name) => `Cambia il responsabile stampato per il settore «${name}»: si cambia in Persone e ruoli.`,
    ),
    ...objectives
      .filter((one) => !sectors.added.includes(one.sector) && isRecast(one, difference))
      .map(({ sector, after }) => `«${after?.said.title ?? ''}» (${sector}): ${RECAST}`),
  ];
}

const RECAST =
  'due obiettivi diventano uno, o uno diventa due. Togli quello che non serve più e aggiungi quello nuovo.';
