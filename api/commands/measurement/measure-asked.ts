/** What is asked of the parts of an objective, and what its fields are called. */
import type { Points } from '../../../domain/plan/points.js';
import type { Measure } from '../../../domain/scoring/measure-completion.js';
import type { ChangeSaid } from './measure-change.js';

export interface IndicatorAsked extends Measure {
  readonly indicator: string;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface MeasuresAsked {
  readonly year: number;
  /** `null`: whichever has these parts. */
  readonly objective: string | null;
  /** Parts that are not named stay as they are. */
  readonly indicators: readonly IndicatorAsked[];
  readonly phases: readonly { readonly milestone: string; readonly weight: Points | null }[];
  /** By what a part that was set before changes; `null`: nothing was said. */
  readonly change: ChangeSaid | null;
}

/** What a field is called in a form or a body. */
export interface MeasureFields {
  indicator(at: number, field: string): string;
  phase(at: number): string;
}

export const BODY_FIELDS: MeasureFields = {
  indicator: (at, field) => `indicators[${at}].${field}`,
  phase: (at) => `phases[${at}].weight`,
};
