/**
 * How an obligation stands on a day. Early, due and missed are derived and never stored; a done one
 * stands by the day declared, not by the day of recording (design §3).
 */
import { addDays, type CivilDate, daysBetween } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { dueOf, type Obligation } from './obligation.js';

/** How many working days ahead a term counts as "in scadenza". */
const DUE_SOON_WORKING_DAYS = 10;

/** Working days are the town’s; `days` of `met-late` are calendar days. */
export type Standing =
  | { readonly kind: 'early'; readonly workingDaysLeft: number }
  | { readonly kind: 'due-soon'; readonly workingDaysLeft: number }
  | { readonly kind: 'due-today' }
  /** `explained`: an answer "in corso" whose forecast has not passed. */
  | { readonly kind: 'overdue'; readonly workingDays: number; readonly explained: boolean }
  | { readonly kind: 'met' }
  | { readonly kind: 'met-late'; readonly days: number }
  | { readonly kind: 'waived' }
  | { readonly kind: 'superseded' }
  /** Its date is fixed elsewhere and nobody has entered it yet. */
  | { readonly kind: 'undetermined' };

/** How it stands at the end of the day `asOf`. */
export function standing(obligation: Obligation, asOf: CivilDate, calendar: WorkingCalendar): Standing {
  if (obligation.state === 'waived' || obligation.state === 'superseded') return { kind: obligation.state };
  const due = dueOf(obligation);
  if (obligation.state === 'done') {
    const late = due === null || obligation.doneOn === null ? 0 : daysBetween(due, obligation.doneOn);
    return late > 0 ? { kind: 'met-late', days: late } : { kind: 'met' };
  }
  if (due === null) return { kind: 'undetermined' };
  if (due === asOf) return { kind: 'due-today' };
  if (due < asOf) {
    const explained = obligation.forecast !== null && obligation.forecast >= asOf;
    return { kind: 'overdue', workingDays: calendar.between(due, asOf), explained };
  }
  const workingDaysLeft = calendar.between(asOf, due);
  return { kind: workingDaysLeft <= DUE_SOON_WORKING_DAYS ? 'due-soon' : 'early', workingDaysLeft };
}

/** Open and past its due date. */
export function isLate(obligation: Obligation, asOf: CivilDate): boolean {
  const due = dueOf(obligation);
  return obligation.state === 'open' && due !== null && due < asOf;
}

/** The last day that counts as "in scadenza" on a day: the eve of the working day too many. */
export const lastDaySoon = (asOf: CivilDate, calendar: WorkingCalendar): CivilDate =>
  addDays(calendar.after(asOf, DUE_SOON_WORKING_DAYS + 1), -1);

/** Asked for still, and due by that day: with {@link lastDaySoon}, late or soon due. */
export function isDueBy(obligation: Obligation, day: CivilDate): boolean {
  const due = dueOf(obligation);
  return obligation.state === 'open' && obligation.yearClosed !== true && due !== null && due <= day;
}
