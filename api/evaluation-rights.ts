/** Who may do what in the evaluation and the closing of a year: part of the table of rights (`rights.ts`). */

import { REVIEW_RIGHTS } from './review-rights.js';
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
  /** *Relazione*: all that is known of the year, as those who answer for it read it; its texts and its snapshots. */
  'relazione.read': { secretary: 'town', oiv: 'town', mayor: 'town', assessor: 'town', rpct: 'town' },
  'relazione.write': SECRETARY,
  /** What may be published of it; the Segretario where nobody is RPCT, which the command sees to. */
  'relazione.release': { rpct: 'town', secretary: 'town' },
  /** *Termini del ciclo*: by when a year is evaluated and closed; what a change would move, and the change. */
  'terms.read': { secretary: 'town', oiv: 'town' },
  'terms.change': SECRETARY,
  ...REVIEW_RIGHTS,
} as const;
