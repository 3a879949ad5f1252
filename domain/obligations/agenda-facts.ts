/** Everything the agenda looks at. Facts only: whoever calls has read them from rows, or made them up for a rehearsal. */
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { Ladders } from './ladder.js';
import { type DueRung, type Fired, type FiredRung, firedRung } from './notice.js';
import { type Obligation, type RoleKey, roleKey } from './obligation.js';
import { noticesFrom, rungDays, scheduledRungs } from './rung-days.js';
import { type InSummary, inSummary } from './summary-days.js';
import { type RungsAhead, type WaitingRung, waitingRungs } from './waiting-rungs.js';

/** An obligation with the days of its rungs and what was said of it, worked out once until the next notice of it. */
export interface ScheduledObligation extends RungsAhead {
  /** Whether and from when the Segretario's summary speaks of it. */
  readonly summary: InSummary | null;
  /** Notices already given. */
  readonly fired: readonly FiredRung[];
  /** The key of its owner. */
  readonly owner: RoleKey;
  /** What can still fire, lowest rung first. */
  readonly waiting: readonly WaitingRung[];
  /** The first day on which some of it can, be it past; `null` when none can any more. */
  readonly first: CivilDate | null;
}

/** Prepared once, asked for many days. */
export interface AgendaFacts {
  readonly schedule: readonly ScheduledObligation[];
  /** The first day on which some of it can fire, be it past; `null`: none can any more. */
  readonly first: CivilDate | null;
  readonly calendar: WorkingCalendar;
}

/** Puts the obligations of a town on its calendar by its ladders; `fired` holds the notices already given. */
export function agendaFacts(
  obligations: readonly Obligation[],
  fired: Fired,
  ladders: Ladders,
  calendar: WorkingCalendar,
): AgendaFacts {
  const days = rungDays(calendar);
  const schedule = obligations.map((obligation) => {
    const rungs = scheduledRungs(obligation, ladders[obligation.kind], calendar, days);
    const ahead = { obligation, opens: noticesFrom(obligation, calendar), rungs };
    const known = { ...ahead, summary: inSummary(ahead, calendar), owner: roleKey(obligation.owner) };
    return scheduled(known, fired.get(obligation.id) ?? NONE, calendar);
  });
  return { schedule, first: firstOf(schedule), calendar };
}

const NONE: readonly FiredRung[] = [];

/** What no notice changes. */
type Known = Omit<ScheduledObligation, 'fired' | 'waiting' | 'first'>;

function scheduled(
  { obligation, opens, rungs, summary, owner }: Known,
  fired: readonly FiredRung[],
  calendar: WorkingCalendar,
): ScheduledObligation {
  const waiting = waitingRungs({ obligation, opens, rungs }, fired, calendar);
  let first: CivilDate | null = null;
  for (const { from, isLapsed } of waiting) if (!isLapsed) first = earliest(first, from);
  return { obligation, opens, rungs, summary, owner, fired, waiting, first };
}

const earliest = (first: CivilDate | null, day: CivilDate | null): CivilDate | null =>
  day === null || (first !== null && first <= day) ? first : day;

function firstOf(schedule: readonly ScheduledObligation[]): CivilDate | null {
  let first: CivilDate | null = null;
  for (const one of schedule) first = earliest(first, one.first);
  return first;
}

/** The same after a round of that day has given these notices. */
export function afterNotices(facts: AgendaFacts, due: readonly DueRung[], day: CivilDate): AgendaFacts {
  if (due.length === 0) return facts;
  const told = new Map<string, FiredRung[]>();
  for (const one of due) {
    const fired = told.get(one.obligation.id);
    if (fired === undefined) told.set(one.obligation.id, [firedRung(one, day)]);
    else fired.push(firedRung(one, day));
  }
  const schedule = facts.schedule.map((one) => {
    const news = told.get(one.obligation.id);
    return news === undefined ? one : scheduled(one, [...one.fired, ...news], facts.calendar);
  });
  return { ...facts, schedule, first: firstOf(schedule) };
}

/** The notices given, by obligation id: what {@link agendaFacts} makes the same facts of. */
export const firedIn = ({ schedule }: AgendaFacts): Fired =>
  new Map(schedule.map(({ obligation, fired }) => [obligation.id, fired]));
