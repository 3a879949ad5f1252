/** The pieces days are made of, in whatever notation. */
import { isAt, type Line, type Token } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Day, YearMark } from './expression.js';
import { readHour } from './hour.js';

export function made(
  line: Line,
  from: number,
  to: number,
  day: number,
  month: number,
  year: YearMark,
  weak = false,
): Day {
  const after = readHour(line, to);
  // "dal 3 marzo alle ore 24 del 4 aprile": that hour is the next day's.
  const hour = after !== null && isAt(line, after.to, M.of) ? null : after;
  return { type: 'day', from, to: hour?.to ?? to, day, month, year, weak, time: hour?.time ?? null };
}

export const isSeparator = (token: Token): boolean =>
  token.text === '/' || token.text === '.' || token.text === '-';

export const fullYear = (token: Token): number =>
  token.text.length === 2 ? 2000 + token.value : token.value;
