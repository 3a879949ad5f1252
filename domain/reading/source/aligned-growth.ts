/** How far columns go on downwards from a line. */
import { paired, refined, withLine } from './aligned-columns.js';
import type { AlignedLine } from './aligned-line.js';
import { beginsAt, type Column } from './aligned-pieces.js';

/** Of the size: the widest distance of two lines of a table, and of one with words in one column only. */
const WIDEST = 3.4;
const WIDEST_ALONE = 2.6;
/** Lines written across that may follow each other within a table: a sector and who is responsible for it. */
const MOST_ACROSS = 3;
const ROW_DISTANCE = 2.1;
const CARD_COLUMNS = 4;
const MANY_COLUMNS = 5;

export interface Grown {
  readonly columns: readonly Column[];
  readonly to: number;
}

/** The columns that the lines from `start` on share, and the first line that does not. */
export function grownFrom(lines: readonly AlignedLine[], start: number, first: readonly Column[]): Grown {
  let grown: Grown = { columns: first, to: start + 1 };
  let last = start;
  for (;;) {
    const next = grow(lines, grown.to, grown.columns, start);
    if (next === null) break;
    grown = next;
    if ((lines[grown.to - 1]?.pieces.length ?? 0) > 1) last = grown.to - 1;
  }
  // What trails behind the last full line belongs to it only where it follows closely.
  return { columns: grown.columns, to: last + 1 + closeLines(lines, last + 1, grown.to, grown.columns) };
}

/** Takes the next line, or lines written across and the next that keeps to the columns again. */
function grow(
  lines: readonly AlignedLine[],
  at: number,
  columns: readonly Column[],
  start: number,
): Grown | null {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined) return null;
  const distance = (line.foot - before.foot) / line.size;
  if (distance > (line.pieces.length > 1 ? WIDEST : WIDEST_ALONE)) return null;
  // The same heading again is that of another table.
  if (line.pieces.length > 2 && at > start + 1 && wordsOf(line) === wordsOf(lines[start])) return null;
  const pairs = at === start + 1 ? paired(columns, line.pieces, line.size) : null;
  const own = pairs ?? withLine(columns, line.pieces, line.size) ?? refined(columns, line.pieces, line.size);
  if (own !== null) return { columns: own, to: at + 1 };
  if (distance > ROW_DISTANCE) return null;
  if (isStep(line, columns)) return { columns, to: at + 1 };
  if (columns.length < 3) return null;
  let next = at;
  while (next < at + MOST_ACROSS && lines[next]?.pieces.length === 1) next += 1;
  const [last, following] = [lines[next - 1], lines[next]];
  if (next === at || last === undefined || following === undefined) return null;
  const isRow =
    following.pieces.length > 1 &&
    (following.pieces.length >= 0.6 * columns.length ||
      following.pieces.every((piece) => beginsColumn(piece, columns, following.size)));
  if (!isRow || (following.foot - last.foot) / following.size > WIDEST_ALONE) return null;
  if (wordsOf(following) === wordsOf(lines[start])) return null;
  const after = withLine(columns, following.pieces, following.size);
  return after === null || after.length > columns.length ? null : { columns: after, to: next + 1 };
}

const beginsColumn = (piece: Column, columns: readonly Column[], size: number): boolean =>
  columns.some((column) => beginsAt(piece, column, size));

/** A numbered phase written over the first columns of a card, the last one left free. */
const isStep = ({ pieces, size }: AlignedLine, columns: readonly Column[]): boolean =>
  pieces.length === 1 &&
  columns.length <= CARD_COLUMNS &&
  /^(\d{1,2}[.)°]|fase\b)/i.test(wordsOf({ pieces, size, foot: 0 })) &&
  pieces.every(({ x0, x1 }) => Math.abs(x0 - (columns[0]?.x0 ?? 0)) < size && x1 < (columns.at(-1)?.x0 ?? 0));

const wordsOf = (line: AlignedLine | undefined): string =>
  line?.pieces.flatMap(({ words }) => words.map(({ text }) => text)).join(' ') ?? '';

/** Lines with one piece that follow closely; in a table of many columns also at the distance of its rows. */
function closeLines(
  lines: readonly AlignedLine[],
  from: number,
  to: number,
  columns: readonly Column[],
): number {
  let count = 0;
  while (from + count < to) {
    const [before, line] = [lines[from + count - 1], lines[from + count]];
    const end = line?.pieces[0]?.x1 ?? 0;
    const widest = columns.length >= MANY_COLUMNS && end < (columns[1]?.x0 ?? 0) ? 2.05 : 1.9;
    if (before === undefined || line === undefined || line.foot - before.foot > widest * line.size) break;
    count += 1;
  }
  return count;
}
