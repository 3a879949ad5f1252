/**
 * One objective of one sector, from the proposal to the decision. Every step is kept; what stands is folded from
 * the steps in the order in which they were recorded, whatever the order in which they are read.
 */
import type { Role } from '../obligations/obligation.js';
import type { CivilDate } from '../time/civil-date.js';
import { type Degree, FULL } from './degree.js';

/** What somebody says of an objective. A degree under 100 has its reason. */
export type Verdict =
  | { readonly is: 'degree'; readonly degree: Degree; readonly reason: string | null }
  /** *Non valutabile*: its weight goes to the others. */
  | { readonly is: 'not-assessable'; readonly reason: string }
  /** *In attesa del dato* (the rendiconto, a report of others). */
  | { readonly is: 'waiting'; readonly for: string; readonly until: CivilDate | null };

/** What somebody did; stored as it is. */
export type AssessmentStep =
  | { readonly step: 'proposed'; readonly degree: Degree }
  | { readonly step: 'self-evaluated'; readonly verdict: Verdict }
  /** `exOfficio`: the head is gone, the Segretario writes the reason. */
  | { readonly step: 'reason-given'; readonly reason: string; readonly exOfficio: boolean }
  | { readonly step: 'decided'; readonly verdict: Verdict }
  | { readonly step: 'reopened'; readonly reason: string };

/** A step, with who and when (a day of the town). */
export interface RecordedStep {
  /** Order of recording within the assessment; no two are alike. */
  readonly seq: number;
  readonly by: Role;
  readonly on: CivilDate;
  readonly what: AssessmentStep;
}

/** What stands after all steps. */
export interface Assessment {
  readonly proposed: Degree | null;
  readonly selfEvaluated: Verdict | null;
  /** `null`: not yet, or reopened. */
  readonly decided: Verdict | null;
  /** Why it is under 100, in the words of whoever is responsible; `exOfficio`: of the Segretario in their stead. */
  readonly reason: { readonly text: string; readonly exOfficio: boolean } | null;
  /** How many times a decision was taken back. */
  readonly reopened: number;
}

/** Of an objective that nobody has looked at. */
export const NOTHING_SAID: Assessment = {
  proposed: null,
  selfEvaluated: null,
  decided: null,
  reason: null,
  reopened: 0,
};

export function assessmentFrom(steps: readonly RecordedStep[]): Assessment {
  const { isDecidersReason: _, ...so } = inOrder(steps).reduce((one, { what }) => after(one, what), BEGIN);
  return so;
}

/** While folding: the reason that stands came with a decision, and goes with the next one that has its own. */
interface Folding extends Assessment {
  readonly isDecidersReason: boolean;
}

const BEGIN: Folding = { ...NOTHING_SAID, isDecidersReason: false };

/** As they were recorded. */
export const inOrder = (steps: readonly RecordedStep[]): readonly RecordedStep[] =>
  steps.toSorted((a, b) => a.seq - b.seq);

/** The reason that is told; of a full degree there is none, also where the self-evaluation gave one. */
export const reasonTold = ({ decided, reason }: Assessment): Assessment['reason'] =>
  decided?.is === 'degree' && decided.degree === FULL ? null : reason;

/**
 * The step by which the reason that stands was given; `null`: none stands. Who decides as self-evaluated repeats the
 * head's words, and they stay the head's.
 */
export function reasonStepIn(steps: readonly RecordedStep[]): RecordedStep | null {
  let so = BEGIN;
  let given: RecordedStep | null = null;
  for (const step of inOrder(steps)) {
    const next = after(so, step.what);
    if (next.reason !== so.reason) given = step;
    so = next;
  }
  return given;
}

function after(so: Folding, what: AssessmentStep): Folding {
  switch (what.step) {
    case 'proposed':
      return { ...so, proposed: what.degree };
    case 'self-evaluated':
      return { ...so, selfEvaluated: what.verdict, ...headsReason(reasonOf(what.verdict)) };
    case 'reason-given':
      return { ...so, ...headsReason({ text: what.reason, exOfficio: what.exOfficio }) };
    case 'decided': {
      const own = so.reason === null || so.isDecidersReason ? reasonOf(what.verdict) : null;
      return { ...so, decided: what.verdict, ...(own !== null && { reason: own, isDecidersReason: true }) };
    }
    case 'reopened':
      return { ...so, decided: null, reopened: so.reopened + 1 };
  }
}

const headsReason = (reason: Assessment['reason']): Partial<Folding> =>
  reason === null ? {} : { reason, isDecidersReason: false };

/** What a verdict gives as its reason. */
export const reasonOf = (verdict: Verdict): Assessment['reason'] =>
  verdict.is !== 'waiting' && verdict.reason !== null ? { text: verdict.reason, exOfficio: false } : null;
