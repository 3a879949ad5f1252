/** "Termini di legge", "Scadenze PNRR", "Cronoprogramma" alone in a cell of times: nothing leads in, and the column need not. */
import { fixedBy, overSettings } from '../grammar/set-terms.js';
import { is, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { PlanTerm } from './plan-term.js';

/** The external term that a cell without any other time begins with, or none. */
export function unledTerm(line: Line): readonly PlanTerm[] {
  const noun = is(tokenAt(line, 0), M.article) ? 1 : 0;
  if (!is(tokenAt(line, noun), M.term)) return [];
  const settled = overSettings(line, noun + 1);
  const { anchor, to } = fixedBy(line, settled, settled > noun + 1);
  const own = tokenAt(line, noun).text === 'cronoprogramma' && anchor === null ? 'cronoprogramma' : anchor;
  // "Tempi:", "Scadenza" alone say nothing.
  if (own === null && settled === noun + 1) return [];
  const span = [tokenAt(line, noun).start, tokenAt(line, Math.max(to, noun + 1) - 1).end] as const;
  return [
    { kind: 'external-term', anchor: own, phrase: line.text.slice(...span).replace(/\s+/g, ' '), span },
  ];
}
