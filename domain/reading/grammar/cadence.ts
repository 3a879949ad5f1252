/** Frequencies that are said to be one: "con cadenza mensile", "periodicità: annuale", "a scadenza trimestrale". */
import { is, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { countOf, readDuration } from './count.js';
import type { Repeat } from './expression.js';
import { everyUnits, readEach, repeat } from './frequency.js';
import { readTimes } from './times.js';

/** "con cadenza mensile", "periodicità: almeno annuale", "scadenza trimestrale", "cadenza di 15 giorni". */
export function readCadence(line: Line, from: number): Repeat | null {
  const word = tokenAt(line, from);
  const loose = is(word, M.cadence);
  if (!loose && (!is(word, M.term) || word.text === 'calendario')) return null;
  for (let at = from + 1; at < from + (loose ? 8 : 2); at++) {
    const token = tokenAt(line, at);
    if (token.word.often !== null) return repeat(from, at + 1, token.word.often, 'adverb');
    if (!loose || token.kind === 'end' || is(token, M.by)) return null;
    const said = readEach(line, at) ?? readTimes(line, at);
    if (said?.type === 'repeat') return { ...said, from, said: 'adverb' };
    const duration = countOf(token) > 0 ? readDuration(line, at) : null;
    const often = duration === null ? null : everyUnits(duration.count ?? 1, duration.unit);
    if (duration !== null && often !== null) return repeat(from, duration.to, often, 'adverb');
    if (token.kind === 'sign' && token.text !== ':' && token.text !== '-') return null;
  }
  return null;
}
