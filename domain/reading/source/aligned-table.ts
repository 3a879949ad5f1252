import type { AlignedLine } from './aligned-line.js';
import { type Column, type PlacedPiece, placedPieces } from './aligned-pieces.js';
import type { AlignedRegion } from './aligned-region.js';
import { rowStarts } from './aligned-rows.js';
import { least, most } from './extremes.js';
import { firstMarkColumn, phaseStarts } from './marked-rows.js';
import { type LinedWord, lineText } from './placed-lines.js';
import { placedParagraphs } from './placed-paragraphs.js';
import type { RowLine } from './row-line.js';
import type { Cell, Row, Table } from './source-document.js';

interface TableLine extends RowLine {
  readonly pieces: readonly PlacedPiece[];
}

/** The lines of a region as a table; `cuts` are the heights of lines drawn across it. */
export function alignedTable(
  page: number,
  { columns, lines }: AlignedRegion,
  cuts: readonly number[],
): Table {
  const own = lines.map((line) => tableLine(line, columns));
  const starts = rowStarts(own, columns.length, cuts);
  const marks = firstMarkColumn(own, columns.length);
  const firsts = new Set(starts);
  const wraps = columns.map((_, column) => isWrapped(own, firsts, column));
  const rows = starts.flatMap((from, index): Row[] => {
    const row = own.slice(from, starts[index + 1] ?? own.length);
    return phasesOf(row, marks, columns).map((phase) => ({ page, cells: rowCells(phase, columns, wraps) }));
  });
  return { kind: 'table', page, columns: columns.length, rows };
}

/** The lines of a row, by phase when it has several: what stands before the phases is of the first. */
function phasesOf(
  own: readonly TableLine[],
  marks: number | null,
  columns: readonly Column[],
): (readonly TableLine[])[] {
  if (marks === null || marks === 0) return [own];
  const texts = own.map((line) => between(line, marks - 1, marks).pieces.flatMap(({ piece }) => piece.words));
  const filled = texts.filter((words) => words.length > 0);
  const bounds = {
    x0: columns[marks - 1]?.x0 ?? 0,
    x1: columns[marks - 1]?.x1 ?? 0,
    isDrawn: false,
    leading: null,
  };
  const firsts = new Set(placedParagraphs(filled, bounds).map(({ fragments }) => fragments[0]?.line));
  const lineOf = (line: TableLine): number | undefined => texts[own.indexOf(line)]?.[0]?.line;
  const starts = phaseStarts(own, marks, (line) => firsts.has(lineOf(line)));
  if (starts.length === 0) return [own];
  const edges = [0, ...starts, own.length];
  return edges.slice(0, -1).map((start, index) => {
    const phase = own.slice(start, edges[index + 1]).map((line) => between(line, marks - 1, columns.length));
    return index === 0 ? [...own.map((line) => between(line, 0, marks - 1)), ...phase] : phase;
  });
}

/** What a line has in the columns from `first` up to, but not including, `end`. */
const between = (line: TableLine, first: number, end: number): TableLine => ({
  ...line,
  pieces: line.pieces.filter(({ column }) => column >= first && column < end),
});

function tableLine({ foot, size, pieces }: AlignedLine, columns: readonly Column[]): TableLine {
  const placed = placedPieces(pieces, columns, size);
  const cells = new Map<number, string>();
  for (const { column, piece } of placed) {
    cells.set(column, [cells.get(column), lineText(piece.words)].filter(Boolean).join(' '));
  }
  const [first] = placed;
  const across = placed.length === 1 && first?.column === 0 && first.span > 1;
  return { foot, size, cells, across, pieces: placed };
}

/** Whether lines of a column go on in the next one, as its text is set; else each is a text of its own. */
function isWrapped(lines: readonly TableLine[], starts: ReadonlySet<number>, column: number): boolean {
  let [goesOn, begins] = [0, 0];
  for (const [index, { cells }] of lines.entries()) {
    const text = cells.get(column);
    const before = lines[index - 1]?.cells.get(column);
    if (text === undefined || before === undefined || starts.has(index)) continue;
    if (/^[\p{Ll}(]/u.test(text) || /[-,]$/.test(before) || !/\p{Ll}/u.test(text)) goesOn += 1;
    else begins += 1;
  }
  return goesOn >= begins;
}

/** One cell a column, empty ones too; a piece across columns takes them all. */
function rowCells(
  lines: readonly TableLine[],
  columns: readonly Column[],
  wraps: readonly boolean[],
): Cell[] {
  const cells: Cell[] = [];
  const pieces = lines.flatMap((line) => line.pieces);
  for (let column = 0; column < columns.length; ) {
    const own = pieces.filter((one) => one.column === column);
    const span = Math.max(1, most(own.map((one) => one.span)));
    const next = Math.min(
      columns.length,
      least(pieces.filter((one) => one.column >= column + span).map((one) => one.column)),
    );
    // Where the cell ends is not drawn: across columns, or where nothing wraps, at the next words beside it.
    const isOpen = span > 1 || wraps[column] === false;
    const end = isOpen ? (columns[next]?.x0 ?? Number.POSITIVE_INFINITY) : (columns[column]?.x1 ?? 0);
    const within = lines.flatMap((line) => {
      const words: LinedWord[] = line.pieces
        .filter((one) => one.column >= column && one.column < column + span)
        .flatMap(({ piece }) => piece.words);
      return words.length > 0 ? [words] : [];
    });
    const bounds = { x0: columns[column]?.x0 ?? 0, x1: end, isDrawn: false, leading: null };
    const paragraphs = placedParagraphs(within, bounds).map(({ fragments }) => fragments);
    cells.push({ column, span, paragraphs });
    column += span;
  }
  return cells;
}
