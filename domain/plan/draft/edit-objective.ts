/** Correcting one objective, one sector, or what the document says of itself. */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../plan-document.js';
import {
  type DraftObjective,
  type DraftPlan,
  type DraftSector,
  findObjective,
  saidBy,
  sharersOf,
  withObjectives,
} from './draft-plan.js';

/** What a person may correct of an objective. */
export type ObjectiveFields = Pick<
  PlanObjective,
  'number' | 'title' | 'weight' | 'owner' | 'indicators' | 'milestones'
>;

/**
 * Title, number, owner, indicators and milestones of a shared objective are the same under every sector;
 * the weight is of this one. `rev` is the version that this edit makes. `null`: no such objective.
 */
export function changeObjective(
  draft: DraftPlan,
  id: string,
  fields: ObjectiveFields,
  rev: number,
): DraftPlan | null {
  const placed = findObjective(draft, id);
  if (placed === null) return null;
  const { objective } = placed;
  const sharers = new Set(sharersOf(draft, objective).map((one) => one.objective.id));
  return withObjectives(draft, (one) => {
    if (one.id === id) return withFields(one, fields, rev);
    if (!sharers.has(one.id)) return null;
    return withFields(one, asUnder(one, objective, fields), rev);
  });
}

/** Another sector's copy: what it says by itself (its weight, lists that were its own, its lines) stays. */
function asUnder(copy: DraftObjective, before: DraftObjective, fields: ObjectiveFields): ObjectiveFields {
  const sameIndicators = JSON.stringify(copy.indicators) === JSON.stringify(before.indicators);
  const sameMilestones = listSaid(copy.milestones) === listSaid(before.milestones);
  const own = new Map(copy.milestones.map((one) => [saidBy(one), one]));
  return {
    ...fields,
    weight: copy.weight,
    indicators: sameIndicators ? fields.indicators : copy.indicators,
    milestones: sameMilestones
      ? fields.milestones.map((one) => own.get(saidBy(one)) ?? one)
      : copy.milestones,
  };
}

const listSaid = (milestones: readonly PlanMilestone[]): string => milestones.map(saidBy).join('\n');

function withFields(one: DraftObjective, fields: ObjectiveFields, rev: number): DraftObjective {
  const { number, title, weight, owner, indicators, milestones } = fields;
  const { owner: _, ...rest } = { ...one, number, title, weight, indicators, milestones };
  const next = owner === undefined ? rest : { ...rest, owner };
  return sameJson(one, next) ? one : { ...next, rev };
}

/** Whatever the order of the keys. */
const sameJson = (a: object, b: object): boolean => sorted(a) === sorted(b);
const sorted = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** `null`: no such sector. Whoever calls has seen to it that no other has the name. */
export function changeSector(
  draft: DraftPlan,
  id: string,
  fields: { readonly name: string; readonly owner: string | null },
  rev: number,
): DraftPlan | null {
  if (!draft.sectors.some((one) => one.id === id)) return null;
  const change = (one: DraftSector): DraftSector =>
    one.id !== id || (one.name === fields.name && one.owner === fields.owner)
      ? one
      : { ...one, ...fields, rev };
  return { ...draft, sectors: draft.sectors.map(change) };
}

/** The year, how weights count, the act as the document calls it. */
export const changeDocument = (
  draft: DraftPlan,
  document: PlanDocument['document'],
  rev: number,
): DraftPlan => (sameJson(draft.document, document) ? draft : { ...draft, document, rev });
