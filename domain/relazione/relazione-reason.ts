/** The reasons of a Relazione. The version for publication holds none that the RPCT has not released. */
import type { Role } from '../obligations/obligation.js';
import type { CivilDate } from '../time/civil-date.js';
import type { ReasonFact } from './objective-facts.js';

/** Of a degree under 100. */
export interface RelazioneReason {
  readonly text: string;
  /** Internal version, as all that follows. */
  readonly by?: Role['role'];
  readonly on?: CivilDate;
  readonly exOfficio?: boolean;
  /** The day on which the RPCT released it; `null`: not released. */
  readonly releasedOn?: CivilDate | null;
}

interface EvaluatorReason {
  readonly evaluatorReason: RelazioneReason | null;
  readonly evaluatorReasonWithheld: boolean;
}

/** As it was written; for publication as it was released, `null` if it was not. */
export function releasedReason(reason: ReasonFact, isInternal: boolean): RelazioneReason | null {
  const { text, by, on, exOfficio, released } = reason;
  if (!isInternal) return released === null ? null : { text: released.text };
  return { text, by: by.role, on, exOfficio, releasedOn: released?.on ?? null };
}

/** Nothing where whoever decided gave no reason of their own. */
export function evaluatorReasonOf(
  fact: ReasonFact | undefined,
  isInternal: boolean,
): Partial<EvaluatorReason> {
  if (fact === undefined) return {};
  const evaluatorReason = releasedReason(fact, isInternal);
  return { evaluatorReason, evaluatorReasonWithheld: evaluatorReason === null };
}
