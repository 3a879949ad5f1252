/** Whether the word that governs a day tells of something that has happened. */
import type { Expression } from '../grammar/expression.js';
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isParticiple } from '../words/word-endings.js';
import { isBorder } from './clause.js';

/** "sottoscritto il 4 marzo"; not "sarà sottoscritto il", "da completarsi il". */
export const isPast = (line: Line, head: number): boolean =>
  isParticipleAt(line, head) && !is(tokenAt(line, head), M.planned) && !isFuture(line, head);

/** "attività", "ATTIVITA'": nouns whose accent sets them off from "eseguita". */
const ACCENTED = /[àÀ]|[aA]['’`´]$/;

export function isParticipleAt(line: Line, at: number): boolean {
  const { kind, text, start, end } = tokenAt(line, at);
  return kind === 'word' && isParticiple(text) && !ACCENTED.test(line.text.slice(start, end));
}

const AUXILIARIES = new Set('ha hanno aveva avevano abbiamo stato stata stati state'.split(' '));
/** "che hanno presentato", "qualora sia stata": of somebody, not the sentence itself. */
const ASIDE = new Set('che chi cui quali qualora se quando laddove ove dopo sia siano'.split(' '));
const FARTHEST = 12;

/** Whether the words before a place tell what was done: "l'ufficio ha evaso 1.204 richieste", "sono stati affissi". */
export function tellsWhatWasDone(line: Line, to: number): boolean {
  if (isAt(line, to, M.planned) || isAt(line, to, M.moved)) return false;
  for (let at = to - 1; at >= 0 && at > to - FARTHEST; at--) {
    const token = tokenAt(line, at);
    if (isBorder(line, at) || token.text === ':' || token.text === ',' || isAt(line, at, M.and)) return false;
    if (is(token, M.planned) || is(token, M.moved)) return false;
    if (AUXILIARIES.has(token.text) && isParticipleAt(line, at + 1))
      return !(isFuture(line, at) || isAside(line, at));
  }
  return false;
}

/** "non devono ripetere la domanda entro il 31 maggio", "non è richiesta entro quella data": nothing is due. */
export function isNotDue(line: Line, from: number): boolean {
  for (let at = from - 1; at >= 0 && at > from - FARTHEST; at--) {
    if (isBorder(line, at) || tokenAt(line, at).text === ',') return false;
    if (isAt(line, at, M.not))
      return NEEDS_NOT.test(`${tokenAt(line, at + 1).text} ${tokenAt(line, at + 2).text}`);
  }
  return false;
}
const NEEDS_NOT =
  /^(?:dev|dovr|occorr|serv)|^(?:e|sono|sara|saranno) (?:richiest|necessari|dovut|tenut|previst|obbligat)/;

/** "approvato entro il 31/03 con delibera n. 12": the act is there. */
export const isDoneByAct = (line: Line, { to }: Expression, head: number): boolean =>
  isPast(line, head) &&
  (tokenAt(line, to).text === 'con' || tokenAt(line, to).text === 'giusta') &&
  isAt(line, to + 1, M.act);

const isAside = (line: Line, auxiliary: number): boolean =>
  [1, 2, 3, 4].some((back) => ASIDE.has(tokenAt(line, auxiliary - back).text));

export const isFuture = (line: Line, head: number): boolean => {
  for (let at = head; at > head - 4; at--) {
    if (isAt(line, at, M.future) || tokenAt(line, at).text === 'da') return true;
  }
  return /(?:are|ere|ire|arsi|ersi|irsi)$/.test(tokenAt(line, head).text);
};
