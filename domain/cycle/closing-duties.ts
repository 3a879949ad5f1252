/**
 * What the closing of a year makes people owe, from the facts recorded so far. The same function plans the
 * duties of a plan that is not in force yet, and brings the rows of a running year in line with each fact. A
 * duty whose day hangs on a fact is owed from that fact on: nobody is pressed for what cannot be done yet.
 */
import { addDays, type CivilDate, later } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import {
  actDue,
  beforeValidation,
  type ClosingRules,
  type ClosingStep,
  closingStepsOf,
  isAct,
  transmissionDue,
} from './closing-rules.js';

/** What the Nucleo says of a Relazione (D.Lgs. 150/2009 art. 14 c. 4 lett. c); the last sends it back. */
export const OUTCOMES = ['validated', 'with-observations', 'not-validated'] as const;
/** What the Nucleo decided of the Relazione. */
export type ValidationOutcome = (typeof OUTCOMES)[number];

/** A fact that somebody recorded and nobody withdrew. */
export interface ClosingFact {
  readonly step: ClosingStep;
  /** From 1; a Relazione that was not validated is prepared, and validated, once more. */
  readonly round: number;
  /** The day on which it happened, whenever it was recorded. */
  readonly on: CivilDate;
  /** Of a validation. */
  readonly outcome: ValidationOutcome | null;
}

/** A step of the closing that somebody owes; `round`: from 1, one more each time the Nucleo did not validate. */
export interface ClosingDuty {
  readonly step: ClosingStep;
  readonly round: number;
  readonly due: CivilDate;
}

/** The round that is running: one more than the Nucleo refused to validate. */
export const roundOf = (facts: readonly ClosingFact[]): number =>
  1 + facts.filter(({ outcome }) => outcome === 'not-validated').length;

/** The round in which a fact of that step counts now: what follows the validation is done once. */
export const roundFor = (
  step: ClosingStep,
  rules: Pick<ClosingRules, 'order'>,
  facts: readonly ClosingFact[],
): number => (step === 'validation' || beforeValidation(rules).includes(step) ? roundOf(facts) : 1);

/** `undefined`: that round has none of the step. */
export const factOf = (
  facts: readonly ClosingFact[],
  step: ClosingStep,
  round: number,
): ClosingFact | undefined => facts.find((fact) => fact.step === step && fact.round === round);

/** The fact that stands for a step now; `undefined`: not there yet. */
export const standingFact = (
  rules: Pick<ClosingRules, 'order'>,
  facts: readonly ClosingFact[],
  step: ClosingStep,
): ClosingFact | undefined => factOf(facts, step, roundFor(step, rules, facts));

/** Everything that is owed, done or not, in the order of rounds and of the town's steps. */
export function closingDuties(
  rules: ClosingRules,
  year: number,
  facts: readonly ClosingFact[],
  calendar: WorkingCalendar,
): readonly ClosingDuty[] {
  const steps = closingStepsOf(rules);
  const prepared = beforeValidation(rules);
  const rounds = Array.from({ length: roundOf(facts) }, (_, index) => index + 1);
  return rounds.flatMap((round) => {
    const refusedOn = factOf(facts, 'validation', round - 1)?.on ?? null;
    const again = refusedOn === null ? null : addDays(refusedOn, rules.againDays);
    const dated = (step: ClosingStep, due: CivilDate): ClosingDuty => ({
      ...{ step, round },
      due: again === null ? due : later(due, again),
    });
    return steps.flatMap((step): readonly ClosingDuty[] => {
      if (round > 1 && step !== 'validation' && !prepared.includes(step)) return [];
      if (step === 'transmission') return [dated(step, transmissionDue(rules, year))];
      if (isAct(step)) return [dated(step, actDue(rules, year))];
      const due = step === 'validation' ? validationDue(rules, facts, round) : null;
      const last = step === 'publication' ? publicationDue(rules, facts, calendar) : due;
      return last === null ? [] : [{ step, round, due: last }];
    });
  });
}

function validationDue(rules: ClosingRules, facts: readonly ClosingFact[], round: number): CivilDate | null {
  const sent = factOf(facts, 'transmission', round);
  return sent === undefined ? null : addDays(sent.on, rules.validationDays);
}

/** From the last of the acts and of the validation, whichever order they came in; `null` while one is missing. */
export function publicationDue(
  rules: ClosingRules,
  facts: readonly ClosingFact[],
  calendar: WorkingCalendar,
): CivilDate | null {
  const last = closingStepsOf(rules)
    .filter((step) => step === 'validation' || isAct(step))
    .map((step) => standingFact(rules, facts, step)?.on ?? null)
    .reduce((a, b) => (a === null || b === null ? null : later(a, b)));
  return last === null ? null : calendar.after(last, rules.publicationDays);
}
