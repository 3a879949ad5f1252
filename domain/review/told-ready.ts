/** When the evaluators are told, with the alert of 15:00, that a year can be worked on: once a round. */
import { type ClosingFact, factOf, roundOf } from '../cycle/closing-duties.js';
import type { YearStep } from '../cycle/year-step.js';

/**
 * The round to tell of; `null`: none. The first when nothing is missing any more, or when it is said that it goes on
 * all the same, or when it is transmitted before that; each later one when it is transmitted again.
 */
export function roundToTell(steps: readonly YearStep[], facts: readonly ClosingFact[]): number | null {
  const round = roundOf(facts);
  if (factOf(facts, 'validation', round) !== undefined) return null;
  const isReady = steps.some(({ id, state }) => id === 'ready' && state === 'done');
  const isTransmitted = factOf(facts, 'transmission', round) !== undefined;
  return isTransmitted || (round === 1 && isReady) ? round : null;
}
