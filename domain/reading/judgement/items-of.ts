/** One judged expression → the items it gives: none, one, or the two ends of an event. */

import type { DayRole, DeadlineItem } from '../deadline-item.js';
import type { Day, Month, Span, Stretch } from '../grammar/expression.js';
import { type Line, tokenAt } from '../text/token.js';
import type { Judged } from './judged.js';
import { dateOf, existsInSomeYear, monthEnd, monthStart, stretchOf, yearOf } from './resolve.js';
import { type Found, ofRepeat, ofTerm } from './rule-items.js';
import { yearlyRule } from './rule-text.js';

export function itemsOf(line: Line, judged: Judged): readonly DeadlineItem[] {
  if (judged.verdict === 'nothing' || judged.verdict === 'happened') return [];
  const start = tokenAt(line, judged.from).start;
  const end = tokenAt(line, judged.read.to - 1).end;
  const place = { phrase: line.text.slice(start, end).replace(/\s+/g, ' '), span: [start, end] as const };
  return found(line, judged).map((item) => ({ ...item, ...place }));
}

function found(line: Line, judged: Judged): readonly Found[] {
  const { read, verdict } = judged;
  const role = roleOf(verdict);
  switch (read.type) {
    case 'day':
      return [ofDay(line, read, judged, role)];
    case 'month':
      return [ofMonth(line, read, verdict, role)];
    case 'stretch':
    case 'year':
      return [ofPeriod(line, read.type === 'stretch' ? read : null, judged, role)];
    case 'span':
      return ofSpan(line, read, verdict);
    case 'open':
      return [{ kind: read.kind, needs: read.needs }];
    case 'term':
      return [{ ...ofTerm(read, judged.before), ...role }];
    case 'repeat':
      return [ofRepeat(read)];
    case 'external':
      return [{ kind: 'external-term', anchor: read.anchor }];
    case 'skip':
      return [];
  }
}

const roleOf = (verdict: Judged['verdict']): { role?: DayRole } =>
  verdict === 'as-of' || verdict === 'event' || verdict === 'start-window' ? { role: verdict } : {};

const startOf = (date: DeadlineItem['start'] | null): Found =>
  date == null ? { kind: 'none' } : { kind: 'none', start: date };

function ofDay(line: Line, day: Day, { verdict, time }: Judged, role: { role?: DayRole }): Found {
  if (day.year.needs !== null) return { kind: 'date', needs: day.year.needs };
  if (day.month === 0) return { kind: 'date', needs: 'mese' };
  if (day.year.every && verdict === 'deadline') {
    if (!existsInSomeYear(day.month, day.day)) return { kind: 'none', invalid: true };
    return { kind: 'recurring', recurrence: yearlyRule(day.month, day.day, day.interval) };
  }
  const date = dateOf(day, line.year);
  if (date === null) return { kind: 'none', invalid: true };
  if (verdict === 'start') return startOf(date);
  return { kind: 'date', date, ...(time === null ? {} : { time }), ...role };
}

function ofMonth(line: Line, month: Month, verdict: Judged['verdict'], role: { role?: DayRole }): Found {
  if (verdict === 'start') return startOf(monthStart(month, line.year));
  if (month.year.needs !== null) return { kind: 'month-end', needs: month.year.needs };
  if (month.year.every) return { kind: 'recurring', recurrence: yearlyRule(month.month, -1, month.interval) };
  return { kind: 'month-end', date: monthEnd(month, line.year), ...role };
}

function ofPeriod(
  line: Line,
  stretch: Stretch | null,
  { read, verdict }: Judged,
  role: { role?: DayRole },
): Found {
  const mark = stretch?.year ?? (read.type === 'year' ? read.year : null);
  if (mark === null) return { kind: 'none' };
  if (mark.needs !== null) return { kind: 'period', needs: mark.needs };
  const period = stretch === null ? yearOf(mark, line.year) : stretchOf(stretch, line.year);
  if (verdict === 'start') return startOf(period.start);
  if (!mark.every) return { kind: 'period', ...period, ...role };
  const last = stretch?.last ?? { month: 12, day: 31 };
  return {
    kind: 'recurring',
    recurrence: yearlyRule(last.month, last.day === 0 ? -1 : last.day, stretch?.interval),
  };
}

/** A window is a period; of an event both ends are kept, as days. */
function ofSpan(line: Line, { start, end }: Span, verdict: Judged['verdict']): readonly Found[] {
  const first = start.type === 'day' ? dateOf(start, line.year) : monthStart(start, line.year);
  const last = end.type === 'day' ? dateOf(end, line.year) : monthEnd(end, line.year);
  if (first === null || last === null) return [{ kind: 'none', invalid: true }];
  if (end.year.every)
    return [{ kind: 'recurring', recurrence: yearlyRule(end.month, end.type === 'day' ? end.day : -1) }];
  if (verdict === 'deadline') return [{ kind: 'period', start: first, date: last }];
  const role: DayRole = verdict === 'as-of' ? 'as-of' : 'event';
  return [first, last].map((date) => ({ kind: 'date', date, role }));
}
