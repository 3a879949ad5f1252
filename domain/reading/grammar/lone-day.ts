/** "entro il 10", "entro il giorno 5 c.m.": a day whose month is not said; only after "entro" and nothing behind. */
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber } from './day.js';
import type { Day, Open } from './expression.js';
import { NO_YEAR } from './year-mark.js';

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
  ledBy(line, from - 1) || isAt(line, from - 1, M.by)
    ? {
        type: 'open',
        from,
        to: from + 1,
        ...(isAt(line, from, M.season)
          ? { kind: 'period', needs: 'date della stagione' }
          : { kind: 'date', needs: 'data di oggi' }),
      }
    : null;

function ledBy(line: Line, from: number): boolean {
  let at = from;
  while (
    at > from - 4 &&
    (isAt(line, at, M.article) || isAt(line, at, M.filler) || isAt(line, at, M.dayWord))
  )
    at--;
  return at < from && isAt(line, at, M.by);
}
