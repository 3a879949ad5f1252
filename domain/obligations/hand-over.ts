/** What a role passes on from one person to the next, in the order in which it asks for attention. */
import type { CivilDate } from '../time/civil-date.js';
import { addDays } from '../time/civil-date.js';
import { dueOf, type Obligation } from './obligation.js';

/** Calendar days that the hand-over sheet looks ahead. */
export const HAND_OVER_DAYS = 60;

/** Parts of the sheet; `closed`: concluded, or no longer due. */
export const HAND_OVER_PARTS = ['late', 'soon', 'later', 'undated', 'closed'] as const;
/** One of {@link HAND_OVER_PARTS}. */
export type HandOverPart = (typeof HAND_OVER_PARTS)[number];

/** Where an obligation stands on the sheet of `day`. */
export function handOverPart(obligation: Obligation, day: CivilDate): HandOverPart {
  if (obligation.state !== 'open') return 'closed';
  const due = dueOf(obligation);
  if (due === null) return 'undated';
  if (due < day) return 'late';
  return due <= addDays(day, HAND_OVER_DAYS) ? 'soon' : 'later';
}
