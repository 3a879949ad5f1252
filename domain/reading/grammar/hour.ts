/** An hour of the day, which never changes the day: "ore 12,30", "alle 12.00", "h 24", "12:00". */
import { is, isAt, isDigits, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Skip } from './expression.js';

export interface HourRead {
  /** `HH:MM`. */
  readonly time: string;
  readonly to: number;
}

/** "alle 12.00", "entro le 14.30": before a number with minutes. */
const THE_HOUR = new Set(['alle', 'le', 'dalle']);

/** The hour that starts at a place: the word "ore", or two numbers with a colon between. */
export function readHour(line: Line, from: number): HourRead | null {
  let at = from;
  if (tokenAt(line, at).text === ',') at++;
  const led = isAt(line, at, M.at) || isAt(line, at, M.article) || isAt(line, at, M.from) ? at + 1 : at;
  const word = is(tokenAt(line, led), M.hourWord) ? led + 1 : led;
  const hours = tokenAt(line, word);
  if (!isDigits(hours, 1, 2) || hours.value > 24) return null;
  const minutes = minutesAfter(line, word + 1);
  const said = word > led || (minutes !== null && tokenAt(line, word + 1).text === ':');
  const the = THE_HOUR.has(tokenAt(line, led - 1).text) && (minutes !== null || isOfDay(line, word + 1));
  if (!said && !the) return null;
  // "ore 48 prima" and "ore 24 dalla chiamata" are durations.
  if (minutes === null && (isAt(line, word + 1, M.before) || isAt(line, word + 1, M.from))) return null;
  return { time: clock(hours.value, minutes ?? 0), to: word + (minutes === null ? 1 : 3) };
}

/** "alle 11 del 31 dicembre", "entro le 12 di venerdì 3 marzo". */
const isOfDay = (line: Line, at: number): boolean =>
  isAt(line, at, M.of) && (tokenAt(line, at + 1).kind === 'number' || tokenAt(line, at + 1).word.weekday > 0);

function minutesAfter(line: Line, at: number): number | null {
  const [sign, minutes] = [tokenAt(line, at), tokenAt(line, at + 1)];
  if (!':.,'.includes(sign.text) || sign.kind !== 'sign' || !sign.glued) return null;
  return isDigits(minutes, 2, 2) && minutes.glued && minutes.value < 60 ? minutes.value : null;
}

const clock = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

/** An hour that stands by itself, so that its numbers are not read as anything else. */
export function readHourSkip(line: Line, at: number): Skip | null {
  const hour = readHour(line, at);
  return hour === null ? null : { type: 'skip', from: at, to: hour.to, what: 'hour' };
}
