/**
 * Feasts as days, where something is due by them: "entro Natale", "prima di Pasqua 2026", "non oltre Ferragosto".
 *
 *   feast := ("entro" | "prima" ["di"] | "oltre" | "fino" ["a"]) ["il"] name [year-mark]
 */
import { easterSunday } from '../../time/public-holidays.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M, type Mark } from '../words/mark.js';
import { made } from './day-parts.js';
import type { Day } from './expression.js';
import { readYearMark } from './year-mark.js';

/** Month and day of the feasts that do not move. */
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  capodanno: [1, 1],
  epifania: [1, 6],
  ferragosto: [8, 15],
  ognissanti: [11, 1],
  immacolata: [12, 8],
  natale: [12, 25],
};

/** At the name of a feast that a lead-in stands before. */
export function readFeast(line: Line, from: number): Day | null {
  if (!isLed(line, from - 1)) return null;
  const { mark, to } = readYearMark(line, from + 1);
  const name = tokenAt(line, from).text;
  const fixed = FIXED[name];
  if (fixed !== undefined) return made(line, from, to, fixed[1], fixed[0], mark);
  // Easter of every year has no day of its own.
  if (name !== 'pasqua' || mark.every) return null;
  const year = Math.min(Math.max((mark.year ?? line.year) + mark.shift, 1), 9999);
  const [month, day] = easterSunday(year).split('-').slice(1).map(Number);
  return made(line, from, to, day ?? 1, month ?? 1, mark);
}

const PASSED: readonly Mark[] = [M.article, M.of, M.at];
const LEADS: readonly Mark[] = [M.by, M.beyond, M.before, M.until];

function isLed(line: Line, from: number): boolean {
  let at = from;
  while (at > from - 2 && PASSED.some((mark) => isAt(line, at, mark))) at--;
  return LEADS.some((mark) => isAt(line, at, mark));
}
