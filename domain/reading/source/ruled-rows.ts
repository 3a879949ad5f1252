import { rowStarts } from './aligned-rows.js';
import { most } from './extremes.js';
import type { Box } from './placed.js';
import { footOf, type LinedWord, lineText, sizeOf, visualLines } from './placed-lines.js';
import { countsUp, entryColumn } from './row-entries.js';
import type { RowLine } from './row-line.js';
import type { Grid, GridCell } from './ruled-grid.js';

/** Drawn rows up to which a table may be one of drawn columns only. */
const FEW_ROWS = 4;
/** Of a table's lines: how many must stand in one drawn row. */
const MOST = 0.55;
const FEWEST_LINES = 3;

/**
 * Tables often have lines drawn between columns and none between rows: all rows then stand in one drawn row. It
 * is cut where its words make rows of their own, told by numbers that count up; other drawn rows stay as they
 * are, since a cell may hold a list of values.
 */
export function cutRows(grid: Grid, held: ReadonlyMap<GridCell, readonly LinedWord[]>): Grid {
  const row = fullestRow(grid, held);
  if (row === null || grid.rows > FEW_ROWS) return grid;
  const cells = grid.cells.filter((cell) => cell.row === row);
  if (cells.some(({ span }) => span > 1) || cells.length < 3) return grid;
  const lines = visualLines(cells.flatMap((cell) => held.get(cell) ?? []));
  const rowLines = lines.map((line) => rowLine(line, cells));
  const column = entryColumn(rowLines, grid.columns);
  if (lines.length < FEWEST_LINES || column === null || !countsUp(rowLines, column)) return grid;
  const starts = rowStarts(rowLines, grid.columns, []);
  const tops = starts.slice(1).map((start) => betweenLines(lines[start - 1] ?? [], lines[start] ?? []));
  const edges = [cells[0]?.y0 ?? 0, ...tops, cells[0]?.y1 ?? 0];
  const pieces = cells.flatMap((cell) =>
    edges.slice(0, -1).map((y0, index) => ({ ...cell, row: row + index, y0, y1: edges[index + 1] ?? y0 })),
  );
  const rest = grid.cells
    .filter((cell) => cell.row !== row)
    .map((cell) => (cell.row > row ? { ...cell, row: cell.row + tops.length } : cell));
  return { ...grid, rows: grid.rows + tops.length, cells: [...rest, ...pieces] };
}

const betweenLines = (above: readonly LinedWord[], below: readonly LinedWord[]): number =>
  (footOf(above) + footOf(below) - sizeOf(below)) / 2;

/** The row with most of the table's lines. */
function fullestRow(grid: Grid, held: ReadonlyMap<GridCell, readonly LinedWord[]>): number | null {
  const linesIn = (row: number): number =>
    new Set(
      grid.cells
        .filter((cell) => cell.row === row)
        .flatMap((cell) => (held.get(cell) ?? []).map(({ line }) => line)),
    ).size;
  const counts = Array.from({ length: grid.rows }, (_, row) => linesIn(row));
  const fullest = most(counts);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return fullest >= FEWEST_LINES && fullest >= MOST * all ? counts.indexOf(fullest) : null;
}

function rowLine(line: readonly LinedWord[], cells: readonly GridCell[]): RowLine {
  const texts = new Map<number, LinedWord[]>();
  for (const word of line) {
    const cell = cells.find((one: Box) => (word.x0 + word.x1) / 2 < one.x1);
    if (cell !== undefined) texts.set(cell.column, [...(texts.get(cell.column) ?? []), word]);
  }
  const own = new Map([...texts].map(([column, words]) => [column, lineText(words)]));
  return { foot: footOf(line), size: sizeOf(line), cells: own, across: false };
}
