/** One sheet as rows of cells over the columns in use, with merged cells as they are seen. */
import { SHADED_MARK, shadedMarks } from '../shaded-marks.js';
import { type MergedRange, SHEET_LIMITS, type SheetCell, type SheetCells } from './xlsx-cells.js';

/** One cell over the columns it covers. */
export interface GridCell {
  readonly column: number;
  readonly span: number;
  /** Lines parted by `\n`. */
  readonly text: string;
}

/** One row with something written in it; `at` counts from 0 as in the sheet, so that gaps can be seen. */
export interface GridRow {
  readonly at: number;
  readonly cells: readonly GridCell[];
}

/** In the order of the sheet; rows that hold no word are left out. Columns count from the sheet's first. */
export function sheetGrid({ rows, merged }: SheetCells): readonly GridRow[] {
  const order = [...rows.keys()].sort((a, b) => a - b);
  const last = lastColumn(rows);
  const spans = mergedSpans(merged, last);
  const shaded = order.map((at) => {
    const cells = rows.get(at) ?? new Map<number, SheetCell>();
    return columnsOf(last)
      .filter((column) => spans.get(at)?.get(column) !== 0)
      .map((column) => ({ column, ...(cells.get(column) ?? { text: '', fill: '' }) }));
  });
  const marks = shadedMarks(shaded);
  return order
    .map((at, index): GridRow => {
      const cells = (shaded[index] ?? []).map(({ column, text }) => ({
        column,
        span: spans.get(at)?.get(column) ?? 1,
        text: marks[index]?.has(column) ? SHADED_MARK : text,
      }));
      return { at, cells };
    })
    .filter(({ cells }) => cells.some(({ text }) => text !== ''));
}

const columnsOf = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, index) => index);

/** Of those that hold words. */
function lastColumn(rows: SheetCells['rows']): number {
  let last = -1;
  for (const cells of rows.values()) {
    for (const [column, { text }] of cells) if (text !== '' && column > last) last = column;
  }
  return last;
}

/**
 * By row and column: how many columns a merged cell covers, 0 for a cell that is covered. A cell that is merged
 * downwards covers cells of rows below it, which stay empty there.
 */
function mergedSpans(
  merged: readonly MergedRange[],
  last: number,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const spans = new Map<number, Map<number, number>>();
  for (const { top, left, bottom, right } of merged) {
    const end = Math.min(right, Math.max(last, left));
    for (let row = top; row <= Math.min(bottom, top + SHEET_LIMITS.rows); row += 1) {
      const ofRow = spans.get(row) ?? new Map<number, number>();
      spans.set(row, ofRow);
      for (let column = left; column <= end; column += 1)
        ofRow.set(column, column === left ? end - left + 1 : 0);
      if (row > top) ofRow.set(left, 0);
    }
  }
  return spans;
}
