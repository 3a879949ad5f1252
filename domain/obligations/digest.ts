/**
 * What one mail to one person must say, before any wording: the lines of the day for the roles that
 * person holds, and for the Segretario the weekly summary. The rehearsal and the round build the same
 * facts, and `mail/compose.ts` turns them into the same text.
 */
import type { Points } from '../plan/points.js';
import type { Observed } from '../review/reminders.js';
import type { CivilDate } from '../time/civil-date.js';
import type { AnswerKind } from './answer-rules.js';
import type { Rung } from './ladder.js';
import type { ObligationKind, ObligationSubject, Role, Term } from './obligation.js';
import type { InPlaceOf } from './receivers.js';

/** One obligation of one mail, with the rung that puts it there. */
export interface DigestLine {
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly subject: ObligationSubject;
  readonly owner: Role;
  readonly term: Term;
  /** The role through which this person receives the line. */
  readonly recipient: Role;
  /** `null` for a line of the weekly summary. */
  readonly rung: Rung | null;
  /** Working days from `day` to the due date (positive: still to come; 0: today or a closed due day passed today's eve); `null` without a date. */
  readonly workingDaysLeft: number | null;
  /** Working days elapsed after the due date; 0 when it is not past. */
  readonly workingDaysLate: number;
  /** Forecast of an explained delay, if any. */
  readonly forecast: CivilDate | null;
}

/** "6 di 10 confermate": occurrences of one recurrence whose day has come, and how many were confirmed. */
export interface RecurrenceCount {
  readonly subject: ObligationSubject;
  readonly confirmed: number;
  readonly come: number;
  readonly total: number;
}

/** The Segretario's weekly summary, part by part. */
export interface SummaryFacts {
  readonly late: readonly DigestLine[];
  /** Terms fixed outside the plan whose date nobody has entered; only on the first working day of the month. */
  readonly external: readonly DigestLine[];
  /** Roles that posted nothing since the first notice of something late or due within 10 working days. */
  readonly noAnswer: readonly { readonly owner: Role; readonly count: number }[];
  readonly recurrences: readonly RecurrenceCount[];
  /** Weight of objectives with something late or due within 30 days, once per sector. */
  readonly weightAtRisk: readonly { readonly sector: string; readonly points: Points }[];
  /** What the evaluators observed of the year before; absent but in the first week of a month. */
  readonly observed?: Observed;
}

/** What a person answered from an earlier mail, repeated to them in the next. */
export interface AnsweredByLink {
  readonly obligation: string;
  readonly subject: ObligationSubject;
  readonly kind: AnswerKind;
  readonly answeredOn: CivilDate;
  readonly doneOn: CivilDate | null;
  readonly forecast: CivilDate | null;
  /** Who said it was them, at a mailbox that several read. */
  readonly declaredName: string | null;
  readonly withdrawnOn: CivilDate | null;
  /** Last day on which it may be withdrawn; `null`: no more. */
  readonly withdrawUntil: CivilDate | null;
  /** To "not mine": the Segretario decided that it stays; absent where nothing was decided. A reason erased is `null`. */
  readonly ruling?: {
    readonly on: CivilDate;
    readonly reason: string | null;
    /** Who had answered; absent or `null`: whoever reads it. */
    readonly answeredBy?: string | null;
  } | null;
}

/** All that a mail says; the words are `mail/`'s. */
export interface DigestFacts {
  readonly town: string;
  readonly day: CivilDate;
  /** When the next round can be: "tomorrow" where it is the day after. */
  readonly nextWorkingDay: CivilDate;
  /** The roles for which this person receives the mail, in the order of `roleKey`. */
  readonly roles: readonly Role[];
  /** Those of them that nobody holds and this person stands in for; absent where there are none. */
  readonly standsInFor?: readonly Role[];
  /** Absent holders of those roles in whose place this person receives; absent where there are none. */
  readonly inPlaceOf?: readonly InPlaceOf[];
  /** By height of rung, then due date, then weight. */
  readonly lines: readonly DigestLine[];
  readonly summary: SummaryFacts | null;
  /** Oldest first; absent where there are none. */
  readonly answered?: readonly AnsweredByLink[];
}
