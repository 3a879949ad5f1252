/** One obligation as lists, pages and the JSON API show it, on a day. */
import type { Obligation } from '../../domain/obligations/obligation.js';
import { dueOf } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import { STANDING_CODES, type StandingCode, type StandingView, standingView } from './standing-code.js';

export interface ObligationView {
  readonly obligation: Obligation;
  readonly due: CivilDate | null;
  readonly standing: StandingView;
}

/** With what was said when it was concluded. */
export interface RecordView extends ObligationView {
  readonly record: ObligationRecord;
}

export const viewOf = (
  obligation: Obligation,
  today: CivilDate,
  calendar: WorkingCalendar,
): ObligationView => ({
  obligation,
  due: dueOf(obligation),
  standing: standingView(obligation, today, calendar),
});

export const recordView = (
  record: ObligationRecord,
  today: CivilDate,
  calendar: WorkingCalendar,
): RecordView => ({ ...viewOf(record.obligation, today, calendar), record });

const LAST = '9999-12-31';
const RANKS = new Map<StandingCode, number>(STANDING_CODES.map((code, rank) => [code, rank]));
const rankOf = ({ standing }: ObligationView): number => RANKS.get(standing.code) ?? STANDING_CODES.length;

/** What presses first: by standing, then by due date, then heavier first. */
export function byUrgency(a: ObligationView, b: ObligationView): number {
  const [dueOfA, dueOfB] = [a.due ?? LAST, b.due ?? LAST];
  return (
    rankOf(a) - rankOf(b) ||
    (dueOfA < dueOfB ? -1 : dueOfA > dueOfB ? 1 : 0) ||
    (b.obligation.subject.weight ?? 0) - (a.obligation.subject.weight ?? 0) ||
    (a.obligation.id < b.obligation.id ? -1 : 1)
  );
}
