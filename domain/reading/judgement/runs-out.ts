/** What a verb of expiry says: that a contract ends, or that something is due. */
import { type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { clauseAround, mentions } from './clause.js';

/** "la convenzione scade il 31 dicembre": what runs out is no task, nor a call for one. */
export function runsOutWith(line: Line, verb: number): boolean {
  if (!/^scad(?:e|ono|ra|ranno)$/.test(tokenAt(line, verb).text)) return false;
  const subject = { from: clauseAround(line, verb, verb).from, to: verb };
  return mentions(line, subject, [M.validity]) && !mentions(line, subject, [M.task, M.call]);
}
