/** What a day, month, period or year is for: the table of lead-ins, then the words around it. */
import type { Day, Month, Span, Stretch, Year } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isCited, isDoubtful, isExample, isOfAct, isStamp } from './citation.js';
import { isInstalment } from './instalment.js';
import type { Verdict } from './judged.js';
import { happens, isCalled, lasts, movesAnEvent } from './lasting.js';
import type { LeadIn } from './lead-in.js';
import { isDoneByAct, isFuture, isNotDue, isPast, tellsWhatWasDone } from './past.js';
import { ofMonth, ofSpan, ofStretch, ofYear } from './period-verdict.js';
import { hasItsTerm, isBirth, isLongAgo, isStart, opensWithFact } from './reported.js';

export type Calendar = Day | Month | Stretch | Year | Span;

export function verdictOn(line: Line, read: Calendar, leadIn: LeadIn): Verdict {
  if (isAt(line, leadIn.head, M.past) || (read.type !== 'span' && read.year.past)) return 'nothing';
  if (read.type !== 'day' && leadIn.lead === 'bare' && hasItsTerm(line, read)) return 'nothing';
  switch (leadIn.lead) {
    case 'by':
      if (isNotDue(line, leadIn.from) || isBirth(line, leadIn.head)) return 'nothing';
      if (movesAnEvent(line, read, leadIn.from)) return 'event';
      return tellsWhatWasDone(line, leadIn.from) || isDoneByAct(line, read, leadIn.head)
        ? 'happened'
        : 'deadline';
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
  if (isCited(line, day) || isExample(line, day) || (lead === 'bare' && isOfAct(line, head)))
    return 'nothing';
  if (isAt(line, head, M.happens)) return 'event';
  if (!planned && isStamp(line, head)) return 'nothing';
  if (!planned && (isPast(line, head) || isMarkedDone(line, day.to, head) || isDated(line, day, leadIn)))
    return 'happened';
  if (lead === 'in') return planned || isFuture(line, head) ? 'deadline' : 'nothing';
  if (isLongAgo(line, day) || (lead === 'bare' && day.weak && isDoubtful(line, day, leadIn)))
    return 'nothing';
  if (isStart(line, head, day.to)) return 'start';
  if (isAsOf(line, leadIn)) return 'as-of';
  return happens(line, day, leadIn) ? 'event' : 'deadline';
}

/** "25/07/2017: è stato avviato l'iter", "Il 3 marzo sono stati affissi gli elenchi". */
const isDated = (line: Line, day: Day, { lead, head }: LeadIn): boolean =>
  ((lead === 'bare' || lead === 'on') && tellsWhatWasDone(line, day.to + 6)) ||
  (lead === 'on' && opensWithFact(line, day.from, head));

/** "22 aprile 2024 (effettivo)", "30/06 (completato)", "data effettiva: 22/09". */
const isMarkedDone = (line: Line, to: number, head: number): boolean =>
  (tokenAt(line, to).text === '(' && DONE.test(tokenAt(line, to + 1).text)) ||
  (tokenAt(line, head).text === ':' && /^effettiv[oa]$/.test(tokenAt(line, head - 1).text));
const DONE = /^(?:effettiv|realizzat|completat|conclus|eseguit|raggiunt|effettuat|avvenut)[oaie]$/;

/** "al 30 settembre": the day of a figure, unless an instalment is due or something happens. */
function ofFigure(line: Line, day: Day, head: number): Verdict {
  if (isInstalment(line, day, head)) return 'deadline';
  return isAt(line, head, M.happens) ? 'event' : 'as-of';
}

const isAsOf = (line: Line, { lead, head }: LeadIn): boolean => {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  return (lead === 'bare' || lead === 'on') && isAt(line, noun, M.asOf);
};
