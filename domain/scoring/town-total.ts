/** The sectors of a town, each with its own objectives and those of structure, which count for every sector. */
import type { Points } from '../plan/points.js';
import type { Verdict } from './assessment.js';
import type { Redistribution } from './growth.js';
import { type SectorTotal, sectorTotal, type WeightScale } from './sector-total.js';

/** As the plan has it. */
export interface PlannedObjective {
  readonly id: string;
  readonly weight: Points | null;
  readonly group?: string;
}

/** As the plan has it. */
export interface PlannedSector {
  readonly name: string;
  /** Those it has alone and those it shares, each with the weight it has here. */
  readonly objectives: readonly PlannedObjective[];
}

/** What was decided: of an objective in one sector, or (`sector` null) for all that share it, by its lead sector. */
export interface DecidedObjective {
  readonly objective: string;
  readonly sector: string | null;
  readonly verdict: Verdict;
}

/** In the plan's order; a sector's own verdict comes before the one for all. */
export function townTotals(
  sectors: readonly PlannedSector[],
  decided: readonly DecidedObjective[],
  scale: WeightScale,
  within: Redistribution = 'sector',
): readonly { readonly sector: string; readonly total: SectorTotal }[] {
  const verdicts = new Map(decided.map((one) => [keyOf(one.objective, one.sector), one.verdict]));
  return sectors.map(({ name, objectives }) => ({
    sector: name,
    total: sectorTotal(
      objectives.map((one) => ({
        ...one,
        decided: verdicts.get(keyOf(one.id, name)) ?? verdicts.get(keyOf(one.id, null)) ?? null,
      })),
      scale,
      within,
    ),
  }));
}

const keyOf = (objective: string, sector: string | null): string => JSON.stringify([objective, sector]);
