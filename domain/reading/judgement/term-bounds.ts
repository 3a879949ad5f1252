/** Bounds of a duration: "non superiore a 30 giorni" is a term, "durata massima di 24 ore" is none. */
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { clauseAround, mentions } from './clause.js';

export type Lead = 'by' | 'at-most' | 'notice' | 'start' | 'lasting' | 'at' | 'in' | 'procedure' | 'none';

export const BOUNDS: Readonly<Record<string, 'most' | 'least'>> = {
  massimo: 'most',
  massima: 'most',
  massimi: 'most',
  max: 'most',
  superiore: 'least',
  superiori: 'least',
  inferiore: 'most',
  inferiori: 'most',
};

export const CHANGED = /^(?:prolung|prorog|ridott|ridurr|aument|estes|sospes|differit|slitta)/;

/** "non superiore a 30 giorni" is a term, "durata massima di 24 ore" is none, "anticipo non inferiore a 30" runs backwards. */
export function ofBound(line: Line, at: number, bound: 'most' | 'least'): Lead {
  // "prolungati di massimo 10 giorni" is added to a term.
  if (tokenAt(line, at - 1).text === 'di' && CHANGED.test(tokenAt(line, at - 2).text)) return 'lasting';
  const clause = { ...clauseAround(line, at, at), to: at };
  if (mentions(line, clause, [M.notice])) return 'notice';
  if (mentions(line, clause, [M.lasting]) && !mentions(line, clause, [M.procedure])) return 'lasting';
  // "non superiore", "non è superiore", "non può essere superiore".
  const not = [1, 2, 3].some((back) => isAt(line, at - back, M.not));
  return (bound === 'most') === not ? 'lasting' : 'at-most';
}
