/** One objective of one sector in a Relazione. The version for publication holds no reason that the RPCT has not released. */
import { dueOf, type Term } from '../obligations/obligation.js';
import type { PlanTarget } from '../plan/plan-document.js';
import { pointsToDecimal } from '../plan/points.js';
import type { Verdict } from '../scoring/assessment.js';
import type { CountedObjective } from '../scoring/sector-total.js';
import { type CivilDate, daysBetween } from '../time/civil-date.js';
import { exactDecimal } from './exact-decimal.js';
import type { ObjectiveFact, PhaseFact } from './objective-facts.js';
import { evaluatorReasonOf, type RelazioneReason, releasedReason } from './relazione-reason.js';

/** A term, and when it was kept. */
export interface RelazionePhase {
  /** Words of the plan; `null`: it gives no term, and the end of the year holds. */
  readonly phrase: string | null;
  readonly term: Term['kind'];
  readonly due: CivilDate | null;
  readonly state: 'done' | 'open' | 'waived';
  readonly doneOn: CivilDate | null;
  /** Of what was done, after its term. */
  readonly daysLate: number;
  readonly recurs: boolean;
}

/** Decimals are exact and texts. */
export interface RelazioneObjective {
  readonly number: string | null;
  readonly title: string;
  /** Of structure: common to several sectors. */
  readonly shared: boolean;
  readonly weight: string | null;
  /** The weight that counts once what is not assessable has left; absent where totals are not told. */
  readonly counts?: string | null;
  /** Points it brings to the sector, to four decimals. */
  readonly brings?: string | null;
  readonly indicators: readonly {
    readonly text: string;
    readonly target: PlanTarget | null;
    readonly result: string | null;
  }[];
  readonly phases: readonly RelazionePhase[];
  readonly outcome: Verdict['is'] | 'undecided';
  /** Exact decimal, out of 100; `null` unless `outcome` is `degree`. */
  readonly degree: string | null;
  /** Which figure is waited for (internal version), and until when. */
  readonly waitingFor?: string | null;
  readonly waitingUntil: CivilDate | null;
  readonly reason: RelazioneReason | null;
  /** A reason is on record and is not published. */
  readonly reasonWithheld: boolean;
  /** The words of whoever decided, where they gave a reason of their own: both or neither of these two. */
  readonly evaluatorReason?: RelazioneReason | null;
  readonly evaluatorReasonWithheld?: boolean;
  /** Numbers in the index of evidence. */
  readonly evidence: readonly number[];
}

/** What the version at hand may tell of it. */
export interface ObjectiveView {
  /** Of the internal version, not of that for publication. */
  readonly isInternal: boolean;
  readonly totals: boolean;
  readonly counted: CountedObjective | undefined;
  /** Numbers of its evidence in the index. */
  readonly evidence: readonly number[];
}

export function relazioneObjective(fact: ObjectiveFact, view: ObjectiveView): RelazioneObjective {
  const { number, title, shared, weight, decided, indicators, phases } = fact;
  const { isInternal, counted, evidence } = view;
  const waiting = decided?.is === 'waiting' ? decided : null;
  const reason = fact.reason === null ? null : releasedReason(fact.reason, isInternal);
  return {
    ...{ number, title, shared, weight: weight === null ? null : pointsToDecimal(weight) },
    ...(view.totals && {
      counts: counted?.counts == null ? null : pointsToDecimal(counted.counts),
      brings: counted?.brings == null ? null : exactDecimal(counted.brings),
    }),
    indicators: indicators.map(({ text, target, result }) => ({ text, target: target ?? null, result })),
    phases: phases.filter(({ state }) => state !== 'superseded').map(phaseOf),
    outcome: decided?.is ?? 'undecided',
    degree: decided?.is === 'degree' ? pointsToDecimal(decided.degree) : null,
    ...(isInternal && { waitingFor: waiting?.for ?? null }),
    waitingUntil: waiting?.until ?? null,
    reason,
    reasonWithheld: fact.reason !== null && reason === null,
    ...evaluatorReasonOf(fact.evaluatorReason, isInternal),
    evidence,
  };
}

function phaseOf(fact: PhaseFact): RelazionePhase {
  const { phrase, term, state, doneOn, recurrence } = fact;
  const due = dueOf(fact);
  const isDone = state === 'done';
  const late = isDone && due !== null && doneOn !== null ? daysBetween(due, doneOn) : 0;
  return {
    ...{ phrase, term: term.kind, due, doneOn: isDone ? doneOn : null },
    state: isDone ? 'done' : state === 'waived' ? 'waived' : 'open',
    daysLate: Math.max(0, late),
    recurs: recurrence !== null,
  };
}
