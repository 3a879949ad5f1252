/** "entro il 10", "entro il giorno 5 c.m.": a day whose month is not said; only after "entro" and nothing behind. */
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber } from './day.js';
import type { Day, Open } from './expression.js';
import { NO_YEAR, readYearMark } from './year-mark.js';

export function readLoneDay(line: Line, from: number): Day | null {
  const day = dayNumber(tokenAt(line, from));
  if (day === 0 || day > 31 || !ledBy(line, from - 1)) return null;
  const next = tokenAt(line, from + 1);
  const said = is(next, M.current) || is(next, M.coming);
  const open =
    said ||
    next.kind === 'end' ||
    (next.kind === 'sign' && next.text !== '%' && !tokenAt(line, from + 2).glued) ||
    is(next, M.and);
  if (!open) return null;
  return {
    type: 'day',
    from,
    to: said ? from + 2 : from + 1,
    day,
    month: 0,
    year: NO_YEAR,
    time: null,
    weak: false,
  };
}

/** "entro oggi", "entro la data odierna", "entro l'estate": days that the phrase does not tell. */
export const readToday = (line: Line, from: number): Open | null =>
  ledBy(line, from - 1) || isAt(line, from - 1, M.by) || isSeasonOfYear(line, from)
    ? {
        type: 'open',
        from,
        to: isAt(line, from, M.season) ? readYearMark(line, from + 1).to : from + 1,
        ...(isAt(line, from, M.season)
          ? { kind: 'period', needs: 'date della stagione' }
          : { kind: 'date', needs: 'data di oggi' }),
      }
    : null;

/** "entro la settimana", "entro il mese": the one that runs. */
export function readThisTurn(line: Line, from: number): Open | null {
  const { text } = tokenAt(line, from);
  const month = text === 'mese';
  if (
    (!month && text !== 'settimana') ||
    !isAt(line, from - 2, M.by) ||
    tokenAt(line, from + 1).kind === 'word'
  )
    return null;
  const what = month
    ? ({ kind: 'month-end', needs: 'mese corrente' } as const)
    : ({ kind: 'period', needs: 'settimana corrente' } as const);
  return { type: 'open', from, to: from + 1, ...what };
}

/** "Fine lavori: primavera 2026", "nell'autunno 2025". */
const isSeasonOfYear = (line: Line, from: number): boolean =>
  isAt(line, from, M.season) &&
  (tokenAt(line, from - 1).text === ':' || isAt(line, from - 1, M.in) || isAt(line, from - 1, M.at)) &&
  readYearMark(line, from + 1).to > from + 1;

function ledBy(line: Line, from: number): boolean {
  let at = from;
  while (
    at > from - 4 &&
    (isAt(line, at, M.article) || isAt(line, at, M.filler) || isAt(line, at, M.dayWord))
  )
    at--;
  return at < from && (isAt(line, at, M.by) || /^scad(?:e|ono|ra|enza)$/.test(tokenAt(line, at).text));
}
