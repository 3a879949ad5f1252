import { barCells } from './coloured-cells.js';
import { least, most } from './extremes.js';
import type { Measure } from './line-breaks.js';
import type { Box, Fill } from './placed.js';
import { type LinedWord, visualLines } from './placed-lines.js';
import { placedParagraphs } from './placed-paragraphs.js';
import type { Grid, GridCell } from './ruled-grid.js';
import { cutRows } from './ruled-rows.js';
import type { Cell, Fragment, Row, Table } from './source-document.js';

/** What stands for a coloured cell without words: a bar of a Gantt chart. */
const COLOURED = '■';

/** Points that a cell keeps free at its sides, when nothing better is known. */
const PADDING = 6;

/** The words of a page that stand in a drawn grid, as a table; `bars` are empty cells whose colour says something. */
export function ruledTable(
  page: number,
  drawn: Grid,
  words: readonly LinedWord[],
  fills: readonly Fill[],
): Table {
  const grid = cutRows(drawn, heldBy(drawn, words));
  const held = heldBy(grid, words);
  const bars = barCells(grid, fills, words);
  const rows: Row[] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    const cells = grid.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    const own = cells.map(
      (cell): Cell => ({
        column: cell.column,
        span: cell.span,
        paragraphs: bars.has(cell)
          ? [[{ line: lineBeside(cell, words), text: COLOURED }]]
          : cellParagraphs(cell, held.get(cell) ?? []),
      }),
    );
    if (own.some(({ paragraphs }) => paragraphs.length > 0)) rows.push({ page, cells: own });
  }
  return { kind: 'table', page, columns: grid.columns, rows };
}

function heldBy(grid: Grid, words: readonly LinedWord[]): Map<GridCell, LinedWord[]> {
  const held = new Map<GridCell, LinedWord[]>();
  for (const word of words) {
    const cell = cellOf(grid, word);
    if (cell === undefined) continue;
    const list = held.get(cell) ?? [];
    held.set(cell, list);
    list.push(word);
  }
  return held;
}

/** The first line of the row that an empty cell is of. */
function lineBeside(cell: Box, words: readonly LinedWord[]): number {
  const middle = (cell.y0 + cell.y1) / 2;
  const beside = words.filter(({ y0, y1 }) => (y0 + y1) / 2 > cell.y0 && (y0 + y1) / 2 < cell.y1);
  const distance = (word: Box): number => Math.abs((word.y0 + word.y1) / 2 - middle);
  const [nearest] = beside.length > 0 ? beside : [...words].sort((a, b) => distance(a) - distance(b));
  return nearest?.line ?? 1;
}

/** The paragraphs of a cell; its width tells which lines were ended on purpose. */
export function cellParagraphs(cell: Box, words: readonly LinedWord[]): (readonly Fragment[])[] {
  if (words.length === 0) return [];
  const left = least(words.map(({ x0 }) => x0)) - cell.x0;
  const right = cell.x1 - most(words.map(({ x1 }) => x1));
  const padding = Math.min(PADDING, Math.max(0, left), Math.max(0, right));
  const measure = { x0: cell.x0 + padding, x1: cell.x1 - padding, isDrawn: true, leading: null };
  const lines = visualLines(words);
  const broken = brokenWord(lines, measure);
  return broken ?? placedParagraphs(lines, measure).map(({ fragments }) => fragments);
}

/** Of a narrow cell: how much of its width a word takes that is broken for want of room, without a hyphen. */
const FULL = 0.75;

/** A cell with one word that fills its width, and goes on with a letter or two ("MA" over "G"). */
function brokenWord(lines: readonly (readonly LinedWord[])[], { x0, x1 }: Measure): Fragment[][] | null {
  const [[first, ...more] = [], [rest, ...others] = [], ...further] = lines;
  if (first === undefined || rest === undefined || more.length + others.length + further.length > 0)
    return null;
  const isWord = /^\p{L}{2,}$/u.test(first.text) && /^\p{L}{1,2}$/u.test(rest.text);
  const isFull = first.x1 - first.x0 >= FULL * (x1 - x0);
  const isAlike =
    first.text === first.text.toUpperCase()
      ? rest.text === rest.text.toUpperCase()
      : /^\p{Ll}/u.test(rest.text);
  return isWord && isFull && isAlike ? [[{ line: first.line, text: first.text + rest.text }]] : null;
}

const cellOf = (grid: Grid, word: Box): GridCell | undefined => {
  const [x, y] = [(word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2];
  return grid.cells.find((cell) => x >= cell.x0 && x < cell.x1 && y >= cell.y0 && y < cell.y1);
};
