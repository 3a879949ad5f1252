/** What a Relazione tells of one objective in one sector: what was planned, what was reached, why not all of it, and what proves it. */
import type { ObligationState, Role, Term } from '../obligations/obligation.js';
import type { PlanIndicator } from '../plan/plan-document.js';
import type { Points } from '../plan/points.js';
import type { Verdict } from '../scoring/assessment.js';
import type { CivilDate } from '../time/civil-date.js';

/** Why a degree is under 100, or there is none to give. */
export interface ReasonFact {
  readonly text: string;
  readonly by: Role;
  readonly on: CivilDate;
  /** *D'ufficio*: the Segretario wrote it in the stead of a head who is gone. */
  readonly exOfficio: boolean;
  /** What the RPCT read again and released, in the words to be published; `null`: not released. */
  readonly released: { readonly text: string; readonly on: CivilDate } | null;
}

/** What proves a result. The description is published, the file is not. */
export interface EvidenceFact {
  readonly description: string;
  readonly on: CivilDate | null;
  /** `sha256`: hex. `null`: an act or an address named in words. */
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

/** A term of the objective in the sector, as its obligation stands. */
export interface PhaseFact {
  /** Words of the plan; `null`: implicit term. */
  readonly phrase: string | null;
  readonly term: Term;
  readonly state: ObligationState;
  readonly doneOn: CivilDate | null;
  /** The same for all occurrences of one recurrence. */
  readonly recurrence: string | null;
}

/** An indicator of the plan, and its figure. */
export interface IndicatorFact extends PlanIndicator {
  /** Measured at the end of the year, as typed; `null`: nothing was said. */
  readonly result: string | null;
}

/** As decided when the facts were read. */
export interface ObjectiveFact {
  /** Of a structure objective the same under each sector that has it. */
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly shared: boolean;
  /** In this sector; `null`: the plan gives none. */
  readonly weight: Points | null;
  readonly indicators: readonly IndicatorFact[];
  readonly phases: readonly PhaseFact[];
  /** `null`: nobody has decided yet. */
  readonly decided: Verdict | null;
  readonly reason: ReasonFact | null;
  /** Of whoever decided, where their words are others than `reason`; absent: there are none, as in what froze before they were kept. */
  readonly evaluatorReason?: ReasonFact;
  readonly evidence: readonly EvidenceFact[];
}
