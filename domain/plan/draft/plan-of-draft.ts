/** A draft as a plan: without what was put aside, with weights summed anew where something changed. */
import type { LintWarning, PlanDocument, PlanObjective, PlanSector } from '../plan-document.js';
import { addPoints, points, UNITS_PER_POINT } from '../points.js';
import type { DraftObjective, DraftPlan, DraftSector } from './draft-plan.js';

/** A plan and, place by place, the objectives of the draft that it was made of. */
export interface PlanWithIds {
  readonly plan: PlanDocument;
  /** By position in `plan.sectors`. */
  readonly sectorIds: readonly string[];
  /** By position: sector, then objective. */
  readonly objectiveIds: readonly (readonly string[])[];
}

/** A sector that lost all its objectives is left out; one that never had any stays. */
export function planOf(draft: DraftPlan): PlanWithIds {
  const kept = draft.sectors
    .map((sector) => ({ sector, live: sector.objectives.filter((one) => !one.discarded) }))
    .filter(({ sector, live }) => live.length > 0 || sector.objectives.length === 0);
  const sectors = kept.map(({ sector, live }): PlanSector => {
    const { name, owner } = sector;
    return { name, owner, weightTotal: totalOf(sector, live, draft), objectives: live.map(plain) };
  });
  const lint = draft.lint.filter((warning) => stillSaid(warning, draft));
  return {
    plan: { document: draft.document, sectors, lint },
    sectorIds: kept.map(({ sector }) => sector.id),
    objectiveIds: kept.map(({ live }) => live.map(({ id }) => id)),
  };
}

/** Keys in the order of the contract; what was not said stays absent. */
function plain(objective: DraftObjective): PlanObjective {
  const { id: _id, rev: _rev, discarded: _discarded, from: _from, group: _group, ...said } = objective;
  return said;
}

const isUntouched = (sector: DraftSector): boolean =>
  sector.rev === 0 && sector.objectives.every(({ rev }) => rev === 0);

function totalOf(sector: DraftSector, live: readonly DraftObjective[], draft: DraftPlan): number | null {
  if (isUntouched(sector) && draft.rev === 0) return sector.weightTotal;
  if (draft.document.weights !== 'points') return null;
  const weights = live.flatMap(({ weight }) => (weight === null ? [] : [points(weight)]));
  return addPoints(weights) / UNITS_PER_POINT;
}

/** What the document's lint said holds as long as nobody changed what it spoke of. */
function stillSaid({ where }: LintWarning, draft: DraftPlan): boolean {
  const about = draft.sectors.filter(({ name }) => where.sector === undefined || name === where.sector);
  if (where.title === undefined) return draft.rev === 0 && about.length > 0 && about.every(isUntouched);
  return about.some(({ objectives }) =>
    objectives.some(
      ({ title, number, rev }) =>
        rev === 0 && title === where.title && (where.number === undefined || number === where.number),
    ),
  );
}
