/** What a program may change of a plan, by objective. */
import type { PlanObjective } from '../plan-document.js';
import type { ObjectiveFields } from './edit-objective.js';

/** By name of the sector. */
export interface SectorWeightSaid {
  readonly sector: string;
  readonly weight: number | null;
}

/** What is absent stays as it is. */
export type Amendment = Partial<ObjectiveFields> & { readonly weights?: readonly SectorWeightSaid[] };

/** `objective`: id in the draft, of any of its places. */
export type PlanChange =
  | { readonly change: 'withdraw'; readonly objective: string }
  | { readonly change: 'amend'; readonly objective: string; readonly to: Amendment }
  /** The sectors that have it from now on, all of them; at least one had it. */
  | {
      readonly change: 'share';
      readonly objective: string;
      readonly weights: readonly SectorWeightSaid[];
    }
  | {
      readonly change: 'add';
      /** One, or several that share it. */
      readonly weights: readonly SectorWeightSaid[];
      readonly objective: Omit<PlanObjective, 'weight' | 'shared'>;
    };
