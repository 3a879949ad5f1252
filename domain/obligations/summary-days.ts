/** From which day on the Segretario's summary speaks of an obligation, and when the next one is (design §3). */
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  mondayOf,
  monthOf,
  yearOf,
} from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { RungsAhead } from './waiting-rungs.js';

/** Why the summary speaks of an obligation, and the first day on which one may. */
export interface InSummary {
  readonly why: 'late' | 'external';
  readonly from: CivilDate;
}

/** `null`: it has no `late-1`, and its term is known. */
export function inSummary(
  { obligation, opens, rungs }: RungsAhead,
  calendar: WorkingCalendar,
): InSummary | null {
  const late1 = rungs.find(({ rung }) => rung === 'late-1');
  if (late1 !== undefined) return { why: 'late', from: firstOfWeekAfter(late1.day, calendar) };
  if (obligation.state !== 'open' || obligation.term.kind !== 'external') return null;
  return { why: 'external', from: firstOfMonthAfter(addDays(opens, -1), calendar) };
}

/** The first day of a summary after `day` that lists what is late. */
export function firstOfWeekAfter(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  for (let monday = mondayOf(day); ; monday = addDays(monday, 7)) {
    const first = calendar.onOrAfter(monday);
    if (first > day && mondayOf(first) === monday) return first;
  }
}

/** The first one that lists external terms. */
export function firstOfMonthAfter(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  for (let month = civilDateOf(yearOf(day), monthOf(day), 1); ; month = addMonths(month, 1)) {
    const first = calendar.onOrAfter(month);
    if (first > day && monthOf(first) === monthOf(month)) return first;
  }
}
