/**
 * A part of the year whose noun was said before: "entro il primo semestre la bozza, entro il secondo l'adozione".
 *
 *   elliptic-part := ("entro il" | "nel" | "e il") ordinal [year-mark]        where a part of the year stands earlier in the sentence
 */
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import type { Stretch } from './expression.js';
import { readPart } from './part.js';
import { readYearMark } from './year-mark.js';

const FARTHEST = 30;

export function readEllipticPart(line: Line, from: number): Stretch | null {
  const { rank, text } = tokenAt(line, from);
  if (rank < 2 && rank !== -1) return null;
  const by = isAt(line, from - 1, M.article) && (isAt(line, from - 2, M.by) || isAt(line, from - 2, M.and));
  const { mark, to } = readYearMark(line, from + 1);
  if (/[aei]$/.test(text) || !(by || isAt(line, from - 1, M.in)) || !endsHere(line, to, by)) return null;
  const said = partBefore(line, from);
  if (said === null) return null;
  const months = said.last.month - said.first.month + 1;
  const nth = rank === -1 ? 12 / months : rank;
  const another = to > from + 1 || nth * months > said.last.month;
  if (!another || nth * months > 12) return null;
  const first = { month: (nth - 1) * months + 1, day: 1 };
  const year = to > from + 1 ? mark : said.year;
  return { ...said, from, to, first, last: { month: nth * months, day: 0 }, year };
}

/** No noun of its own follows, unless it is what is to be done by then. */
function endsHere(line: Line, at: number, by: boolean): boolean {
  const next = tokenAt(line, at);
  if (next.kind !== 'word') return next.kind !== 'number';
  return is(next, M.article) || is(next, M.and) || is(next, M.for) || (by && isActionNoun(next.text));
}

/** The last part of the year said before a place, in the same sentence. */
function partBefore(line: Line, from: number): Stretch | null {
  for (let at = from - 1; at > from - FARTHEST && at > 0; at--) {
    const { kind, text, word } = tokenAt(line, at);
    if (kind === 'sign' && text === '|') return null;
    if (word.part > 0) return (readPart(line, at - 1) ?? readPart(line, at))?.at(-1) ?? null;
  }
  return null;
}
