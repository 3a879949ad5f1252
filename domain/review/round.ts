/**
 * The rounds of the evaluators' review of a year: each is about one transmission of the Relazione, has the town's
 * term for the validation and ends with an outcome. "Not validated" begins the next (design §10).
 */
import { type ClosingFact, factOf, roundOf, type ValidationOutcome } from '../cycle/closing-duties.js';
import type { ClosingRules } from '../cycle/closing-rules.js';
import { addDays, type CivilDate, civilDateOf } from '../time/civil-date.js';

/** One go of the review: another begins where the outcome was “not validated”. */
export interface ReviewRound {
  /** From 1. */
  readonly number: number;
  readonly transmittedOn: CivilDate | null;
  /** By when the outcome is owed; `null` while nothing was transmitted. */
  readonly due: CivilDate | null;
  readonly outcome: { readonly on: CivilDate; readonly is: ValidationOutcome } | null;
  /** `ahead`: not transmitted, though the evaluators may already look, ask and take notes. */
  readonly state: 'ahead' | 'open' | 'closed';
}

/** All of a year, in order; a year that ends validated has none open. */
export const reviewRounds = (
  { validationDays }: Pick<ClosingRules, 'validationDays'>,
  facts: readonly ClosingFact[],
): readonly ReviewRound[] =>
  Array.from({ length: roundOf(facts) }, (_, index) => {
    const number = index + 1;
    const transmittedOn = factOf(facts, 'transmission', number)?.on ?? null;
    const said = factOf(facts, 'validation', number);
    return {
      number,
      transmittedOn,
      due: transmittedOn === null ? null : addDays(transmittedOn, validationDays),
      outcome: said?.outcome == null ? null : { on: said.on, is: said.outcome },
      state: said !== undefined ? 'closed' : transmittedOn === null ? 'ahead' : 'open',
    };
  });

/** The first day on which the evaluators may work on a year: the year is over, or the Relazione was transmitted sooner. */
export const reviewOpens = (year: number, { transmittedOn }: ReviewRound): CivilDate => {
  const over = civilDateOf(year + 1, 1, 1);
  return transmittedOn !== null && transmittedOn < over ? transmittedOn : over;
};

/** May they ask, note and conclude on that day? */
export const isAtWork = (year: number, round: ReviewRound, asOf: CivilDate): boolean =>
  round.state !== 'closed' && asOf >= reviewOpens(year, round);
