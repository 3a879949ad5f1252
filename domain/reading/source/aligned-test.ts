import { type AlignedLine, isListSign } from './aligned-line.js';
import { beginsAt, type Column, columnsUnder, type Piece } from './aligned-pieces.js';

/** Of a column's pieces: how many must begin, end or be centred at the same place. */
const ALIGNED = 0.6;
/** Columns up to which two pieces, one over the other, may be so by chance. */
const FEW_COLUMNS = 3;
/** Of the size: how near these places are. */
const SAME_PLACE = 0.7;

/** Whether lines that share gaps are a table: two full lines at least, in columns that keep an edge, and no list. */
export function isTable(lines: readonly AlignedLine[], columns: readonly Column[]): boolean {
  const full = lines.filter(({ pieces }) => pieces.length > 1);
  if (full.length < 2 || columns.length < 2) return false;
  const firsts = lines.flatMap(({ pieces }) => pieces.filter(({ x1 }) => x1 < (columns[1]?.x0 ?? 0)));
  const isList = columns.length === 2 && firsts.every(isListSign);
  const isPair =
    full.length === 2 && columns.length > 2 && full.every(({ pieces }) => pieces.length === columns.length);
  return isPair || (!isList && columns.slice(1).every((_, index) => isAligned(full, columns, index + 1)));
}

function isAligned(lines: readonly AlignedLine[], columns: readonly Column[], column: number): boolean {
  const stands = (piece: Piece, size: number): boolean => {
    const met = columnsUnder(piece, columns, size);
    return met.length === 1 && met[0] === column;
  };
  const own = lines.flatMap(({ pieces, size }) =>
    pieces.filter((piece) => stands(piece, size)).map(({ x0, x1 }) => ({ x0, x1, size })),
  );
  // A heading in the middle, and one entry at the edge.
  if (own.length <= 2 && columns.length > FEW_COLUMNS) return true;
  const share = (place: (piece: Column) => number): number => {
    const sorted = own.map((one) => place(one)).sort((a, b) => a - b);
    return mostWithin(sorted, SAME_PLACE * (own[0]?.size ?? 1)) / Math.max(1, own.length);
  };
  const places = [(one: Column) => one.x0, (one: Column) => one.x1, (one: Column) => (one.x0 + one.x1) / 2];
  return places.some((place) => share(place) >= ALIGNED);
}

/** How many sorted values lie, at most, within `reach` of one of them. */
function mostWithin(sorted: readonly number[], reach: number): number {
  let [most, from, to] = [0, 0, 0];
  for (const value of sorted) {
    while ((sorted[from] ?? value) < value - reach) from += 1;
    while (to < sorted.length && (sorted[to] ?? 0) <= value + reach) to += 1;
    most = Math.max(most, to - from);
  }
  return most;
}

/** Whether the first lines of a page go on in the columns of a table that ended the page before. */
export function goesOnIn(columns: readonly Column[], lines: readonly AlignedLine[]): boolean {
  const [first] = lines;
  const [piece, ...beside] = first?.pieces ?? [];
  if (first === undefined || piece === undefined) return false;
  const isLaterColumn = columns.slice(1).some((column) => beginsAt(piece, column, first.size));
  if (beside.length === 0) return isLaterColumn;
  return lines.slice(0, 3).some((line) => keepsEdges(line, columns));
}

/** Several pieces, most of which begin where a column does. */
function keepsEdges({ pieces, size }: AlignedLine, columns: readonly Column[]): boolean {
  const kept = pieces.filter((piece) => columns.some((column) => beginsAt(piece, column, 2 * size)));
  return pieces.length > 1 && kept.length >= ALIGNED * pieces.length;
}
