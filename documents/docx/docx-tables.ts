/** Tables of Word on a grid: cells that cover several columns or rows, and tables inside cells. */
import type { Cell, Row } from '../../domain/reading/source/source-document.js';
import type { LineCollector } from '../source-lines.js';
import { wordLines } from './docx-paragraphs.js';
import type { WordElement } from './docx-tree.js';

/** A row before its lines are counted. */
export interface WordRow {
  readonly cells: readonly {
    readonly column: number;
    readonly span: number;
    readonly content: WordElement;
  }[];
}

/** A table before its lines are counted. */
export interface WordGrid {
  readonly columns: number;
  readonly rows: readonly WordRow[];
}

/** More than any page has; a span that claims more is cut. */
const MOST_COLUMNS = 256;

/** Where each cell stands; one that covers several rows stands in the first. */
export function wordGrid(table: WordElement): WordGrid {
  let columns = 0;
  /** Rows still covered from above, by column. */
  const covered: number[] = [];
  const rows = (table.children ?? []).map((row): WordRow => {
    let column = 0;
    const cells = (row.children ?? []).map((content) => {
      while ((covered[column] ?? 0) > 0 && column < MOST_COLUMNS) column += 1;
      const span = Math.max(1, Math.min(MOST_COLUMNS - column, content.colSpan ?? 1));
      const cell = { column, span, content, rows: content.rowSpan ?? 1 };
      column += span;
      columns = Math.max(columns, column);
      return cell;
    });
    for (let index = 0; index < covered.length; index += 1)
      covered[index] = Math.max(0, (covered[index] ?? 0) - 1);
    for (const cell of cells) {
      for (let index = cell.column; index < cell.column + cell.span; index += 1)
        covered[index] = cell.rows - 1;
    }
    return {
      cells: cells.map(({ column: at, span, content: inside }) => ({ column: at, span, content: inside })),
    };
  });
  return { columns, rows };
}

/** The rows' lines are counted in the order in which a person reads them. */
export function readRow(row: WordRow, lines: LineCollector): Row {
  const page = lines.page;
  const cells = row.cells.map(
    ({ column, span, content }): Cell => ({
      column,
      span,
      paragraphs: (content.children ?? []).flatMap((element) => readInCell(element, lines)),
    }),
  );
  return { page, cells };
}

/** A paragraph; of a table inside the cell each row is one, with a line for each of its cells. */
function readInCell(element: WordElement, lines: LineCollector): Cell['paragraphs'] {
  const texts =
    element.type === 'table'
      ? wordGrid(element).rows.map((row) => row.cells.map(({ content }) => textsIn(content).join(' ')))
      : [textsIn(element)];
  return texts.map((paragraph) => lines.add(paragraph)).filter((fragments) => fragments.length > 0);
}

/** Lines of every paragraph inside. */
function textsIn(element: WordElement): readonly string[] {
  if (element.type === 'paragraph') return wordLines(element).map(({ text }) => text);
  return (element.children ?? []).flatMap(textsIn);
}
