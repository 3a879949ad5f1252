/**
 * On which working day each rung of an obligation falls (design §3). The n-th working day before or
 * after a due date is counted from the date as written, even a closed one, and excludes it.
 */
import { addDays, type CivilDate, later, mondayOf } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { heightOf, type Ladder, type LadderStep, type Rung } from './ladder.js';
import { dueOf, type Obligation, type Role } from './obligation.js';
import { recipientsOf } from './rung-recipients.js';

/** A rung of one obligation on its calendar day. */
export interface ScheduledRung {
  readonly rung: Rung;
  /** The working day on which it falls by itself; notices that begin later make it wait. */
  readonly day: CivilDate;
  readonly to: readonly Role[];
}

/** Days of every step for one due date, by the ladder and the calendar alone. */
export type RungDays = (due: CivilDate, ladder: Ladder) => ReadonlyMap<Rung, CivilDate>;

type Counted = WeakMap<Ladder['steps'], Map<CivilDate, ReadonlyMap<Rung, CivilDate>>>;

/** Calendars and steps stay the same objects as long as a town's closures and ladders do. */
const counted = new WeakMap<WorkingCalendar, Counted>();

/** Many obligations share their due dates, and every look at a town asks again: days are worked out once for each. */
export function rungDays(calendar: WorkingCalendar): RungDays {
  const known: Counted = counted.get(calendar) ?? new WeakMap();
  counted.set(calendar, known);
  return (due, ladder) => {
    const ofLadder = known.get(ladder.steps) ?? new Map<CivilDate, ReadonlyMap<Rung, CivilDate>>();
    known.set(ladder.steps, ofLadder);
    const dayOf = (step: LadderStep) => [step.rung, dayOfStep(step, due, ladder, calendar)] as const;
    const days = ofLadder.get(due) ?? new Map(ladder.steps.map(dayOf));
    ofLadder.set(due, days);
    return days;
  };
}

function dayOfStep(step: LadderStep, due: CivilDate, ladder: Ladder, calendar: WorkingCalendar): CivilDate {
  const { day } = step;
  switch (day.on) {
    case 'start':
    case 'due':
      return calendar.onOrBefore(due);
    case 'calendar-days-before':
      return calendar.onOrBefore(addDays(due, -day.days));
    case 'working-days-before':
      return calendar.before(due, day.days);
    case 'working-days-after':
      return calendar.after(due, day.days);
    case 'week-after-late-8': {
      const late8 = ladder.steps.find((one) => one.rung === 'late-8');
      const from = late8 ? dayOfStep(late8, due, ladder, calendar) : due;
      return calendar.onOrAfter(addDays(mondayOf(from), 7 * day.week));
    }
  }
}

/** The first day of notices: the first working day after the start day. */
export const firstNoticeDay = (startDay: CivilDate, calendar: WorkingCalendar): CivilDate =>
  calendar.after(startDay, 1);

/** The first day on which this obligation may give a notice: for what opens later, the first working day from then. */
export function noticesFrom(obligation: Obligation, calendar: WorkingCalendar): CivilDate {
  const first = firstNoticeDay(obligation.startDay, calendar);
  return obligation.opens === null ? first : later(first, calendar.onOrAfter(obligation.opens));
}

/** Due before the first day of notices: it makes one `before-start` line and never goes further. */
export const isBeforeStart = (obligation: Obligation, calendar: WorkingCalendar): boolean => {
  const due = dueOf(obligation);
  return due !== null && due < firstNoticeDay(obligation.startDay, calendar);
};

/** The rungs that this obligation has, lowest first; none when it is closed or its date is not known. */
export function scheduledRungs(
  obligation: Obligation,
  ladder: Ladder,
  calendar: WorkingCalendar,
  days: RungDays,
): readonly ScheduledRung[] {
  const due = dueOf(obligation);
  if (obligation.state !== 'open' || due === null) return [];
  const late = isBeforeStart(obligation, calendar);
  const onDays = late ? null : days(due, ladder);
  const rungs: ScheduledRung[] = [];
  for (const step of ladder.steps) {
    if (late ? !asksOnce(obligation, step.rung) : !has(obligation, step.rung, due)) continue;
    const to = recipientsOf(step, obligation.owner, ladder);
    const day = onDays === null ? firstNoticeDay(obligation.startDay, calendar) : onDays.get(step.rung);
    if (to.length > 0 && day !== undefined) rungs.push({ rung: step.rung, day, to });
  }
  return rungs;
}

/** Due before the start: one question about a term that the plan set; not about one nobody set, nor about each time. */
const asksOnce = ({ term, recurrence }: Obligation, rung: Rung): boolean =>
  rung === 'before-start' && term.kind !== 'implicit' && recurrence === null;

/** What the kind of term leaves of the ladder: implicit, frequent, or due on the last day of the year. */
function has(obligation: Obligation, rung: Rung, due: CivilDate): boolean {
  if (rung === 'before-start') return false;
  if (obligation.term.kind === 'implicit') return rung === 'first-notice';
  const answeredInMonitoring = obligation.kind === 'milestone' && due.endsWith('-12-31');
  if (answeredInMonitoring && heightOf(rung) > heightOf('due-day')) return false;
  return obligation.recurrence?.frequent ? rung === 'due-day' || rung === 'late-3' : true;
}
