/**
 * Terms that something outside the phrase fixes.
 *
 *   external := lead term-noun [adjective*] ["da" | "di" | "nel" | "di cui a"] anchor     "nei termini previsti dal bando"
 *             | "rispetto" ["di"] term-noun …                                             "rispetto delle tempistiche PNRR"
 *             | "entro" ["la data di"] moment …                                            "entro l'approvazione del bilancio"
 */
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { readAnchor } from './anchor.js';
import type { External } from './expression.js';
import { timeFollows } from './reads-time.js';
import { fixedBy, overSettings } from './set-terms.js';
import { isQualified, leadOfTermNoun } from './term-noun-lead.js';

/** At a noun such as "termini", "scadenza", "tempistiche", led by "entro", "nei", "alle", "secondo", "rispetto dei". */
export function readTermNoun(line: Line, from: number): External | null {
  const noun = tokenAt(line, from);
  if (!is(noun, M.term)) return null;
  // "tempistiche rispettate": by whom they are set is not said.
  if (isAt(line, from + 1, M.respect)) return { type: 'external', from, to: from + 2, anchor: null };
  const led = leadOfTermNoun(line, from);
  if (led === null) return null;
  const settled = overSettings(line, from + 1);
  if (timeFollows(line, settled)) return null;
  if (led === 'weak' && settled === from + 1 && noun.text !== 'cronoprogramma' && !isQualified(line, from))
    return null;
  if (noun.text === 'cronoprogramma') {
    const { text, to } = readAnchor(line, from);
    return { type: 'external', from, to, anchor: text };
  }
  const { anchor, to } = fixedBy(line, settled, settled > from + 1);
  return { type: 'external', from, to, anchor };
}
