/** Everything the agenda looks at. Facts only: whoever calls has read them from rows, or made them up for a rehearsal. */
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { Ladders } from './ladder.js';
import type { Fired, FiredRung } from './notice.js';
import type { Obligation } from './obligation.js';
import { noticesFrom, rungDays, type ScheduledRung, scheduledRungs } from './rung-days.js';

/** An obligation with the days of its rungs, worked out once. */
export interface ScheduledObligation {
  readonly obligation: Obligation;
  /** First day on which it may give a notice. */
  readonly opens: CivilDate;
  /** Lowest first; empty when it has none (closed, undated). */
  readonly rungs: readonly ScheduledRung[];
}

export interface AgendaFacts {
  readonly schedule: readonly ScheduledObligation[];
  /** Notices already given, by obligation id. */
  readonly fired: Fired;
  readonly calendar: WorkingCalendar;
}

/** Puts the obligations of a town on its calendar by its ladders. */
export function agendaFacts(
  obligations: readonly Obligation[],
  fired: Fired,
  ladders: Ladders,
  calendar: WorkingCalendar,
): AgendaFacts {
  const days = rungDays(calendar);
  const schedule = obligations.map((obligation) => ({
    obligation,
    opens: noticesFrom(obligation, calendar),
    rungs: scheduledRungs(obligation, ladders[obligation.kind], calendar, days),
  }));
  return { schedule, fired, calendar };
}

const NONE: readonly FiredRung[] = [];

export const firedOf = (facts: AgendaFacts, obligation: Obligation): readonly FiredRung[] =>
  facts.fired.get(obligation.id) ?? NONE;
