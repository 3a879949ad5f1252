/**
 * Everything that the cycle, beside its plan, will make people owe: what a town lives once its plan is in
 * force, for a plan that has no rows yet. Each part comes from the function by which its rows are opened.
 */
import type { Obligation } from '../obligations/obligation.js';
import type { PlanDocument } from '../plan/plan-document.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { plannedClosing } from './closing-obligations.js';
import { type ClosingRules, DEFAULT_CLOSING } from './closing-rules.js';
import {
  DEFAULT_MEASUREMENT_TERMS,
  type Evaluator,
  type MeasurementTerms,
  plannedMeasurement,
} from './measurement-obligations.js';
import { plannedMonitoring } from './monitoring-obligations.js';
import { DEFAULT_WINDOWS, type WindowRule } from './windows.js';

/** What a town set for its cycle. */
export interface CycleTerms {
  readonly monitoring: readonly WindowRule[];
  readonly measurement: MeasurementTerms;
  readonly closing: ClosingRules;
  readonly evaluator: Evaluator;
}

/** Of a town that has set nothing. */
export const DEFAULT_CYCLE_TERMS: CycleTerms = {
  monitoring: DEFAULT_WINDOWS,
  measurement: DEFAULT_MEASUREMENT_TERMS,
  closing: DEFAULT_CLOSING,
  evaluator: 'oiv',
};

/** `startDay`: the later of the day of approval and the day of going live. In the order of the round. */
export const plannedCycle = (
  plan: PlanDocument,
  { monitoring, measurement, closing, evaluator }: CycleTerms,
  { startDay, calendar }: { readonly startDay: CivilDate; readonly calendar: WorkingCalendar },
): readonly Obligation[] => [
  ...plannedMonitoring(plan, monitoring, startDay),
  ...plannedMeasurement(plan, measurement, { startDay, evaluator }),
  ...plannedClosing(plan.document.year, closing, startDay, calendar),
];
