/**
 * How often, when no day is said.
 *
 *   frequency := "con cadenza" … (adjective | "di" duration | each | times) | "ogni" [number] unit
 *              | number "volte" "al" unit | adverb | adjective
 */
import { is, isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { DurationUnit, Often } from '../words/word.js';
import { countOf, readDuration } from './count.js';
import type { Repeat, Skip } from './expression.js';

const FREQ: Readonly<Record<DurationUnit, Often['freq'] | null>> = {
  m: null,
  h: null,
  D: 'DAILY',
  W: 'WEEKLY',
  M: 'MONTHLY',
  Y: 'YEARLY',
};

export function repeat(from: number, to: number, often: Often, said: Repeat['said']): Repeat {
  return { type: 'repeat', from, to, often, byMonth: [], byMonthDay: null, byDay: [], said, working: false };
}

export function everyUnits(interval: number, unit: DurationUnit): Often | null {
  if (unit === 'h') return interval % 24 === 0 ? { freq: 'DAILY', interval: interval / 24, times: 1 } : null;
  const freq = FREQ[unit];
  return freq === null ? null : { freq, interval, times: 1 };
}

/** A day's or a month's delay, a year's service: counted, not repeated. */
const COUNTED = new Set([
  'ritardo',
  'servizio',
  'frazione',
  'durata',
  'permanenza',
  'utilizzo',
  'inadempimento',
  'assenza',
  'aggiuntivo',
]);

/** "ogni 15 giorni", "ogni due mesi", "ogni trimestre", "tutti i mesi", "ogni biennio". */
export function readEach(line: Line, from: number): Repeat | Skip | null {
  if (!isAt(line, from, M.every)) return null;
  // "quattro assenze in ciascun anno" are counted.
  if (tokenAt(line, from - 1).text === 'in') return null;
  const at = skip(line, skip(line, skip(line, from, M.every), M.article), M.coming);
  const count = countOf(tokenAt(line, at));
  // "tutti i 12 mesi" are the year.
  if (count > 1 && tokenAt(line, from).text.startsWith('tutt')) return null;
  const duration = count > 0 ? readDuration(line, at) : null;
  const { unit, part } = tokenAt(line, at).word;
  const to = duration?.to ?? at + 1;
  const often =
    duration !== null
      ? everyUnits(duration.count ?? 1, duration.unit)
      : part > 0
        ? months(part)
        : unit !== null
          ? everyUnits(1, unit)
          : years(tokenAt(line, at).text);
  if (often === null) return null;
  if (COUNTED.has(tokenAt(line, to).text) || COUNTED.has(tokenAt(line, to + 1).text))
    return { type: 'skip', from, to: to + 1, what: 'quantity' };
  // "150 euro per ogni anno di iscrizione".
  if (tokenAt(line, from - 1).text === 'per' && tokenAt(line, to).text === 'di')
    return { type: 'skip', from, to: to + 1, what: 'quantity' };
  return repeat(
    from,
    tokenAt(line, to).text === 'solare' ? to + 1 : to,
    often,
    tokenAt(line, from - 1).text === 'per' ? 'each' : 'adverb',
  );
}

export const months = (interval: number): Often => ({ freq: 'MONTHLY', interval, times: 1 });
const MANY_YEARS: Readonly<Record<string, number>> = {
  biennio: 2,
  triennio: 3,
  quinquennio: 5,
  quadriennio: 4,
};
function years(text: string): Often | null {
  const interval = MANY_YEARS[text];
  return interval === undefined ? null : { freq: 'YEARLY', interval, times: 1 };
}

/** "mensilmente", "trimestrale". */
export function readOften(line: Line, at: number): Repeat | null {
  const token = tokenAt(line, at);
  if (token.word.often === null) return null;
  return repeat(at, at + 1, token.word.often, is(token, M.adverb) ? 'adverb' : 'adjective');
}
