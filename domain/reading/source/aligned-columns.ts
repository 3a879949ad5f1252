import { beginsAt, type Column, columnsUnder, cutAtColumns, type Piece } from './aligned-pieces.js';

/** Of the size: what stays free between two columns, and the widest gap within one cell. */
const NARROWEST_GUTTER = 0.2;
const WITHIN = 1.2;
/** Of the size: how far from its column's edge a piece begins something else. */
const INSIDE = 6;
const FEWEST_PAIRS = 3;

type Columns = readonly Column[];

/**
 * The columns after a line has been put in: wider where its words are, and more where they stand between or
 * beside the known ones. `null` when words run across columns without beginning where one begins, or when one
 * column would hold what stands apart.
 */
export function withLine(columns: Columns, line: readonly Piece[], size: number): Columns | null {
  if (line.length > 1 && line.slice(1).some((piece) => beginsInside(piece, columns, size))) return null;
  let now = columns;
  let before: Piece | null = null;
  for (const piece of line) {
    if (before !== null && standApart(before, piece, now, size)) return null;
    for (const part of cutAtColumns(piece, now, size, line)) {
      const wider = withPiece(now, part, line.length > 1, size);
      if (wider === null) return null;
      now = wider;
    }
    before = piece;
  }
  return now;
}

/** Far from the left edge of a wide column and at none of its other places: the lines of another table. */
function beginsInside(piece: Piece, columns: Columns, size: number): boolean {
  const [index, ...more] = columnsUnder(piece, columns, size);
  const column = columns[index ?? -1];
  if (column === undefined || index === 0 || more.length > 0) return false;
  const isFar = piece.x0 - column.x0 > INSIDE * size && column.x1 - column.x0 > 2 * INSIDE * size;
  const isAtEnd = Math.abs(piece.x1 - column.x1) < size;
  return isFar && !isAtEnd && Math.abs(piece.x0 + piece.x1 - column.x0 - column.x1) > 2 * size;
}

/** One column would hold both, and more than a wide space is between them. */
function standApart(before: Piece, piece: Piece, columns: Columns, size: number): boolean {
  if (piece.x0 - before.x1 <= WITHIN * size) return false;
  const [one, other] = [columnsUnder(before, columns, size), columnsUnder(piece, columns, size)];
  return one.length === 1 && other.length === 1 && one[0] === other[0];
}

/** Nearer than two columns stand: a number at the edge under a heading in the middle. */
const columnsBeside = (part: Column, columns: Columns, size: number): number[] =>
  [...columns.keys()].filter((index) => {
    const { x0, x1 } = columns[index] ?? part;
    return Math.max(x0 - part.x1, part.x0 - x1) < NARROWEST_GUTTER * size;
  });

/** What is written across columns must begin where one does, and beside something or under another than the first. */
function withPiece(columns: Columns, part: Piece, isBeside: boolean, size: number): Columns | null {
  const under = columnsUnder(part, columns, size);
  const met = under.length > 0 ? under : columnsBeside(part, columns, size);
  const [index] = met;
  if (met.length > 1 && index !== undefined) {
    return beginsAt(part, columns[index], size) && (isBeside || index > 0) ? columns : null;
  }
  const old = index === undefined ? part : (columns[index] ?? part);
  const merged = { x0: Math.min(old.x0, part.x0), x1: Math.max(old.x1, part.x1) };
  const others = columns.filter((_, at) => at !== index);
  const gutter = NARROWEST_GUTTER * size;
  const isFree = others.every((other) => other.x0 - merged.x1 >= gutter || merged.x0 - other.x1 >= gutter);
  if (isFree) return [...others, merged].sort((a, b) => a.x0 - b.x0);
  // As long as its column is wide, it ends where the next begins.
  return isBeside && beginsAt(part, columns[index ?? -1], size) ? columns : null;
}

/**
 * The columns of a heading and the full row under it, piece by piece: a heading in the middle of its column need
 * not stand over a short entry at its edge. `null` when they do not pair.
 */
export function paired(columns: Columns, line: readonly Piece[], size: number): Columns | null {
  if (columns.length < FEWEST_PAIRS || line.length !== columns.length) return null;
  const joined = line.map((piece, index) => {
    const { x0, x1 } = columns[index] ?? piece;
    return { x0: Math.min(x0, piece.x0), x1: Math.max(x1, piece.x1) };
  });
  const gutter = NARROWEST_GUTTER * size;
  return joined.every(({ x0 }, index) => index === 0 || x0 - (joined[index - 1]?.x1 ?? x0) >= gutter)
    ? joined
    : null;
}

/**
 * The columns of a line that parts those so far more finely, each of which begins where one of its pieces does:
 * months beside a phase, under a value as wide as all of them. `null` when it does not.
 */
export function refined(columns: Columns, line: readonly Piece[], size: number): Columns | null {
  if (
    line.length <= columns.length ||
    !columns.every((one) => line.some((piece) => beginsAt(piece, one, size)))
  ) {
    return null;
  }
  const [first, ...rest] = line;
  const [label] = columns;
  if (first === undefined || label === undefined) return null;
  const wide = { x0: Math.min(first.x0, label.x0), x1: Math.max(first.x1, label.x1) };
  return rest.every(({ x0 }) => x0 > wide.x1) ? [wide, ...rest.map(({ x0, x1 }) => ({ x0, x1 }))] : null;
}
