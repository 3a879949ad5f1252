/** Days that are only cited: of laws and acts, of the last update of a page; and how a cell of a table begins. */
import type { Day } from '../grammar/expression.js';
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { LeadIn } from './lead-in.js';

/** "23 dicembre 2005, n. 266": the date of a law. */
export const isCited = (line: Line, { to }: Day): boolean => {
  const at = tokenAt(line, to).text === ',' ? to + 1 : to;
  return (
    ['n', 'nr', 'num'].includes(tokenAt(line, at).text) &&
    tokenAt(line, at + 1).kind === 'number' &&
    !is(tokenAt(line, at + 2), M.times)
  );
};

/** "cade in giorno festivo (domenica 1 giugno)": an example in brackets. */
export const isExample = (line: Line, { from }: Day): boolean => {
  const open = tokenAt(line, from - 1).word.weekday > 0 ? from - 2 : from - 1;
  return tokenAt(line, open).text === '(' && /^festiv/.test(tokenAt(line, open - 1).text);
};

/** What is done to an act, on a day that may be due. */
const DRAFTING =
  /^(?:approva|adozi|predisposi|redazi|stesur|pubblica|emissi|presenta|aggiorna|modific|revisi|stipul|sottoscri|firm|prepara|elabora|consegn|invi)/;
const isDrafting = (line: Line, at: number): boolean => DRAFTING.test(tokenAt(line, at).text);

/** "decreto del Ministero dell'Interno 24 dicembre 2024"; not "approvazione regolamento 30/06/2025", a phase. */
export function isOfAct(line: Line, head: number): boolean {
  for (let at = head; at > head - 7; at--) {
    const token = tokenAt(line, at);
    if (is(token, M.act)) return !(isDrafting(line, at - 1) || isDrafting(line, at - 2));
    if (token.kind !== 'word' || is(token, M.by) || isDrafting(line, at)) return false;
  }
  return false;
}

/** "Ultimo aggiornamento: 08/10/2021". */
export function isStamp(line: Line, head: number): boolean {
  const noun = tokenAt(line, head).text === ':' ? head - 1 : head;
  const word = tokenAt(line, noun);
  // "Caluso, lì 3 maggio 2025".
  if (word.text === 'li' && tokenAt(line, noun - 1).text === ',') return true;
  if (word.text === 'pubblicazione' || word.text === 'adozione')
    return tokenAt(line, noun - 1).text === 'data' || isAt(line, noun - 1, M.of);
  if (/^(?:aggiornat|pubblicat|modificat|stampat|inserit)[oaie]$|^agg$/.test(word.text)) return true;
  return (
    is(word, M.stamp) && (tokenAt(line, noun - 1).rank === -1 || tokenAt(line, noun - 1).text === 'data')
  );
}

/** "3.12", "5/10": a day in a cell of its own only with a slash, and not behind a label ("Punteggio: 5/10"). */
export const isDoubtful = (line: Line, { from, to }: Day, leadIn: LeadIn): boolean =>
  (tokenAt(line, from + 1).text !== '/' && !isBracketed(line, from, to) && !endsMonth(line, from)) ||
  !opensCell(line, leadIn) ||
  isLabelled(line, leadIn.head - 1);

/** "(31.10)": four digits alone between brackets. */
const isBracketed = (line: Line, from: number, to: number): boolean =>
  tokenAt(line, from - 1).text === '(' &&
  tokenAt(line, to).text === ')' &&
  tokenAt(line, from).text.length === 2 &&
  tokenAt(line, from + 2).text.length === 2;

/** "31.03 - 30.06 - 30.09": last days of quarters, where a number of two decimals hardly stands. */
const endsMonth = (line: Line, from: number): boolean =>
  /^(?:31\.(?:03|12)|30\.(?:06|09))$/.test(`${tokenAt(line, from).text}.${tokenAt(line, from + 2).text}`);

/** The date, or its cell, starts here: a table, a list, a label with a colon. */
export const opensCell = (line: Line, { head }: LeadIn): boolean => {
  const before = tokenAt(line, head);
  return (
    before.kind === 'end' ||
    before.text === '|' ||
    before.text === ':' ||
    before.text === ',' ||
    before.text === '-' ||
    before.text === '('
  );
};

export const isLabelled = (line: Line, head: number): boolean =>
  (isAt(line, head, M.label) && !PHASES.has(tokenAt(line, head).text)) || isAt(line, head, M.street);

/** Labels that a month may follow: "I lotto dicembre 2026", "fase 2 giugno". */
const PHASES = new Set('lotto fase scaglione gruppo intervento azione obiettivo grado'.split(' '));
