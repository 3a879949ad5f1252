/**
 * The lines of the Segretario's summary (design §3): on the first working day of the week everything
 * late that has a `late-1`, from the first summary on a later day than it until 31 December; on the
 * first working day of the month also the external terms that nobody has dated, until 31 December.
 */
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  later,
  mondayOf,
  monthOf,
  yearOf,
} from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { AgendaFacts, ScheduledObligation } from './agenda-facts.js';
import type { Obligation } from './obligation.js';

export interface SummaryLine {
  readonly obligation: Obligation;
  readonly why: 'late' | 'external';
}

/** The day after which a late obligation stands in the summary; `null` when it never does. */
const late1Day = ({ rungs }: ScheduledObligation): CivilDate | null =>
  rungs.find((one) => one.rung === 'late-1')?.day ?? null;

const isUndated = (obligation: Obligation): boolean =>
  obligation.state === 'open' && obligation.term.kind === 'external';

/** After its year's end a milestone is asked for by the second monitoring instead; other duties have nothing else. */
const isSpokenOf = ({ kind, year }: Obligation, day: CivilDate): boolean =>
  kind !== 'milestone' || yearOf(day) <= year;

/** Late ones first. Empty when this working day has no summary. */
export function summaryLines({ schedule, calendar }: AgendaFacts, day: CivilDate): readonly SummaryLine[] {
  const inTime = schedule.filter(({ obligation }) => isSpokenOf(obligation, day));
  const late = calendar.isFirstOfWeek(day) ? inTime.filter((one) => (late1Day(one) ?? day) < day) : [];
  const external = calendar.isFirstOfMonth(day)
    ? inTime.filter((one) => isUndated(one.obligation) && one.opens <= day)
    : [];
  return [
    ...late.map(({ obligation }): SummaryLine => ({ obligation, why: 'late' })),
    ...external.map(({ obligation }): SummaryLine => ({ obligation, why: 'external' })),
  ];
}

/** The first working day after `day` that will have a summary if nothing changes. */
export function nextSummaryDay({ schedule, calendar }: AgendaFacts, day: CivilDate): CivilDate | null {
  let first: CivilDate | null = null;
  // Nearly all of them are asked about from the same day on.
  const [week, month] = [daysAfter(firstOfWeekAfter, calendar), daysAfter(firstOfMonthAfter, calendar)];
  for (const scheduled of schedule) {
    const { obligation, opens } = scheduled;
    const late1 = late1Day(scheduled);
    if (late1 === null && !isUndated(obligation)) continue;
    const after = later(day, late1 ?? addDays(opens, -1));
    const next = late1 === null ? month(after) : week(after);
    if (isSpokenOf(obligation, next) && (first === null || next < first)) first = next;
  }
  return first;
}

type DayAfter = (day: CivilDate, calendar: WorkingCalendar) => CivilDate;

/** Works each day out once. */
function daysAfter(dayAfter: DayAfter, calendar: WorkingCalendar): (day: CivilDate) => CivilDate {
  const known = new Map<CivilDate, CivilDate>();
  return (day) => {
    const next = known.get(day) ?? dayAfter(day, calendar);
    known.set(day, next);
    return next;
  };
}

function firstOfWeekAfter(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  for (let monday = mondayOf(day); ; monday = addDays(monday, 7)) {
    const first = calendar.onOrAfter(monday);
    if (first > day && mondayOf(first) === monday) return first;
  }
}

function firstOfMonthAfter(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  for (let month = civilDateOf(yearOf(day), monthOf(day), 1); ; month = addMonths(month, 1)) {
    const first = calendar.onOrAfter(month);
    if (first > day && monthOf(first) === monthOf(month)) return first;
  }
}
