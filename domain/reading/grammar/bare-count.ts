/**
 * A number whose unit was said before: "entro 30 giorni la prima rata, entro 90 la seconda", "45 giorni (90 per
 * le opere)".
 */
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { DurationUnit } from '../words/word.js';
import { countOf } from './count.js';
import { readDirection } from './direction.js';
import type { Term } from './expression.js';

const FARTHEST = 24;

export function readBareCount(line: Line, at: number): Term | null {
  const count = countOf(tokenAt(line, at));
  const { text: sign } = tokenAt(line, at - 1);
  // "entro 3 giorni, 5 se la ricerca è complessa".
  const bracket =
    ((sign === '(' || sign === ',') && tokenAt(line, at - 2).word.unit !== null) ||
    (sign === ',' && tokenAt(line, at + 1).text === 'se');
  // "entro i 40 successivi".
  const by = isAt(line, at - 1, M.article) && isAt(line, at + 1, M.next) ? at - 2 : beforeNext(line, at - 1);
  const led =
    isAt(line, by, M.by) ||
    (isAt(line, by, M.beyond) && isAt(line, by - 1, M.not)) ||
    endsIn(line, at) ||
    isChanged(line, at);
  if (count < 2 || !(bracket ? opensAside(tokenAt(line, at + 1)) : led && isOpen(line, at + 1))) return null;
  const unit = unitBefore(line, at);
  if (unit === null) return null;
  const directed = readDirection(line, at + 1);
  return { type: 'term', from: at, count, unit, working: false, ordinal: false, elliptic: true, ...directed };
}

/** "preventivo in 10 giorni, esecuzione in 15": nothing of the clause follows. */
const endsIn = (line: Line, at: number): boolean =>
  tokenAt(line, at - 1).text === 'in' &&
  tokenAt(line, at + 1).kind !== 'word' &&
  tokenAt(line, at + 1).kind !== 'number';

/** "30 giorni dalla richiesta, ridotti a 20 in caso di urgenza". */
const isChanged = (line: Line, at: number): boolean =>
  isAt(line, at - 1, M.at) && SHORTENED.test(tokenAt(line, at - 2).text);

/** What is said of a term that has another length in some cases. */
export const SHORTENED = /^(?:ridott|abbreviat|elevat|portat)[oaie]$/;

/** Back over "i successivi". */
function beforeNext(line: Line, at: number): number {
  if (!isAt(line, at, M.next)) return at;
  return isAt(line, at - 1, M.article) ? at - 2 : at - 1;
}

/** "(90 per le …)", "(60 se …)", "(15 in caso di …)". */
const opensAside = (token: Token): boolean =>
  is(token, M.for) ||
  token.text === 'se' ||
  token.text === 'in' ||
  token.text === 'nel' ||
  token.text === 'nei';

/** Neither a unit nor a quantity of other things follows. */
function isOpen(line: Line, at: number): boolean {
  const token = tokenAt(line, at);
  if (token.kind === 'number' || token.word.month > 0 || token.word.part > 0 || token.word.unit !== null)
    return false;
  if (token.kind === 'sign') return token.text !== '%' && token.text !== '€' && !tokenAt(line, at + 1).glued;
  return !is(token, M.money) && !is(token, M.label) && !is(token, M.times) && !is(token, M.working);
}

/** The unit of the last number of days, hours or months of the sentence. */
function unitBefore(line: Line, from: number): DurationUnit | null {
  for (let at = from - 1; at > from - FARTHEST && at > 0; at--) {
    const { text, kind, word } = tokenAt(line, at);
    if (kind === 'sign' && (text === '.' || text === '|')) return null;
    if (
      word.unit !== null &&
      word.unit !== 'Y' &&
      (countOf(tokenAt(line, at - 1)) > 0 || tokenAt(line, at - 1).text === ')')
    )
      return word.unit;
  }
  return null;
}
