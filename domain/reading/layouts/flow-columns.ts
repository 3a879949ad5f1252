/** Cells written one after the other, back to rows and columns: the way that fits best, empty cells allowed. */
import { titleParts } from '../plan/title-parts.js';
import type { FlowCell } from './flow-cells.js';
import { fitOf } from './flow-fit.js';
import type { Field } from './labels.js';

/** A row: the cells by the column they stand in. */
export type FlowRow<C extends FlowCell> = readonly { readonly field: Field; readonly cell: C }[];

/** What a column left empty costs; a title is hardly ever. */
const EMPTY = 1;
const UNTITLED = 6;

interface Way {
  readonly score: number;
  /** The column of the cell before, −1 for the first cell. */
  readonly from: number;
}

/** Each cell in the column after the one before it, or at the beginning of the next row. */
export function rowsOf<C extends FlowCell>(
  cells: readonly C[],
  fields: readonly Field[],
): readonly FlowRow<C>[] {
  const numbered = cells.filter(({ text }) => titleParts(text).number !== null).length >= 2;
  const ways: Way[][] = [];
  for (const [at, cell] of cells.entries()) {
    const before = ways[at - 1];
    ways.push(fields.map((field, column) => bestWay(before, column, fields, fitOf(cell, field, numbered))));
  }
  return assembled(cells, fields, ways);
}

function bestWay(
  before: readonly Way[] | undefined,
  column: number,
  fields: readonly Field[],
  own: number,
): Way {
  if (before === undefined) return { score: own - skipped(fields, 0, column), from: -1 };
  let best: Way = { score: Number.NEGATIVE_INFINITY, from: 0 };
  for (const [from, { score }] of before.entries()) {
    const cost =
      from < column
        ? skipped(fields, from + 1, column)
        : skipped(fields, from + 1, fields.length) + skipped(fields, 0, column);
    if (score - cost + own > best.score) best = { score: score - cost + own, from };
  }
  return best;
}

/** The cost of leaving the columns `from` to `to` (not included) empty. */
function skipped(fields: readonly Field[], from: number, to: number): number {
  let cost = 0;
  for (let column = from; column < to; column++) cost += fields[column] === 'title' ? UNTITLED : EMPTY;
  return cost;
}

function assembled<C extends FlowCell>(
  cells: readonly C[],
  fields: readonly Field[],
  ways: readonly (readonly Way[])[],
): readonly FlowRow<C>[] {
  const columns: number[] = [];
  const last = ways.at(-1) ?? [];
  let column = last.reduce((best, way, at) => (way.score > (last[best]?.score ?? way.score) ? at : best), 0);
  for (let at = cells.length - 1; at >= 0; at--) {
    columns.unshift(column);
    column = ways[at]?.[column]?.from ?? 0;
  }
  const rows: { field: Field; cell: C }[][] = [];
  for (const [at, cell] of cells.entries()) {
    const own = columns[at] ?? 0;
    if (at === 0 || own <= (columns[at - 1] ?? 0)) rows.push([]);
    rows.at(-1)?.push({ field: fields[own] ?? 'notes', cell });
  }
  return rows;
}
