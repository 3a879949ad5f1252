/** Cells that an extractor wrote one after the other, put back into the table they were taken from. */
import type { Block, Cell, Fragment, Row, Table } from '../source/source-document.js';
import { type FlowCell, flowCell } from './flow-cells.js';
import { type FlowRow, rowsOf } from './flow-columns.js';
import { flowHeader } from './flow-header.js';
import { headingIn, NO_HEADING } from './heading-sector.js';
import { endsObjectives } from './prose-noise.js';

/** A cell and the paragraphs in it. */
interface TableCell extends FlowCell {
  readonly paragraphs: readonly (readonly Fragment[])[];
}

/** Fewer cells than this make no table. */
const LEAST = 3;

/**
 * The table whose heading begins at `at`, and the first block after it; `null` when no heading begins there. Grids
 * of results are read as they stand (`flow-layout.ts`): their cells are often broken and merged.
 */
export function flowTable(
  blocks: readonly Block[],
  at: number,
): { readonly table: Table; readonly next: number } | null {
  const header = flowHeader(blocks, at);
  if (header === null || isPlainGrid(header.fields)) return null;
  const bySector = header.fields.includes('sector');
  let next = header.next;
  while (next < blocks.length && isCell(blocks, next, bySector)) next++;
  const numbers = header.fields.some((field) => NUMERIC.has(field));
  const cells = cellsOf(blocks.slice(header.next, next)).filter(
    (cell) => numbers || !/^\d{1,3}$/u.test(cell.text),
  );
  const rows = rowsOf(withoutTotals(cells), header.fields);
  if (cells.length < LEAST || rows.length === 0) return null;
  const page = blocks[at]?.page ?? 1;
  const line = firstLine(blocks[at]);
  const heads = header.labels.map(
    (text, column): Cell => ({ column, span: 1, paragraphs: [[{ line, text }]] }),
  );
  const body = rows.map((row): Row => ({ page, cells: cellsIn(row, header.fields) }));
  const columns = header.fields.length;
  return { table: { kind: 'table', page, columns, rows: [{ page, cells: heads }, ...body] }, next };
}

/** Sector, title, indicators and results, and no column that must be told from those. */
export const isPlainGrid = (fields: readonly string[]): boolean =>
  fields.includes('result') && fields.every((field) => PLAIN.has(field));
const PLAIN: ReadonlySet<string> = new Set(['sector', 'number', 'title', 'indicator', 'result']);

const NUMERIC: ReadonlySet<string> = new Set(['weight', 'number', 'target', 'result', 'phase-weight']);

const firstLine = (block: Block | undefined): number =>
  block?.kind === 'paragraph' ? (block.fragments[0]?.line ?? 1) : 1;

/** Not a table, nor the heading of the next one, of a sector, or of what follows the objectives. */
function isCell(blocks: readonly Block[], at: number, bySector: boolean): boolean {
  const block = blocks[at];
  if (block === undefined || block.kind === 'table' || block.heading !== undefined) return false;
  if (endsObjectives(block.fragments[0]?.text ?? '') || flowHeader(blocks, at) !== null) return false;
  return bySector || headingIn(block, NO_HEADING) === null;
}

/** One cell a block; items of a list go on with the cell above them. */
function cellsOf(blocks: readonly Block[]): readonly TableCell[] {
  const cells: TableCell[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const before = block.bullet ? cells.pop() : undefined;
    const paragraphs = [...(before?.paragraphs ?? []), block.fragments];
    cells.push({ ...flowCell(paragraphs.flat()), paragraphs });
  }
  return cells;
}

/** Without "Totale" and the sum beside it. */
const withoutTotals = (cells: readonly TableCell[]): readonly TableCell[] =>
  cells.filter(
    (cell, at) =>
      !TOTAL.test(cell.text) &&
      !(TOTAL.test(cells[at - 1]?.text ?? '') && /^\d{1,3}(?:,\d+)?\s*%?$/u.test(cell.text)),
  );
const TOTAL = /^\W*(?:totale|totali|somma)(?!\p{L}).{0,40}$/iu;

const cellsIn = (row: FlowRow<TableCell>, fields: readonly string[]): readonly Cell[] =>
  row.map(({ field, cell }) => ({ column: fields.indexOf(field), span: 1, paragraphs: cell.paragraphs }));
