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
import { isQualified, leadOfTermNoun, runsOut } from './term-noun-lead.js';

/** "nel termine decadenziale di sessanta giorni": an adjective that no table holds. */
const timeFollowsAdjective = (line: Line, at: number): boolean =>
  tokenAt(line, at).kind === 'word' &&
  /[oaie]$/.test(tokenAt(line, at).text) &&
  isAt(line, at + 1, M.of) &&
  timeFollows(line, at + 1);

/** At a noun such as "termini", "scadenza", "tempistiche", led by "entro", "nei", "alle", "secondo", "rispetto dei". */
export function readTermNoun(line: Line, from: number): External | null {
  const noun = tokenAt(line, from);
  if (!is(noun, M.term)) return null;
  // "tempistiche rispettate": by whom they are set is not said.
  if (isAt(line, from + 1, M.respect))
    return { type: 'external', lead: from, from, to: from + 2, anchor: null };
  const led = leadOfTermNoun(line, from);
  if (led === null) return null;
  const settled = overSettings(line, from + 1);
  if (timeFollows(line, settled) || timeFollowsAdjective(line, settled)) return null;
  const whose = isQualified(line, from) || runsOut(line, from);
  const own = noun.text === 'cronoprogramma' || (led.firm && noun.text !== 'calendario');
  if (!own && settled === from + 1 && (!whose || noun.text === 'calendario')) return null;
  if (noun.text === 'cronoprogramma') {
    const { text, to } = readAnchor(line, from);
    return { type: 'external', lead: led.from, from, to, anchor: text };
  }
  const { anchor, to } = fixedBy(line, settled, settled > from + 1);
  return { type: 'external', lead: led.from, from, to, anchor };
}
