/** Pieces of a month or a year by their number: "prima decade di luglio", "seconda metà dell'anno". */
import { type Line, tokenAt } from '../text/token.js';
import type { Open, Stretch } from './expression.js';
import { readMonth } from './month.js';
import { daysOf, LAST, overOf, stretch } from './stretch.js';
import { readYear } from './year.js';

/** Pieces of a month: first and last day of each; `LAST` is the last of the month. */
const PIECES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  decade: [
    [1, 10],
    [11, 20],
    [21, LAST],
  ],
  quindicina: [
    [1, 15],
    [16, LAST],
  ],
  meta: [
    [1, 15],
    [16, LAST],
  ],
  settimana: [
    [1, 7],
    [8, 14],
    [15, 21],
    [22, 28],
  ],
};

/** "prima decade di luglio", "seconda metà dell'anno", "ultima settimana di maggio". */
export function readPiece(line: Line, from: number, rank: number): Stretch | Open | null {
  const noun = tokenAt(line, from + 1).text;
  const pieces = PIECES[noun];
  if (pieces === undefined) return null;
  const piece =
    rank === -1 ? (noun === 'settimana' ? ([25, LAST] as const) : pieces.at(-1)) : pieces[rank - 1];
  if (piece === undefined) return null;
  const of = overOf(line, from + 2);
  const month = readMonth(line, of);
  if (month !== null) return daysOf(from, month, piece[0], piece[1]);
  if (tokenAt(line, of).text === 'mese' && of > from + 2)
    return { type: 'open', from, to: of + 1, kind: 'period', needs: 'mese corrente' };
  const year = noun === 'meta' ? readYear(line, of) : null;
  if (year === null) return null;
  const [first, last] = rank === 1 ? [1, 6] : [7, 12];
  return stretch(from, year.to, { month: first, day: 1 }, { month: last, day: LAST }, year.year);
}
