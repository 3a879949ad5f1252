/** A rule of the reader with a phrase in which it counts, and what is to be read from it. */
import type { DeadlineItem } from '../../../../domain/reading/deadline-item.js';
import { civilDate } from '../../../../domain/time/civil-date.js';

export type Expected = Omit<DeadlineItem, 'phrase' | 'span'>;

export interface Example {
  readonly rule: string;
  readonly text: string;
  readonly year: number;
  readonly expected: readonly Expected[];
}

/** Examples of one year: `[rule, text, ...items]` a row. */
export const examplesOf = (
  year: number,
  rows: readonly (readonly [rule: string, text: string, ...expected: Expected[]])[],
): readonly Example[] => rows.map(([rule, text, ...expected]) => ({ rule, text, year, expected }));

export const date = (day: string, more: Partial<Expected> = {}): Expected => ({
  kind: 'date',
  date: civilDate(day),
  ...more,
});
export const monthEnd = (day: string): Expected => ({ kind: 'month-end', date: civilDate(day) });
export const period = (start: string, end: string): Expected => ({
  kind: 'period',
  start: civilDate(start),
  date: civilDate(end),
});
export const recurring = (recurrence: string, more: Partial<Expected> = {}): Expected => ({
  kind: 'recurring',
  recurrence,
  ...more,
});
export const relative = (offset: string, anchor: string | null, more: Partial<Expected> = {}): Expected => ({
  kind: 'relative',
  offset,
  anchor,
  ...more,
});
export const external = (anchor: string | null): Expected => ({ kind: 'external-term', anchor });
export const startOn = (day: string): Expected => ({ kind: 'none', start: civilDate(day) });
export const NO_SUCH_DAY: Expected = { kind: 'none', invalid: true };
