/**
 * The items of a line as a set: said twice is once, a recurrence takes the day it starts from, and what is
 * no deadline (a start alone, a day that does not exist) stands only where nothing else does.
 */
import type { DeadlineItem } from '../deadline-item.js';

export function tidy(items: readonly DeadlineItem[]): readonly DeadlineItem[] {
  if (items.length === 0) return items;
  const once = distinct(items);
  const real = once.filter((item) => item.kind !== 'none');
  const starts = once.filter(({ kind, start }) => kind === 'none' && start !== undefined);
  if (real.length === 0) {
    const none = once.find(({ invalid }) => invalid) ?? starts[0];
    return none === undefined ? [] : [none];
  }
  return real.some(isRecurring)
    ? real.map((item) => withStart(item, starts))
    : [...real, ...starts.map(asWindow)];
}

const isRecurring = ({ kind }: DeadlineItem): boolean => kind === 'recurring';

/** "mensile da 1 marzo". */
function withStart(item: DeadlineItem, starts: readonly DeadlineItem[]): DeadlineItem {
  const dtstart = starts[0]?.start;
  return isRecurring(item) && dtstart !== undefined ? { ...item, dtstart } : item;
}

const asWindow = ({ start, phrase, span }: DeadlineItem): DeadlineItem => ({
  kind: 'date',
  ...(start === undefined ? {} : { date: start }),
  role: 'start-window',
  phrase,
  span,
});

function distinct(items: readonly DeadlineItem[]): readonly DeadlineItem[] {
  if (items.length === 1) return items;
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = [
      item.kind,
      item.start,
      item.date,
      item.recurrence,
      item.offset,
      item.anchor,
      item.role,
      item.needs,
    ].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
