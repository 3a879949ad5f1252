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
export const isStart = (line: Line, head: number, to: number): boolean => {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  // "Decorrenza assunzione: 01/10": the label opens with it.
  const label = noun < head ? clauseAround(line, noun, noun).from : noun;
  const { text } = tokenAt(line, noun);
  const begins = text === 'inizio' || (text === 'avvio' && tokenAt(line, to + 1).text === 'fine');
  return begins || isAt(line, noun, M.start) || (label < noun && opensTerms(line, label, noun));
};

/** "i nati dal 1° gennaio 2010 al 31 dicembre 2012". */
export const isBirth = (line: Line, head: number): boolean => /^nat[oaie]$/.test(tokenAt(line, head).text);

/** "Decorrenza assunzione:", "Apertura dei termini di iscrizione:". */
const opensTerms = (line: Line, from: number, to: number): boolean =>
  isAt(line, from, M.start) ||
  (tokenAt(line, from).text === 'apertura' && mentions(line, { from, to: to + 1 }, [M.due, M.call, M.task]));

/** "gennaio-marzo scadenza 15 aprile", "I trimestre: scadenza 30/4": the day is due, the period is what it is of. */
export const hasItsTerm = (line: Line, { to }: Expression): boolean => {
  const noun = tokenAt(line, to).kind === 'sign' ? to + 1 : to;
  return isAt(line, noun, M.due);
};

/** "Assunti due agenti nel I semestre", "Obiettivo raggiunto al 100%": the clause opens with what was done. */
export function opensWithFact(line: Line, day: number, head: number): boolean {
  const { from } = clauseAround(line, day, day);
  const verb = isParticipleAt(line, from) ? from : from + 1;
  // "Nati per leggere: …".
  if (tokenAt(line, verb + 1).text === 'per') return false;
  return isPast(line, verb) && verb < head && (verb === from || isAt(line, verb + 1, M.at));
}

/** Data of a period, not a task in it: "rilevate nel secondo semestre", "Nel 2024 sono stati rilasciati". */
export function reports(line: Line, read: Expression, head: number): boolean {
  if (isPast(line, head) || isAt(line, head, M.reference)) return true;
  if ('year' in read && read.year.shift < 0) return true;
  const { from } = clauseAround(line, read.from, read.from);
  if (opensWithFact(line, read.from, head)) return true;
  if (isAt(line, from, M.measure) || mentions(line, { from: read.to, to: read.to + 7 }, [M.done]))
    return true;
  return tellsWhatWasDone(line, head + 1) || tellsWhatWasDone(line, read.to + 7);
}
