/** What a month, a part of the year, a year or a span is for. */
import type { Month, Span, Stretch, Year, YearMark } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isLabelled, isStamp, opensCell } from './citation.js';
import { clauseAround, isBorder, mentions } from './clause.js';
import type { Verdict } from './judged.js';
import type { LeadIn } from './lead-in.js';
import { isFuture, isParticipleAt, isPast } from './past.js';
import { isBirth, isStart, reports } from './reported.js';

export function ofMonth(line: Line, month: Month, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  if (lead === 'of' || lead === 'at') return 'nothing';
  if (lead === 'bare' && isStart(line, head, month.to)) return 'start';
  if (month.bare && lead === 'bare' && !opensCell(line, leadIn)) return 'nothing';
  if (lead === 'bare' && (isLabelled(line, head) || isStamp(line, head))) return 'nothing';
  if (lead === 'in' && !planned && speaksOfHours(line, month)) return 'nothing';
  return !planned && lead !== 'bare' && reports(line, month, head) ? 'nothing' : 'deadline';
}

const HOURS = /^(?:orari[oi]?|chius[oaie]|apert[oaie])$/;

/** "Nei mesi di luglio e agosto la biblioteca osserva l'orario ridotto", "chiuso ad agosto". */
function speaksOfHours(line: Line, { from, to }: Month): boolean {
  const clause = clauseAround(line, from, to);
  for (let at = clause.from; at < clause.to; at++) if (HOURS.test(tokenAt(line, at).text)) return true;
  return false;
}

export function ofStretch(line: Line, stretch: Stretch, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  if (lead === 'of' || (lead === 'bare' && isBefore(stretch.year, line.year))) return 'nothing';
  // "ai primi di marzo" is when, "al terzo trimestre" of which day the figures are.
  if (lead === 'at') return isAt(line, stretch.from, M.edge) ? 'deadline' : 'as-of';
  // "Il terzo trimestre dura …": the sentence speaks of it.
  if (lead === 'on' && head < 0 && tokenAt(line, stretch.to).kind === 'word') return 'nothing';
  if (lead === 'for' && !planned && !isFuture(line, head)) return 'nothing';
  return !planned && lead !== 'bare' && reports(line, stretch, head) ? 'nothing' : 'deadline';
}

/** "Tabella dei pagamenti IV trimestre 2024": of a year gone by. */
const isBefore = ({ year }: YearMark, assumed: number): boolean => year !== null && year < assumed;

export function ofYear(line: Line, year: Year, leadIn: LeadIn): Verdict {
  const { lead, head, planned } = leadIn;
  const atEnd = tokenAt(line, year.from).text === 'fine';
  if (year.whole)
    return mentions(line, clauseAround(line, year.from, year.to), [M.opening, M.validity])
      ? 'event'
      : 'deadline';
  if (atEnd && lead !== 'of' && lead !== 'at') return 'deadline';
  if (lead === 'for') return planned ? 'deadline' : 'nothing';
  if ((lead === 'on' && isSaid(line, head)) || (lead === 'bare' && isOfEnd(line, year, head)))
    return 'deadline';
  if (lead !== 'in') return 'nothing';
  return !planned && reports(line, year, head) ? 'nothing' : 'deadline';
}

const ENDS =
  /^(?:approvazione|adozione|conclusione|ultimazione|completamento|attivazione|realizzazione|collaudo|fine)$/;

/** "Approvazione: 2026": what is brought to its end, and nothing behind the year. */
const isOfEnd = (line: Line, { to }: Year, head: number): boolean =>
  tokenAt(line, head).text === ':' && ENDS.test(tokenAt(line, head - 1).text) && isBorder(line, to);

/** "il termine per i progetti è il 2026". */
const isSaid = (line: Line, head: number): boolean => {
  const { start, end } = tokenAt(line, head);
  const before = { from: Math.max(0, head - 10), to: head };
  return /^[èÈ]$/.test(line.text.slice(start, end)) && mentions(line, before, [M.due]);
};

/** A window in which to do something is a period; a fair, a contract, opening days only happen. */
export function ofSpan(line: Line, span: Span, { head, planned, lead }: LeadIn): Verdict {
  const lasting = isAt(line, head, M.opening) || isAt(line, head, M.validity);
  if (isBirth(line, head) || (isPast(line, head) && !planned && !lasting)) return 'nothing';
  if (lead === 'of' && !isAt(line, head, M.due)) return 'nothing';
  const clause = clauseAround(line, span.from, span.to);
  if (isOfPeriod(line, head) || (lasting && isParticipleAt(line, head) && !mentions(line, clause, [M.task])))
    return 'event';
  if (isFuture(line, head)) return 'deadline';
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
