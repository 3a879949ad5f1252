/**
 * What the reader finds in a phrase: by when something is to be delivered, or a day of another role. Dates
 * are civil dates of the calendar; nothing is moved for holidays and nothing is repaired.
 */
import type { CivilDate } from '../time/civil-date.js';

export type DeadlineKind =
  | 'date'
  | 'month-end'
  | 'period'
  | 'recurring'
  | 'relative'
  | 'external-term'
  | 'none';

/** Not a deadline: the day of a figure, of something that happens, or the first day of a window. */
export type DayRole = 'as-of' | 'event' | 'start-window';

export interface DeadlineItem {
  /** `none`: a day that does not exist (`invalid`) or a start alone (`start`); never beside another item. */
  readonly kind: DeadlineKind;
  /** Last day: of `date`, `month-end` and `period`; absent when `needs` says what is missing. */
  readonly date?: CivilDate;
  /** First day of a `period`; of a `none`, the day from which something applies. */
  readonly start?: CivilDate;
  /** Hour of that day, `HH:MM`, as written; it never changes the day. */
  readonly time?: string;
  /** RFC 5545 rule without prefix, of `recurring`. */
  readonly recurrence?: string;
  /** First day of a recurrence, when said. */
  readonly dtstart?: CivilDate;
  /** How many times in each turn of the recurrence, when more than once. */
  readonly times?: number;
  /** ISO 8601 duration of `relative`, with a minus when it runs backwards. */
  readonly offset?: string;
  /** `relative`: the words (or ISO day) the term starts from; `external-term`: what fixes it; `null`: not said. */
  readonly anchor?: string | null;
  /** The days of `offset` or of the rule are working days. */
  readonly calendar?: 'working';
  readonly role?: DayRole;
  /** What the phrase alone does not tell, in Italian. */
  readonly needs?: string;
  /** The day does not exist in the calendar. */
  readonly invalid?: true;
  /** The words it was read from, lead-in included. */
  readonly phrase: string;
  /** Where `phrase` stands: first character and the one after the last, in UTF-16 units. */
  readonly span: readonly [number, number];
}
