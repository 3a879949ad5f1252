/** A term of a plan: a milestone before anybody asked its weight and its line. */
import type { PlanMilestone } from '../../plan/plan-document.js';
import type { DeadlineItem } from '../deadline-item.js';

export interface PlanTerm extends Omit<PlanMilestone, 'weight' | 'sourceLine'> {
  /** Where `phrase` stands: first character and the one after the last, in UTF-16 units. */
  readonly span: readonly [number, number];
}

/**
 * The term that an item is, or none when the clause leaves it open. A start alone stays a `none` with `start`
 * until it is settled. `goesOn`: the period is the whole year of something that never stops.
 */
export function planTermOf(item: DeadlineItem, goesOn: boolean): readonly PlanTerm[] {
  const { kind, date, start, role, recurrence, dtstart, offset, anchor, calendar, invalid } = item;
  if (item.needs !== undefined) return [];
  return [
    {
      kind,
      ...(start === undefined ? {} : { start }),
      ...(date === undefined ? {} : { date }),
      ...(recurrence === undefined ? {} : { recurrence }),
      ...(dtstart === undefined ? {} : { dtstart }),
      ...(offset === undefined ? {} : { offset }),
      ...(anchor === undefined ? {} : { anchor }),
      ...(calendar === undefined ? {} : { calendar }),
      ...(goesOn ? { role: 'continuous' as const } : role === undefined ? {} : { role }),
      ...(invalid === undefined ? {} : { invalid }),
      phrase: item.phrase,
      span: item.span,
    },
  ];
}
