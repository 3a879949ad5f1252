/** What goes on or happens by itself: contracts, tariffs, closures, fairs. A day of theirs is an event. */
import type { Day, Expression } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { type Clause, clauseAround, mentions } from './clause.js';
import type { LeadIn } from './lead-in.js';

/** What goes on until a day, or runs out on it, without anything being due: a contract, a tariff, a closure. */
export function lasts(line: Line, read: Expression): boolean {
  const clause = clauseAround(line, read.from, read.to);
  // "l'estensione dei termini di apertura fino al 17 febbraio".
  for (let at = clause.from; at < read.from; at++) if (tokenAt(line, at).text === 'termini') return false;
  return mentions(line, clause, [M.validity, M.opening]) && !mentions(line, clause, [M.task]);
}

/** "bando in scadenza il 12 maggio" asks for something; "licenze in scadenza a maggio" only run out. */
export const isCalled = (line: Line, read: Expression): boolean =>
  mentions(line, asideAround(line, read), [M.task, M.call]);

/** The clause, or what its brackets hold: "(contratto in scadenza al 31/08)"; a colon ends it. */
function asideAround(line: Line, read: Expression): Clause {
  const { from, to } = clauseAround(line, read.from, read.to);
  let first = read.from;
  while (first > from && tokenAt(line, first - 1).text !== '(') first--;
  let last = read.to;
  while (last < to && tokenAt(line, last).text !== ':' && tokenAt(line, last).text !== ')') last++;
  return { from: first, to: last };
}

/** "l'evento è rinviato a domenica 14 settembre". */
export function movesAnEvent(line: Line, read: Expression, from: number): boolean {
  if (!isAt(line, from, M.moved)) return false;
  const clause = clauseAround(line, read.from, read.to);
  return (
    mentions(line, { from: clause.from, to: from }, [M.event]) && !mentions(line, clause, [M.task, M.due])
  );
}

export function happens(line: Line, day: Day, { lead, head }: LeadIn): boolean {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  if (isAt(line, head, M.event) || tokenAt(line, noun).text === 'vigore') return true;
  const clause = clauseAround(line, day.from, day.to);
  if (mentions(line, clause, [M.task, M.due])) return false;
  // "Elezioni dei rappresentanti: 25 maggio", "Inaugurazione della biblioteca il 12 aprile".
  const onTheDay = lead === 'on' || tokenAt(line, day.from - 1).word.weekday > 0;
  if ((noun < head || onTheDay) && isAt(line, clause.from, M.event)) return true;
  // "Chiusura uffici il 14 agosto"; "Chiusura verifica: 31/12" is done by then.
  if (onTheDay && isAt(line, clause.from, M.opening)) return true;
  return lead === 'on' || lead === 'for' || lead === 'bare' ? mentions(line, clause, [M.happens]) : false;
}
