import { most } from './extremes.js';
import type { LinedWord } from './placed-lines.js';

/** From the leftmost to the rightmost letter of what stands in it. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** Words of one line that stand together. */
export interface Piece extends Column {
  readonly words: readonly LinedWord[];
}

/** A piece and the columns it stands in; more than one when it is written across them. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly column: number;
  readonly span: number;
}

/** Of the size: how exactly a word begins a column, and what may lie over a column without standing in it. */
const EXACT = 0.25;
const BRUSHES = 0.15;

/** A piece of words from left to right. */
export function pieceOf(words: readonly LinedWord[]): Piece {
  return { x0: words[0]?.x0 ?? 0, x1: most(words.map(({ x1 }) => x1)), words };
}

/** The columns, by their places, that a piece stands over. */
export const columnsUnder = (piece: Column, columns: readonly Column[], size: number): number[] =>
  [...columns.entries()]
    .filter(([, { x0, x1 }]) => Math.min(piece.x1, x1) - Math.max(piece.x0, x0) > BRUSHES * size)
    .map(([index]) => index);

/** Whether something begins where a column does. */
export const beginsAt = (piece: Column, column: Column | undefined, size: number): boolean =>
  column !== undefined && Math.abs(piece.x0 - column.x0) < EXACT * size;

/** Of the columns: how many a line must fill for a narrow gap to part two; a number before it parts any line. */
const FILLED = 0.75;
const NUMBER = /^\W*(n\.?|nr\.?|ob\.?)?\s*\d[\d.,/%°)]*$/i;

/**
 * A piece over two columns cut before the word that begins exactly where the second does. Many a word begins so
 * by chance: the line must be a full row whose first column is known to be that wide, or have a number there.
 */
export function cutAtColumns(
  piece: Piece,
  columns: readonly Column[],
  size: number,
  line: readonly Piece[],
): Piece[] {
  const met = columnsUnder(piece, columns, size);
  const [first, second] = met;
  if (met.length !== 2 || first === undefined || second === undefined) return [piece];
  const at = piece.words.findIndex((word) => beginsAt(word, columns[second], size));
  if (at <= 0) return [piece];
  const [left, right] = [pieceOf(piece.words.slice(0, at)), pieceOf(piece.words.slice(at))];
  const isKnown = left.x1 <= (columns[first]?.x1 ?? 0) + EXACT * size;
  const isRow = isKnown && line.length > 1 && line.length + 1 >= FILLED * columns.length;
  const isBroken = left.words.at(-1)?.text.endsWith('-') === true && left.x1 <= (columns[second]?.x0 ?? 0);
  return isRow || isBroken || NUMBER.test(left.words.map(({ text }) => text).join(' '))
    ? [left, right]
    : [piece];
}

/** Where the pieces of a line stand in columns that are settled. */
export function placedPieces(
  line: readonly Piece[],
  columns: readonly Column[],
  size: number,
): PlacedPiece[] {
  return line.flatMap((piece) =>
    cutAtColumns(piece, columns, size, line).map((part) => {
      const met = columnsUnder(part, columns, size);
      const column = met[0] ?? nearestColumn(part, columns);
      return { piece: part, column, span: (met.at(-1) ?? column) - column + 1 };
    }),
  );
}

/** The column a piece stands in, or the nearest one. */
export function nearestColumn(piece: Column, columns: readonly Column[]): number {
  const distance = ({ x0, x1 }: Column): number => Math.max(x0, piece.x0) - Math.min(x1, piece.x1);
  return columns.reduce(
    (best, column, index) => (distance(column) < distance(columns[best] ?? column) ? index : best),
    0,
  );
}
