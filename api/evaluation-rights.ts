/** Who may do what in the evaluation of a year: part of the table of rights (`rights.ts`). */

import { SECRETARY } from './role-relations.js';

export const EVALUATION_RIGHTS = {
  /** A head the evaluation of the own sector; totals go no further than this. */
  'measurement.read': { head: 'own', secretary: 'town', oiv: 'town', mayor: 'town' },
  /** A draft of a sector's self-evaluation; in the end only who owes it transmits, or who stands in for them. */
  'self-evaluation.write': { head: 'own', mayor: 'own', secretary: 'town' },
  'self-evaluation.transmit': { head: 'own', mayor: 'own', secretary: 'town' },
  'self-evaluation.reopen': SECRETARY,
  /** Which of them it is, is a rule of the town's SMVP: the command sees to that. */
  'measurement.decide': { oiv: 'town', secretary: 'town', mayor: 'town' },
  /** Why it is under 100; the Segretario only where the head is gone. */
  'measurement.reason': { head: 'own', mayor: 'own', secretary: 'town' },
  /** The rules of the SMVP, how indicators are measured, payment times, dated acts. */
  'measurement.rules': SECRETARY,
  'measurement.record': SECRETARY,
} as const;
