/** What goes on or happens by itself: contracts, tariffs, closures, fairs. A day of theirs is an event. */
import type { Day, Expression } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { clauseAround, mentions } from './clause.js';
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
  mentions(line, clauseAround(line, read.from, read.to), [M.task, M.call]);

export function happens(line: Line, day: Day, { lead, head }: LeadIn): boolean {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  if (isAt(line, head, M.event) || tokenAt(line, noun).text === 'vigore') return true;
  const clause = clauseAround(line, day.from, day.to);
  if (mentions(line, clause, [M.task, M.due])) return false;
  return lead === 'on' || lead === 'for' || lead === 'bare' ? mentions(line, clause, [M.happens]) : false;
}
