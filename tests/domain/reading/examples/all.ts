/** All examples of the reader: at once its tests and its handbook. */
import { LEFT_OUT, NOT_DUE, ONLY_HAPPENS } from './clauses.js';
import { DAYS } from './days.js';
import { MISPRINTS } from './misprints.js';
import { LEAP_YEAR, MONTHS_AND_PERIODS } from './months-and-periods.js';
import { NOT_DEADLINES, ROLES } from './not-deadlines.js';
import { RECURRENCES } from './recurrences.js';
import { EXTERNAL_TERMS, TERMS } from './terms.js';

export const CHAPTERS = {
  days: DAYS,
  'months and periods': [...MONTHS_AND_PERIODS, ...LEAP_YEAR],
  recurrences: RECURRENCES,
  terms: TERMS,
  'external terms': EXTERNAL_TERMS,
  roles: ROLES,
  'what is left out': LEFT_OUT,
  'what only happens': ONLY_HAPPENS,
  'what is no deadline': NOT_DEADLINES,
  'what is not due': NOT_DUE,
  misprints: MISPRINTS,
} as const;

export const EXAMPLES = Object.values(CHAPTERS).flat();
