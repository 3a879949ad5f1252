/** What a day, month, period or year is for: the table of lead-ins, then the words around it. */
import type { Day, Month, Span, Stretch, Year } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isCited, isDoubtful, isLabelled, isOfAct, isStamp, opensCell } from './citation.js';
import { clauseAround, mentions } from './clause.js';
import { isInstalment } from './instalment.js';
import { happens, isCalled, lasts } from './lasting.js';
import type { LeadIn } from './lead-in.js';
import { isFuture, isPast } from './past.js';
import { isLongAgo, isStart, reports } from './reported.js';

export type Verdict = 'deadline' | 'as-of' | 'event' | 'start' | 'start-window' | 'nothing';
export type Calendar = Day | Month | Stretch | Year | Span;

export function verdictOn(line: Line, read: Calendar, leadIn: LeadIn): Verdict {
  if (isAt(line, leadIn.head, M.past) || (read.type !== 'span' && read.year.past)) return 'nothing';
  switch (leadIn.lead) {
    case 'by':
      return 'deadline';
    case 'until':
      return lasts(line, read) ? 'event' : 'deadline';
    case 'after':
      return 'nothing';
    case 'not-before':
      return 'start-window';
    case 'from':
      return read.type === 'span' ? ofSpan(line, read, leadIn) : 'start';
    case 'expiry':
      return isCalled(line, read) ? 'deadline' : 'event';
    default:
      return read.type === 'span'
        ? ofSpan(line, read, leadIn)
        : OF_TYPE[read.type](line, read as never, leadIn);
  }
}

const OF_TYPE = { day: ofDay, month: ofMonth, stretch: ofStretch, year: ofYear } as const;

function ofDay(line: Line, day: Day, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  if (lead === 'at') return ofFigure(line, day, head);
  if (lead === 'of') return isAt(line, head, M.event) ? 'event' : 'nothing';
  if (isCited(line, day) || (lead === 'bare' && isOfAct(line, head))) return 'nothing';
  if (isAt(line, head, M.happens)) return 'event';
  if (!planned && (isPast(line, head) || isStamp(line, head))) return 'nothing';
  if (lead === 'in') return planned || isFuture(line, head) ? 'deadline' : 'nothing';
  if (isLongAgo(line, day) || (lead === 'bare' && day.weak && isDoubtful(line, day, leadIn)))
    return 'nothing';
  if (isStart(line, head)) return 'start';
  if (isAsOf(line, leadIn)) return 'as-of';
  return happens(line, day, leadIn) ? 'event' : 'deadline';
}

/** "al 30 settembre": the day of a figure, unless an instalment is due or something happens. */
function ofFigure(line: Line, day: Day, head: number): Verdict {
  if (isInstalment(line, day, head)) return 'deadline';
  return isAt(line, head, M.happens) ? 'event' : 'as-of';
}

function ofMonth(line: Line, month: Month, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  if (lead === 'of' || lead === 'at') return 'nothing';
  if (month.bare && lead === 'bare' && !opensCell(line, leadIn)) return 'nothing';
  if (lead === 'bare' && (isLabelled(line, head) || isStamp(line, head))) return 'nothing';
  return !planned && lead !== 'bare' && reports(line, month, head) ? 'nothing' : 'deadline';
}

function ofStretch(line: Line, stretch: Stretch, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  if (lead === 'of') return 'nothing';
  if (lead === 'at') return 'as-of';
  // "Il terzo trimestre dura …": the sentence speaks of it.
  if (lead === 'on' && head < 0 && tokenAt(line, stretch.to).kind === 'word') return 'nothing';
  if (lead === 'for' && !planned && !isFuture(line, head)) return 'nothing';
  return !planned && lead !== 'bare' && reports(line, stretch, head) ? 'nothing' : 'deadline';
}

function ofYear(line: Line, year: Year, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  const atEnd = tokenAt(line, year.from).text === 'fine';
  if (year.whole)
    return mentions(line, clauseAround(line, year.from, year.to), [M.opening, M.validity])
      ? 'event'
      : 'deadline';
  if (atEnd && lead !== 'of' && lead !== 'at') return 'deadline';
  if (lead === 'for') return planned ? 'deadline' : 'nothing';
  if (lead !== 'in') return 'nothing';
  return !planned && reports(line, year, head) ? 'nothing' : 'deadline';
}

/** A window in which to do something is a period; a fair, a contract, opening days only happen. */
function ofSpan(line: Line, span: Span, { head, planned, lead }: LeadIn): Verdict {
  const lasting = isAt(line, head, M.opening) || isAt(line, head, M.validity);
  if (isPast(line, head) && !planned && !lasting) return 'nothing';
  if (lead === 'of' && !isAt(line, head, M.due)) return 'nothing';
  const clause = clauseAround(line, span.from, span.to);
  if (isOfPeriod(line, head)) return 'event';
  if (mentions(line, clause, [M.task])) return 'deadline';
  return mentions(line, clause, [M.event, M.happens, M.validity, M.opening, M.reference])
    ? 'event'
    : 'deadline';
}

/** "per il periodo", "consumi del periodo", "riferito al periodo": of the figures or of the thing, not of a task. */
function isOfPeriod(line: Line, head: number): boolean {
  if (tokenAt(line, head).text !== 'periodo') return false;
  const before = isAt(line, head - 1, M.article) ? head - 2 : head - 1;
  return [M.for, M.of, M.at].some((mark) => isAt(line, before, mark));
}

const isAsOf = (line: Line, { lead, head }: LeadIn): boolean => {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  return (lead === 'bare' || lead === 'on') && isAt(line, noun, M.asOf);
};
