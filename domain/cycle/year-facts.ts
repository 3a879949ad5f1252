/** What is known of a year when its steps are worked out: facts only, read from rows. */
import type { ObligationState } from '../obligations/obligation.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { ClosingFact } from './closing-duties.js';
import type { ClosingRules } from './closing-rules.js';
import type { SkippedBecause } from './windows.js';

/** Something that one sector, or the evaluator, owes in a step. */
export interface OwedInStep {
  /** Sector; `null`: the town. */
  readonly who: string | null;
  readonly opens: CivilDate | null;
  readonly due: CivilDate | null;
  readonly state: ObligationState;
  readonly doneOn: CivilDate | null;
}

/** A monitoring window, and the submissions owed in it. */
export interface WindowFacts {
  readonly ordinal: number;
  readonly title: string;
  readonly opens: CivilDate;
  readonly due: CivilDate;
  readonly skipped: SkippedBecause | null;
  readonly owed: readonly OwedInStep[];
}

/** Days of the town; what is `null` or empty has not happened. */
export interface YearFacts {
  readonly year: number;
  /** `null`: no plan yet. */
  readonly approvedOn: CivilDate | null;
  /** Where the law wants the plan by; `null`: it does not say. */
  readonly planDue: CivilDate | null;
  readonly closedOn: CivilDate | null;
  /** The plan's own terms: how many, how many are answered, the last day of them. */
  readonly terms: { readonly all: number; readonly open: number; readonly last: CivilDate | null };
  /** Days from which each change of the plan holds. */
  readonly variations: readonly CivilDate[];
  readonly windows: readonly WindowFacts[];
  readonly selfEvaluations: readonly OwedInStep[];
  readonly measurements: readonly OwedInStep[];
  readonly rules: ClosingRules;
  readonly closing: readonly ClosingFact[];
  /** The year was declared ready for the Nucleo with things missing. */
  readonly readyAnyway: CivilDate | null;
  readonly calendar: WorkingCalendar;
}
