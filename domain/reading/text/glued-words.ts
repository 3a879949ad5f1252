/** Words typed without the space between them: "giornidalla comunicazione", "entroil 31 marzo". */

import { M } from '../words/mark.js';
import { isKnown, wordOf } from '../words/vocabulary.js';

/** First words that swallow the next; the longest that fits is tried first. */
const FIRST = [
  'giorni',
  'giorno',
  'entro',
  'fino',
  'mesi',
  'mese',
  'anno',
  'anni',
  'oltre',
  'dalla',
  'della',
  'ore',
  'gg',
  'dal',
  'del',
];
const SECOND = ['giorni', 'giorno', 'mesi', 'ore'];
const FROM = ['dalla', 'dallo', 'dall', 'dal'];

const isSmall = (text: string): boolean => {
  const { marks } = wordOf(text);
  return (
    [M.article, M.of, M.at, M.from, M.next, M.working, M.monthWord, M.yearWord, M.edge].some(
      (mark) => marks[mark] === 1,
    ) && text.length > 1
  );
};

/**
 * Where an unknown word is two; 0 when it is one. `afterUnit`: it follows "giorni" or the like, where
 * "dallarichiesta" can only be "dalla richiesta".
 */
export function seam(folded: string, afterUnit: boolean): number {
  if (folded.length < 5) return 0;
  for (const first of FIRST) {
    if (!folded.startsWith(first)) continue;
    const rest = folded.slice(first.length);
    if (isSmall(rest) || wordOf(rest).month > 0 || (first === 'entro' && isKnown(rest))) return first.length;
  }
  for (const second of SECOND) {
    if (folded.endsWith(second) && wordOf(folded.slice(0, -second.length)).value > 0)
      return folded.length - second.length;
  }
  const from = afterUnit ? FROM.find((one) => folded.startsWith(one)) : undefined;
  return from === undefined ? 0 : from.length;
}
