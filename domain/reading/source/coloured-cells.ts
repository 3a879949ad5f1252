import type { Box, Fill } from './placed.js';
import { isInside } from './placed-lines.js';
import type { Grid, GridCell } from './ruled-grid.js';

/** Part of an empty cell that a bar must cover. */
const COVERED = 0.25;
const PAPER = '#ffffff';

/**
 * Empty cells that are coloured otherwise than the cells with words beside them and above them: a coloured
 * heading, row or column is no bar.
 */
export function barCells(grid: Grid, fills: readonly Fill[], words: readonly Box[]): Set<GridCell> {
  const isEmpty = (cell: GridCell): boolean => !words.some((word) => isInside(word, cell));
  const colours = new Map(grid.cells.map((cell) => [cell, colourOf(cell, fills)]));
  const found = new Set<GridCell>();
  for (const cell of grid.cells) {
    const colour = colours.get(cell) ?? PAPER;
    if (colour === PAPER || !isEmpty(cell)) continue;
    const row = grid.cells.filter((one) => one.row === cell.row && !isEmpty(one));
    const column = grid.cells.filter(
      (one) => one.column === cell.column && one.row !== cell.row && one.row > 0,
    );
    const isRowColour = row.some((one) => colours.get(one) === colour);
    const isColumnColour = column.length > 1 && column.every((one) => colours.get(one) === colour);
    if (row.length > 0 && !isRowColour && !isColumnColour) found.add(cell);
  }
  return found;
}

/** The colour painted last over enough of the cell. */
function colourOf(cell: Box, fills: readonly Fill[]): string {
  const area = (cell.x1 - cell.x0) * (cell.y1 - cell.y0);
  const fill = fills.findLast((one) => {
    const width = Math.min(one.x1, cell.x1) - Math.max(one.x0, cell.x0);
    const height = Math.min(one.y1, cell.y1) - Math.max(one.y0, cell.y0);
    return width > 0 && height > 0 && width * height >= COVERED * area;
  });
  return fill?.colour ?? PAPER;
}
