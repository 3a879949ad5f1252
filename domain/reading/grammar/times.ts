/** So many times in a turn: "due volte l'anno", "una volta al mese", "4 volte/anno", "una volta ogni tre anni". */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Often } from '../words/word.js';
import { countOf } from './count.js';
import type { Repeat } from './expression.js';
import { everyUnits, months, readEach, repeat } from './frequency.js';

/** "due volte l'anno", "una volta al mese", "4 volte/anno", "una volta ogni tre anni". */
export function readTimes(line: Line, from: number): Repeat | null {
  const times = countOf(tokenAt(line, from));
  if (times === 0 || !isAt(line, from + 1, M.times)) return null;
  let at = from + 2;
  if (isAt(line, at, M.every)) {
    const each = readEach(line, at);
    return each?.type === 'repeat'
      ? { ...each, from, said: 'adverb', often: spread(times, each.often) }
      : null;
  }
  if (tokenAt(line, at).text === 'nel' && tokenAt(line, at + 1).text === 'corso')
    at = skip(line, at + 2, M.of);
  else if (
    isAt(line, at, M.at) ||
    isAt(line, at, M.article) ||
    isAt(line, at, M.in) ||
    isAt(line, at, M.for) ||
    tokenAt(line, at).text === '/'
  )
    at++;
  at = skip(line, at, M.article);
  if (tokenAt(line, at).text === 'stesso') at++;
  const { unit, part } = tokenAt(line, at).word;
  const each = part > 0 ? months(part) : unit === null ? null : everyUnits(1, unit);
  return each === null ? null : repeat(from, at + 1, spread(times, each), 'adverb');
}

/** Twice a year is every six months; twice a week stays a week, with its number. */
function spread(times: number, each: Often): Often {
  if (times === 1) return each;
  const all =
    each.freq === 'YEARLY'
      ? each.interval * 12
      : each.freq === 'MONTHLY' && each.interval > 1
        ? each.interval
        : 0;
  if (all > 0 && all % times === 0 && all / times < 12)
    return { freq: 'MONTHLY', interval: all / times, times: 1 };
  return { ...each, times };
}
