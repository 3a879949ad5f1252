/** One step of a year's story, as the cycle's workflow and the page *Il ciclo* both read it. */
import { type CivilDate, daysBetween } from '../time/civil-date.js';
import type { ClosingStep } from './closing-rules.js';
import type { LegalRuleId } from './legal/legal-rule.js';

/** Stable: pages link to it, and the API tells it. */
export type StepId =
  | 'plan'
  | 'objectives'
  | `monitoring-${number}`
  | 'variations'
  | 'self-evaluation'
  | 'measurement'
  | 'ready'
  | ClosingStep
  | 'closed';

/** What a step waits for: a step before it, or whoever still owes it (`null`: the town itself). */
export type Awaited = { readonly step: StepId } | { readonly who: string | null };

/** Where one step stands: by when, done when, what it waits for. */
export interface YearStep {
  readonly id: StepId;
  /** First day on which it can be worked on; `null`: from the beginning, or not known. */
  readonly from: CivilDate | null;
  readonly due: CivilDate | null;
  /** `due` hangs on a step that is not done: it is where it falls if that one is done on its last day. */
  readonly isEstimate: boolean;
  /** `ahead`: its day has not come, or what it needs is not there. `not-asked`: this year has none. */
  readonly state: 'done' | 'open' | 'ahead' | 'not-asked';
  readonly doneOn: CivilDate | null;
  /** Calendar days after its due day, when it was done or until today; 0: in time. */
  readonly late: number;
  readonly waitsFor: readonly Awaited[];
  /** It was done, and these that should come before it were not, or were on a later day. */
  readonly outOfOrder: readonly StepId[];
  /** The norm or custom it rests on, in the legal calendar; `null`: the town's own rules alone. */
  readonly norm: LegalRuleId | null;
}

/** What a step has until its facts say otherwise. */
export const QUIET = { isEstimate: false, late: 0, waitsFor: [], outOfOrder: [], norm: null } as const;

/** Calendar days after `due`, when it was done or until `asOf`; 0: in time. */
export const lateness = (due: CivilDate | null, doneOn: CivilDate | null, asOf: CivilDate): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, doneOn ?? asOf));
