/** How an objective stands in a round of review. */
import type { Conclusion } from './criteria.js';
import type { QuestionState } from './question.js';

/** `waiting`: a question is open. `answered`: all are, and nothing is concluded yet. */
export type ObjectiveState = 'to-see' | 'waiting' | 'answered' | 'concluded';

/** A conclusion stands, whatever is still asked. */
export function objectiveState(
  questions: readonly QuestionState[],
  conclusion: Conclusion | null,
): ObjectiveState {
  if (conclusion !== null) return 'concluded';
  if (questions.includes('waiting')) return 'waiting';
  return questions.includes('answered') ? 'answered' : 'to-see';
}
