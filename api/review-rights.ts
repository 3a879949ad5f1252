/** Who may do what in the evaluators' review of a year: part of the table of rights (`rights.ts`). */
import { OWN, SECRETARY } from './role-relations.js';

const EVALUATORS = { oiv: 'town' } as const;

export const REVIEW_RIGHTS = {
  /** The evaluators and the Segretario all of it, but for private notes; others the questions put to them. */
  'review.read': { ...OWN, ...SECRETARY, ...EVALUATORS },
  /** Objective by objective, and the papers of the round. */
  'review.examine': { ...EVALUATORS, ...SECRETARY },
  /** A question is put, or withdrawn, by a member; whoever owes the answer concludes its obligation. */
  'review.ask': EVALUATORS,
  'review.note': EVALUATORS,
  /** A conclusion on a criterion or on an objective. */
  'review.conclude': EVALUATORS,
  /** A conflict; the Segretario for a member who writes on paper. The outcome is `cycle.validate`. */
  'review.declare': { ...EVALUATORS, ...SECRETARY },
  /** The checklist of the town. */
  'review.criteria': { ...EVALUATORS, ...SECRETARY },
} as const;
