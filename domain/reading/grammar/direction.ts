/**
 * Which way a duration runs, and from what.
 *
 *   direction := ["," "a decorrere" | "decorrenti"] "da" anchor | "successivi" ["a" anchor] | "dopo" anchor
 *              | "prima" ["di" anchor] | "antecedenti" [anchor] | "di preavviso" ["rispetto a" anchor]
 */
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import { type AnchorRead, readAnchor } from './anchor.js';
import { isHolder } from './anchor-opening.js';
import type { Term } from './expression.js';
import { readHour } from './hour.js';

export interface Direction {
  readonly direction: Term['direction'];
  readonly anchor: string | null;
  readonly to: number;
}

const way = (direction: Term['direction'], { text: anchor, to }: AnchorRead): Direction => {
  return { direction, anchor, to };
};
const nowhere = (to: number): AnchorRead => ({ text: null, to });

export function readDirection(line: Line, from: number): Direction {
  // "60 gg. fine mese data fattura".
  if (tokenAt(line, from).text === 'fine' && tokenAt(line, from + 1).text === 'mese')
    return readDirection(line, from + 2);
  const past = afterBrackets(line, from);
  // "30 giorni (60 per chi risiede all'estero) dalla notifica": the brackets are read on their own.
  if (past > from) return { ...readDirection(line, past), to: from };
  const at = tokenAt(line, from).text === ',' && comesLater(line, from + 1) ? from + 1 : from;
  const token = tokenAt(line, at);
  if (is(token, M.before)) return way('before', afterPreposition(line, at + 1));
  if (is(token, M.previous)) return way('before', afterPreposition(line, at + 1, true));
  if (is(token, M.next)) return way('after', afterPreposition(line, at + 1));
  if (token.text === 'dopo') return way('after', readAnchor(line, at + 1));
  if (is(token, M.for) && isInfinitive(tokenAt(line, at + 1).text)) return way('after', nowhere(at));
  // "30 gg. data fattura", as ragionieri write it.
  if (token.text === 'data' && isNoun(tokenAt(line, at + 1))) return way('after', readAnchor(line, at));
  return kept(line, at) ?? started(line, at) ?? { direction: 'unsaid', anchor: null, to: from };
}

const isNoun = (token: Token): boolean =>
  token.kind === 'word' && !is(token, M.article) && !is(token, M.of) && !is(token, M.stop);

const LONGEST_ASIDE = 14;

/** After a short aside in brackets that a preposition follows; unmoved when there is none. */
function afterBrackets(line: Line, from: number): number {
  if (tokenAt(line, from).text !== '(') return from;
  let at = from + 1;
  while (at < from + LONGEST_ASIDE && tokenAt(line, at).text !== ')') at++;
  const next = tokenAt(line, at + 1);
  return tokenAt(line, at).text === ')' && (is(next, M.from) || is(next, M.next) || is(next, M.before))
    ? at + 1
    : from;
}

/** "10 giorni per presentare opposizione": time given to do something. */
const isInfinitive = (text: string): boolean =>
  /(?:are|ere|ire|arsi|ersi|irsi|arne|arlo|arla|arli)$/.test(text);

/** After a comma only what plainly belongs to the duration: "30 giorni, decorrenti dalla …". */
const comesLater = (line: Line, at: number): boolean =>
  isAt(line, at, M.start) ||
  isAt(line, at + 1, M.start) ||
  (isAt(line, at, M.from) && !isAt(line, at + 1, M.stop));

/** After "prima", "antecedenti", "successivi": "di", "a", "rispetto a" and the anchor, or nothing. */
function afterPreposition(line: Line, at: number, bare = false): AnchorRead {
  const token = tokenAt(line, at);
  if (token.text === 'rispetto' && isAt(line, at + 1, M.at)) return readAnchor(line, at + 2);
  if (token.text === 'che') return readAnchor(line, at + 1);
  if (readHour(line, at) !== null) return nowhere(at);
  if (is(token, M.of) || is(token, M.at) || is(token, M.from)) return readAnchor(line, at + 1);
  return bare && (is(token, M.article) || isHolder(token)) ? readAnchor(line, at) : nowhere(at);
}

/** "di anticipo", "di preavviso rispetto alla data", "in anticipo sulla scadenza", "di tempo". */
function kept(line: Line, at: number): Direction | null {
  const token = tokenAt(line, at);
  if (!is(token, M.of) && !is(token, M.in)) return null;
  const noun = tokenAt(line, at + 1);
  if (noun.text === 'tempo') {
    const comma = tokenAt(line, at + 2).text === ',' && comesLater(line, at + 3) ? 1 : 0;
    return started(line, at + 2 + comma) ?? way('after', nowhere(at + 2));
  }
  if (is(noun, M.notice)) {
    const next = tokenAt(line, at + 2);
    const on = next.text.startsWith('sul') || is(next, M.from);
    return way('before', on ? readAnchor(line, at + 3) : afterPreposition(line, at + 2));
  }
  // "entro 30 giorni della notifica": one letter wrong for "dalla".
  const event =
    token.text.startsWith('del') && (noun.text === 'data' || is(noun, M.moment) || isActionNoun(noun.text));
  return event ? way('after', readAnchor(line, at + 1)) : null;
}

/** "da", "decorrenti da", "a partire da", "a far data dal", "da computarsi dalla". */
function started(line: Line, from: number): Direction | null {
  let at = isAt(line, from, M.at) || tokenAt(line, from).text === 'con' ? from + 1 : from;
  if (tokenAt(line, at).text === 'far') at++;
  if (tokenAt(line, at).text === 'data') at++;
  at = skip(line, at, M.start);
  if (tokenAt(line, at).text === 'da' && isInfinitive(tokenAt(line, at + 1).text)) at += 2;
  const anchored = fromAnchor(line, at);
  if (anchored !== null) return way('after', anchored);
  return tokenAt(line, from).text === 'rispetto' && isAt(line, from + 1, M.at)
    ? way('after', readAnchor(line, from + 2))
    : null;
}

function fromAnchor(line: Line, at: number): AnchorRead | null {
  const anchored = isAt(line, at, M.from) && tokenAt(line, at + 1).text !== 'parte';
  const anchor = anchored ? readAnchor(line, at + 1) : null;
  return anchor?.text == null ? null : anchor;
}
