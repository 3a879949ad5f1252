/** Whether the word that governs a day tells of something that has happened. */
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isParticiple } from '../words/word-endings.js';

/** "sottoscritto il 4 marzo"; not "sarà sottoscritto il", "da completarsi il". */
export const isPast = (line: Line, head: number): boolean =>
  tokenAt(line, head).kind === 'word' &&
  isParticiple(tokenAt(line, head).text) &&
  !is(tokenAt(line, head), M.planned) &&
  !isFuture(line, head);

export const isFuture = (line: Line, head: number): boolean => {
  for (let at = head; at > head - 4; at--) {
    if (isAt(line, at, M.future) || tokenAt(line, at).text === 'da') return true;
  }
  return /(?:are|ere|ire|arsi|ersi|irsi)$/.test(tokenAt(line, head).text);
};
