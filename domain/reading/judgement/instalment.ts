/** Instalments, whose day is a deadline though it is led by "al". */
import type { Day } from '../grammar/expression.js';
import { type Line, tokenAt } from '../text/token.js';
import { clauseAround } from './clause.js';

/** "seconda rata al 30 settembre", "acconto al 16 giugno, saldo al 16 dicembre". */
export function isInstalment(line: Line, day: Day, head: number): boolean {
  // "rata semestrale al 30 giugno".
  const word = tokenAt(line, tokenAt(line, head).word.often === null ? head : head - 1).text;
  if (word === 'rata' || word === 'acconto' || word === 'tranche') return true;
  return word === 'saldo' && mentionsWord(line, day.from, 'acconto');
}

function mentionsWord(line: Line, before: number, word: string): boolean {
  const { from } = clauseAround(line, before, before);
  for (let at = from; at < before; at++) if (tokenAt(line, at).text === word) return true;
  return false;
}
