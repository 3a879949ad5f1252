/** Days and periods that a phrase reports or dates itself by, with nothing to do: past years, data of a period, beginnings. */
import type { Day, Expression } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { clauseAround, mentions } from './clause.js';
import { isParticipleAt, isPast, tellsWhatWasDone } from './past.js';

/** Somebody's birthday, an old act. */
export const isLongAgo = (line: Line, { year }: Day): boolean =>
  year.year !== null && year.year < line.year - 15;

/** "Inizio 01/03/2025 – fine 30/06/2025", "Decorrenza: 1° luglio". */
export const isStart = (line: Line, head: number): boolean => {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  return tokenAt(line, noun).text === 'inizio' || isAt(line, noun, M.start);
};

/** "gennaio-marzo scadenza 15 aprile", "I trimestre: scadenza 30/4": the day is due, the period is what it is of. */
export const hasItsTerm = (line: Line, { to }: Expression): boolean => {
  const noun = tokenAt(line, to).kind === 'sign' ? to + 1 : to;
  return isAt(line, noun, M.due);
};

/** Data of a period, not a task in it: "rilevate nel secondo semestre", "Nel 2024 sono stati rilasciati". */
export function reports(line: Line, read: Expression, head: number): boolean {
  if (isPast(line, head) || isAt(line, head, M.reference)) return true;
  if ('year' in read && read.year.shift < 0) return true;
  const { from } = clauseAround(line, read.from, read.from);
  // "Assunti due agenti nel I semestre": the clause opens with what was done.
  if (isParticipleAt(line, from) && from < head) return true;
  if (isAt(line, from, M.measure) || mentions(line, { from: read.to, to: read.to + 7 }, [M.done]))
    return true;
  return tellsWhatWasDone(line, head + 1) || tellsWhatWasDone(line, read.to + 7);
}
