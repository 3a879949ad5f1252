/** Whether a step of an assessment may be taken now, by this role. A refusal names the field it is about. */
import { type Role, roleKey } from '../obligations/obligation.js';
import type { Assessment, AssessmentStep, Verdict } from './assessment.js';
import { FULL } from './degree.js';

/** Why a step is not taken, beside the field it is about. */
export type AssessmentRefusal =
  /** A degree under 100, or none, without its reason. */
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  /** Waiting, for what? */
  | { readonly code: 'figure-not-named'; readonly field: 'for' }
  | { readonly code: 'not-the-evaluator'; readonly field: 'by' }
  | { readonly code: 'not-the-head'; readonly field: 'by' }
  /** There is a head in office: the reason is theirs to give. */
  | { readonly code: 'head-in-office'; readonly field: 'exOfficio' }
  | { readonly code: 'already-decided'; readonly field: 'verdict' }
  | { readonly code: 'not-decided'; readonly field: 'verdict' };

/** Who may take which step. */
export interface AssessmentContext {
  /** Who answers for the objective: the head of its sector, or whom the plan prints in their place. */
  readonly owner: Role;
  /** Who decides, a setting of the town. */
  readonly evaluator: 'oiv' | 'secretary' | 'mayor';
  /** Somebody holds the owner's role today. */
  readonly headInOffice: boolean;
}

/** `null`: the step may be recorded. The evaluator's own reason is enough where the head gave none. */
export const assessmentRefusal = (
  so: Assessment,
  step: AssessmentStep,
  by: Role,
  context: AssessmentContext,
): AssessmentRefusal | null =>
  roleRefusal(step, by, context) ?? stateRefusal(so, step) ?? wordsRefusal(so, step);

function roleRefusal(
  step: AssessmentStep,
  by: Role,
  { owner, evaluator, headInOffice }: AssessmentContext,
): AssessmentRefusal | null {
  const isHead = roleKey(by) === roleKey(owner);
  const isSubstitute = by.role === 'secretary' && !headInOffice;
  switch (step.step) {
    case 'proposed':
      return null;
    case 'self-evaluated':
      return isHead || isSubstitute ? null : notTheHead;
    case 'reason-given':
      if (!step.exOfficio) return isHead ? null : notTheHead;
      if (headInOffice) return { code: 'head-in-office', field: 'exOfficio' };
      return isSubstitute ? null : notTheHead;
    case 'decided':
    case 'reopened':
      return by.role === evaluator ? null : { code: 'not-the-evaluator', field: 'by' };
  }
}

/** A decision that waits for a figure may be followed by the one that has it. */
function stateRefusal({ decided }: Assessment, { step }: AssessmentStep): AssessmentRefusal | null {
  if (step === 'reopened') return decided === null ? { code: 'not-decided', field: 'verdict' } : null;
  if (step === 'reason-given' || decided === null || decided.is === 'waiting') return null;
  return { code: 'already-decided', field: 'verdict' };
}

function wordsRefusal({ reason }: Assessment, step: AssessmentStep): AssessmentRefusal | null {
  switch (step.step) {
    case 'proposed':
      return null;
    case 'self-evaluated':
      return verdictRefusal(step.verdict, null);
    case 'decided':
      return verdictRefusal(step.verdict, reason?.text ?? null);
    default:
      return isBlank(step.reason) ? reasonMissing : null;
  }
}

const notTheHead = { code: 'not-the-head', field: 'by' } as const;
const reasonMissing = { code: 'reason-missing', field: 'reason' } as const;

/** `known`: a reason that stands already. */
function verdictRefusal(verdict: Verdict, known: string | null): AssessmentRefusal | null {
  switch (verdict.is) {
    case 'degree':
      return verdict.degree < FULL && isBlank(verdict.reason ?? known) ? reasonMissing : null;
    case 'not-assessable':
      return isBlank(verdict.reason) ? reasonMissing : null;
    case 'waiting':
      return isBlank(verdict.for) ? { code: 'figure-not-named', field: 'for' } : null;
  }
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
