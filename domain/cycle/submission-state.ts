/**
 * The life of a submission: draft → transmitted → acknowledged, or returned for integration; what was
 * transmitted or acknowledged may be reopened. A return or a reopening opens the duty again, due 5 working
 * days later (design §10). Who may is the caller's.
 */
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** Stored. `draft`, `returned` and `reopened` are written in; the other two are closed. */
export const SUBMISSION_STATES = ['draft', 'transmitted', 'acknowledged', 'returned', 'reopened'] as const;
/** One of {@link SUBMISSION_STATES}. */
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What can be done to it, each a step of its history. */
const SUBMISSION_STEPS = ['transmit', 'acknowledge', 'return', 'reopen'] as const;
/** One of {@link SUBMISSION_STEPS}: what leads from one state to the next. */
export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

const STEPS: Readonly<
  Record<SubmissionStep, { readonly from: readonly SubmissionState[]; readonly to: SubmissionState }>
> = {
  transmit: { from: ['draft', 'returned', 'reopened'], to: 'transmitted' },
  acknowledge: { from: ['transmitted'], to: 'acknowledged' },
  return: { from: ['transmitted'], to: 'returned' },
  reopen: { from: ['acknowledged'], to: 'reopened' },
};

/** The sector may write in it. */
export const isWritable = (state: SubmissionState): boolean => STEPS.transmit.from.includes(state);

/** `null`: not from here. */
export const afterStep = (state: SubmissionState, step: SubmissionStep): SubmissionState | null =>
  STEPS[step].from.includes(state) ? STEPS[step].to : null;

/** Return and reopening say why. */
export const needsReason = (step: SubmissionStep): boolean => step === 'return' || step === 'reopen';

const WORKING_DAYS_AGAIN = 5;

/** When what was returned or reopened on `today` is due again. */
export const dueAgain = (today: CivilDate, calendar: WorkingCalendar): CivilDate =>
  calendar.after(today, WORKING_DAYS_AGAIN);

/** Accepted and marked: the flag never refuses. */
export const isLateOn = (today: CivilDate, due: CivilDate | null): boolean => due !== null && today > due;
