/** Items of terms and recurrences. */
import type { DeadlineItem } from '../deadline-item.js';
import type { Repeat, Term } from '../grammar/expression.js';
import { existsInSomeYear } from './resolve.js';
import { offsetText, ruleText } from './rule-text.js';

export type Found = Omit<DeadlineItem, 'phrase' | 'span'>;

export function ofTerm({ count, unit, anchor, working }: Term, before: boolean): Found {
  const counted = { kind: 'relative' as const, anchor, ...(working ? { calendar: 'working' as const } : {}) };
  if (count === null) return { ...counted, needs: 'numero di giorni' };
  return { ...counted, offset: offsetText(count, unit, before) };
}

export function ofRepeat(read: Repeat): Found {
  const { often, byMonth, byMonthDay, working } = read;
  if (
    byMonth.length > 0 &&
    byMonthDay !== null &&
    byMonthDay > 0 &&
    !byMonth.some((month) => existsInSomeYear(month, byMonthDay))
  ) {
    return { kind: 'none', invalid: true };
  }
  const more = {
    ...(often.times > 1 ? { times: often.times } : {}),
    ...(working ? { calendar: 'working' as const } : {}),
  };
  return { kind: 'recurring', recurrence: ruleText(read), ...more };
}
