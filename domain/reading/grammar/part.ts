/**
 * Parts of the year: "I semestre 2026", "3° trim.", "primo e secondo quadrimestre", "semestre 2", "Q1 2026".
 *
 *   parts := (ordinal | number) (("e" | "," | "-") (ordinal | number))* part [year-mark] | part (ordinal | number) [year-mark]
 */
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Open, Stretch } from './expression.js';
import { readYearMark } from './year-mark.js';

/** Which of its kind: an ordinal, or a number standing for one; 0 when it is none. */
const rankOf = (token: Token): number =>
  token.rank !== 0 ? token.rank : token.kind === 'number' && token.text.length === 1 ? token.value : 0;

export const readPart = (line: Line, from: number): readonly Stretch[] | null =>
  readRanked(line, from) ?? readNamedFirst(line, from) ?? readQuarterCode(line, from);

/** "entro il bimestre successivo", "entro il trimestre in corso": a part that the phrase alone does not tell. */
export function readOpenPart(line: Line, from: number): Open | null {
  const by = isAt(line, from - 1, M.article) ? from - 2 : from - 1;
  const next = tokenAt(line, from + 1);
  const said = is(next, M.next) || is(next, M.coming) || is(next, M.current);
  return said && isAt(line, by, M.by)
    ? { type: 'open', from, to: from + 2, kind: 'period', needs: 'periodo di riferimento' }
    : null;
}

function readRanked(line: Line, from: number): readonly Stretch[] | null {
  const ranks: { rank: number; at: number }[] = [];
  let at = from;
  while (ranks.length < 6) {
    const rank = rankOf(tokenAt(line, at));
    if (rank === 0) return null;
    ranks.push({ rank, at });
    const next = skip(line, at + 1, M.filler);
    const { part } = tokenAt(line, next).word;
    if (part > 0) return stretches(line, ranks, part, next + 1);
    const link = tokenAt(line, at + 1);
    if (!is(link, M.and) && link.text !== ',' && link.text !== '-' && link.text !== '/') return null;
    at = skip(line, skip(line, skip(line, at + 2, M.in), M.of), M.article);
  }
  return null;
}

function stretches(
  line: Line,
  ranks: readonly { rank: number; at: number }[],
  part: number,
  after: number,
): readonly Stretch[] | null {
  const { mark, to } = readYearMark(line, after);
  const read: Stretch[] = [];
  for (const [index, { rank, at }] of ranks.entries()) {
    const nth = rank === -1 ? 12 / part : rank;
    if (nth < 1 || nth > 12 / part) return null;
    const end = index === ranks.length - 1 ? to : at + 1;
    read.push({
      type: 'stretch',
      from: at,
      to: end,
      first: { month: (nth - 1) * part + 1, day: 1 },
      last: { month: nth * part, day: 0 },
      year: mark,
    });
  }
  return read;
}

/** "semestre 1", "trimestre II", "trimestri I e II". */
function readNamedFirst(line: Line, from: number): readonly Stretch[] | null {
  const { part } = tokenAt(line, from).word;
  const first = rankOf(tokenAt(line, from + 1));
  if (part === 0 || first < 1 || isAt(line, from + 1, M.next)) return null;
  const ranks = [{ rank: first, at: from + 1 }];
  let to = from + 2;
  const several = tokenAt(line, from).text.endsWith('i');
  while (several && ranks.length < 6 && (isAt(line, to, M.and) || tokenAt(line, to).text === ',')) {
    const { rank } = tokenAt(line, to + 1);
    if (rank < 1 || tokenAt(line, to + 2).word.part > 0) break;
    ranks.push({ rank, at: to + 1 });
    to += 2;
  }
  return (
    stretches(line, ranks, part, to)?.map((one, index) => (index === 0 ? { ...one, from } : one)) ?? null
  );
}

/** "Q1 2026": quarters in the spreadsheet's way. */
function readQuarterCode(line: Line, from: number): readonly Stretch[] | null {
  const [_letter, number] = [tokenAt(line, from), tokenAt(line, from + 1)];
  if (!isAt(line, from, M.quarter) || number.kind !== 'number' || !number.glued || number.text.length > 1)
    return null;
  return stretches(line, [{ rank: number.value, at: from }], 3, from + 2);
}
