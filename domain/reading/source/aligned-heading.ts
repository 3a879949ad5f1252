import type { AlignedLine } from './aligned-line.js';
import { type Column, nearestColumn, pieceOf } from './aligned-pieces.js';
import type { LinedWord } from './placed-lines.js';

/** Of the size: how far above the columns their heading may stand. */
const NEAR = 3;
const NEXT = 1.6;
/** Of the columns: how many a heading names. */
const NAMED = 0.6;
/** Of the parts of a line cut by columns: how many must stand over theirs as headings do. */
const KEPT = 0.8;

/**
 * The lines right above columns that name them, cut by the columns under them: headings are centred, or stand
 * so close that only the columns tell them apart. Lines between `floor` and `start`; from top to bottom.
 */
export function headingLines(
  lines: readonly AlignedLine[],
  start: number,
  floor: number,
  columns: readonly Column[],
): AlignedLine[] {
  const found: AlignedLine[] = [];
  for (let at = start - 1; at >= floor; at -= 1) {
    const [line, below] = [lines[at], lines[at + 1]];
    if (line === undefined || below === undefined) break;
    const distance = below.foot - line.foot;
    const own = cutByColumns(line, columns);
    if (own === null || distance > (found.length === 0 ? NEAR : NEXT) * line.size) break;
    if (isSentenceOver(line, own, columns)) break;
    const isFull = own.pieces.length >= Math.max(2, NAMED * columns.length);
    const isRest = distance <= (found.length === 0 ? 2.2 : NEXT) * line.size;
    if (!isFull && !(isRest && own.pieces.length < line.pieces.length + 1 && isOverOne(own, columns))) break;
    found.unshift(own);
  }
  // A line over one column names nothing unless a full heading is among them.
  const full = found.findIndex(({ pieces }) => pieces.length >= Math.max(2, NAMED * columns.length));
  return full < 0
    ? found.filter((_, index) => index === found.length - 1 && isRestOfHeading(found, lines[start]))
    : found;
}

/** Over two or three columns words without a wide space are a line of their own: "Dirigente: Segretario generale". */
function isSentenceOver(line: AlignedLine, own: AlignedLine | null, columns: readonly Column[]): boolean {
  if (line.pieces.length !== 1 || (line.pieces[0]?.words.length ?? 0) < 2) return false;
  const small = own?.pieces.filter(({ words }) => /^\p{Ll}/u.test(words[0]?.text ?? '')).length ?? 0;
  return columns.length <= 3 || small * 2 > (own?.pieces.length ?? 0);
}

const isRestOfHeading = (found: readonly AlignedLine[], first: AlignedLine | undefined): boolean =>
  first !== undefined && found.length === 1 && first.foot - (found[0]?.foot ?? 0) <= 1.35 * first.size;

/** Narrow, and not over the first column: the first of two lines of a heading, not a title. */
const isOverOne = (line: AlignedLine, columns: readonly Column[]): boolean =>
  line.pieces.every((piece) =>
    columns.slice(1).some(({ x0, x1 }) => piece.x0 > x0 - line.size && piece.x1 < x1 + line.size),
  );

/** `null` when words stand outside of the columns. */
function cutByColumns(line: AlignedLine, columns: readonly Column[]): AlignedLine | null {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return null;
  const parts = new Map<number, LinedWord[]>();
  for (const word of line.pieces.flatMap(({ words }) => words)) {
    if (word.x1 < first.x0 - 4 * line.size || word.x0 > last.x1 + 4 * line.size) return null;
    const column = nearestColumn(word, columns);
    parts.set(column, [...(parts.get(column) ?? []), word]);
  }
  const pieces = [...parts]
    .sort(([a], [b]) => a - b)
    .map(([column, words]) => ({ column, piece: pieceOf(words) }));
  const isCut = pieces.length > line.pieces.length;
  const kept = pieces.filter(({ column, piece }) => standsOver(piece, columns[column] ?? first, line.size));
  if (isCut && kept.length < KEPT * pieces.length) return null;
  return { ...line, pieces: pieces.map(({ piece }) => piece) };
}

/** Begins, ends or is centred where its column does. */
const standsOver = (piece: Column, column: Column, size: number): boolean =>
  Math.abs(piece.x0 - column.x0) < 0.5 * size ||
  Math.abs(piece.x1 - column.x1) < 0.5 * size ||
  Math.abs(piece.x0 + piece.x1 - column.x0 - column.x1) < 2 * size;
