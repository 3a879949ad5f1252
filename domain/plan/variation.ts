/**
 * What of a difference between two plans a variation carries through on obligations that are already open, and
 * what it does not: that is refused as a whole rather than done by half.
 */

import { sharedKey } from '../obligations/lead-sector.js';
import type { ObjectiveDifference, PlanDifference } from './plan-difference.js';
import type { PlanMilestone, PlanObjective } from './plan-document.js';

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
  const { sectors, owners, objectives, pairs } = difference;
  const staying = new Set(
    pairs
      .flatMap(({ before, after }) => [before, after].map(({ said }) => said))
      .filter(isShared)
      .map(sharedKey),
  );
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
      .filter(({ sector }) => !sectors.added.includes(sector))
      .flatMap((one) => beyond(one, staying)),
  ];
}

const isShared = ({ shared }: PlanObjective): boolean => shared;

function beyond(one: ObjectiveDifference, staying: ReadonlySet<string>): readonly string[] {
  const said = one.after?.said ?? one.before?.said;
  if (said === undefined) return [];
  const place = `«${said.title}» (${one.sector})`;
  if (one.before === null || one.after === null) {
    const what = one.before === null ? 'aggiunto' : 'tolto';
    // In all of its sectors at once it is an objective like any other.
    const isPart = said.shared && staying.has(sharedKey(said));
    return isPart ? [`L'obiettivo comune ${place} è ${what} solo in un settore.`] : [];
  }
  return one.fields.includes('shared') ? [`Cambiano i settori che hanno l'obiettivo ${place}.`] : [];
}
