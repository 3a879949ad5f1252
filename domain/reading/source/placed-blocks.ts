import type { PlacedPage } from './placed.js';
import type { PlacedBlock } from './placed-block.js';
import { isInside, type LinedWord, visualLines } from './placed-lines.js';
import { type Grid, ruledGrids } from './ruled-grid.js';
import { ruledTable } from './ruled-table.js';
import { fillEdges, joinedRules } from './rules-joined.js';
import { type Surroundings, unruledBlocks } from './unruled-blocks.js';

/**
 * The drawn tables of a page, the smallest first: one within another has the words. Where only the heading is
 * drawn, or every second row is coloured, the words tell more than the drawing.
 */
export function pageGrids(page: PlacedPage): Grid[] {
  const drawn = ruledGrids(joinedRules(page.rules));
  const isDrawn = (grid: Grid): boolean => drawn.some((one) => one.cells.length > 1 && overlaps(one, grid));
  return ruledGrids(joinedRules([...page.rules, ...fillEdges(page.fills)]))
    .filter((grid) => grid.cells.length > 1 && (grid.rows > 2 || isDrawn(grid)))
    .sort((a, b) => area(a) - area(b));
}

const overlaps = (one: Grid, other: Grid): boolean =>
  one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;

const area = ({ x0, x1, y0, y1 }: Grid): number => (x1 - x0) * (y1 - y0);

/** The paragraphs and tables of a page from top to bottom, of the words given. */
export function pageBlocks(
  page: PlacedPage,
  grids: readonly Grid[],
  words: readonly LinedWord[],
  around: Surroundings,
): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let rest = [...words];
  for (const grid of grids) {
    const inside = rest.filter((word) => isInside(word, grid));
    if (inside.length === 0) continue;
    rest = rest.filter((word) => !isInside(word, grid));
    const table = ruledTable(page.page, grid, inside, page.fills);
    placed.push({ y: grid.y0, block: table, edges: grid.edges, columns: null, drawn: true });
  }
  placed.push(...unruledBlocks(visualLines(rest), page, around));
  return placed.sort((a, b) => a.y - b.y);
}
