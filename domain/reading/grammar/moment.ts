/** Terms fixed by something that happens: "entro l'approvazione del bilancio", "prima dell'inizio dei lavori". */
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import { readAnchor } from './anchor.js';
import type { External } from './expression.js';
import { fixedBy, overSettings } from './set-terms.js';

const BEGINNINGS = new Set(
  'inizio avvio stipula partenza seduta udienza apertura riapertura ripresa approvazione adozione scadenza svolgimento sottoscrizione entrata consegna firma conclusione pubblicazione collaudo emissione liquidazione'.split(
    ' ',
  ),
);

/** "prima dell'inizio della manifestazione": what begins fixes the term. */
export function readBeforeMoment(line: Line, from: number): External | null {
  if (tokenAt(line, from).text !== 'prima' || isAt(line, from - 1, M.not) || !isAt(line, from + 1, M.of))
    return null;
  const { text, to } = readAnchor(line, from + 2);
  const noun = skip(line, from + 2, M.article);
  const at = tokenAt(line, noun).text === 'data' ? noun + 2 : noun;
  return text !== null && BEGINNINGS.has(tokenAt(line, at).text)
    ? { type: 'external', lead: from, from, to, anchor: text }
    : null;
}

const OWN = new Set([
  'propria',
  'proprio',
  'sua',
  'suo',
  'relativa',
  'relativo',
  'avvenuta',
  'avvenuto',
  'loro',
  'effettiva',
  'effettivo',
]);

/** At "entro": something that happens, not a day, a distance or a threshold. */
export function readMoment(line: Line, from: number): External | null {
  const led = isAt(line, from, M.by) || (isAt(line, from, M.beyond) && isAt(line, from - 1, M.not));
  if (!led) return null;
  let at = skip(line, from + 1, M.article);
  const first = tokenAt(line, at);
  if (first.text === 'data' || first.text === 'giorno') {
    const set = overSettings(line, at + 1);
    if (set > at + 1) return { type: 'external', lead: from, from, ...fixedBy(line, set, true) };
    if (!isAt(line, at + 1, M.of)) return null;
    at = skip(line, at + 2, M.article);
  }
  const last = at + 4;
  while (
    at < last &&
    (tokenAt(line, at).rank !== 0 || isAt(line, at, M.coming) || OWN.has(tokenAt(line, at).text))
  )
    at++;
  if (!isMoment(tokenAt(line, at))) return null;
  const { text, to } = readAnchor(line, tokenAt(line, at - 1).rank !== 0 ? at - 1 : at);
  return text === null ? null : { type: 'external', lead: from, from, to, anchor: text };
}

const isMoment = (token: Token): boolean =>
  !is(token, M.space) && (is(token, M.moment) || isActionNoun(token.text));
