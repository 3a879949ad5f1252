/** How an obligation stands, as one word for lists, filters and counts. */
import type { Obligation } from '../../domain/obligations/obligation.js';
import { isBeforeStart } from '../../domain/obligations/rung-days.js';
import { type Standing, standing } from '../../domain/obligations/standing.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';

/** In the order in which boards list them: what presses comes first. */
export const STANDING_CODES = [
  'late',
  'late-disclaimed',
  'late-explained',
  'before-start',
  'due-today',
  'due-soon',
  'to-do',
  'undetermined',
  'unmet',
  'done',
  'done-late',
  'waived',
] as const;
export type StandingCode = (typeof STANDING_CODES)[number];

export interface StandingView {
  readonly code: StandingCode;
  /** Working days to come; `null` when it is not open or has no date. */
  readonly workingDaysLeft: number | null;
  /** Working days past the term of what is open. */
  readonly workingDaysLate: number;
  /** Calendar days past the term of what was done late. */
  readonly daysLate: number;
}

export function standingView(
  obligation: Obligation,
  today: CivilDate,
  calendar: WorkingCalendar,
): StandingView {
  const quiet = { workingDaysLeft: null, workingDaysLate: 0, daysLate: 0 };
  if (obligation.yearClosed === true) return { ...quiet, code: 'unmet' };
  const now = standing(obligation, today, calendar);
  const view = { ...quiet, code: codeOf(now) };
  switch (now.kind) {
    case 'early':
    case 'due-soon':
      return { ...view, workingDaysLeft: now.workingDaysLeft };
    case 'due-today':
      return { ...view, workingDaysLeft: 0 };
    case 'overdue':
      return {
        ...view,
        code: now.explained ? view.code : silentCode(obligation, calendar),
        workingDaysLate: now.workingDays,
      };
    case 'met-late':
      return { ...view, daysLate: now.days };
    default:
      return view;
  }
}

/** Past its term without a forecast. */
function silentCode(obligation: Obligation, calendar: WorkingCalendar): StandingCode {
  if (isBeforeStart(obligation, calendar)) return 'before-start';
  return obligation.disclaimed === true ? 'late-disclaimed' : 'late';
}

function codeOf(now: Standing): StandingCode {
  switch (now.kind) {
    case 'early':
      return 'to-do';
    case 'overdue':
      return now.explained ? 'late-explained' : 'late';
    case 'met':
      return 'done';
    case 'met-late':
      return 'done-late';
    case 'waived':
    case 'superseded':
      return 'waived';
    case 'due-soon':
    case 'due-today':
    case 'undetermined':
      return now.kind;
  }
}

/** Open and past its term, whatever the reason. */
export const isLateCode = (code: StandingCode): boolean =>
  code === 'late' || code === 'late-disclaimed' || code === 'late-explained' || code === 'before-start';
/** Closed: nothing more is asked. */
export const isClosedCode = (code: StandingCode): boolean =>
  code === 'unmet' || code === 'done' || code === 'done-late' || code === 'waived';
