import type { Column } from './aligned-pieces.js';
import type { AlignedRegion } from './aligned-region.js';
import { alignedTable } from './aligned-table.js';
import type { Row, Table } from './source-document.js';

/** A table told by its words, and the lines it takes. */
export interface AlignedBlock {
  /** First line and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly table: Table;
  readonly columns: readonly Column[];
}

/** Columns that a card has at most, and how far, of the size, its parts stand apart. */
const CARD_COLUMNS = 4;
const NEAR = 2.1;
/** Points that stay free before the next column. */
const FREE = 3;

/** The tables of regions; `cutsOf` gives the heights of lines drawn across one. */
export function alignedBlocks(
  page: number,
  regions: readonly AlignedRegion[],
  cutsOf: (columns: readonly Column[]) => readonly number[],
): AlignedBlock[] {
  const done: AlignedBlock[] = [];
  let before: AlignedRegion | null = null;
  for (const region of regions) {
    const { from, to, columns } = region;
    const own = { from, to, columns, table: alignedTable(page, region, cutsOf(columns)) };
    const open = done.at(-1);
    if (open !== undefined && before !== null && isOneCard(before, region))
      done[done.length - 1] = joined(open, own);
    else done.push(own);
    before = region;
  }
  return done;
}

/** Labels and values, and right under them phases in columns of their own; the same columns again are another table. */
function isOneCard(one: AlignedRegion, next: AlignedRegion): boolean {
  const [last, first] = [one.lines.at(-1), next.lines[0]];
  if (last === undefined || first === undefined || one.to !== next.from) return false;
  const isNear = first.foot - last.foot <= NEAR * first.size;
  const isAtEdge = Math.abs((one.columns[0]?.x0 ?? 0) - (next.columns[0]?.x0 ?? 0)) < 0.5 * first.size;
  const isSame =
    one.columns.length === next.columns.length &&
    one.columns.every(({ x0 }, at) => Math.abs(x0 - (next.columns[at]?.x0 ?? 0)) < first.size);
  return !isSame && isNear && isAtEdge && Math.max(one.columns.length, next.columns.length) <= CARD_COLUMNS;
}

/** Both on the columns that begin where one of either does. */
function joined(one: AlignedBlock, next: AlignedBlock): AlignedBlock {
  const starts: Column[] = [];
  for (const column of [...one.columns, ...next.columns].sort((a, b) => a.x0 - b.x0)) {
    const last = starts.at(-1);
    if (last === undefined || column.x0 - last.x0 > 1) starts.push(column);
  }
  const columns = starts.map((column, index) => ({
    x0: column.x0,
    x1: Math.max(column.x0, Math.min(column.x1, (starts[index + 1]?.x0 ?? Number.POSITIVE_INFINITY) - FREE)),
  }));
  const rows = [one, next].flatMap((part) =>
    part.table.rows.map((row) => onColumns(row, part.columns, columns)),
  );
  return { from: one.from, to: next.to, columns, table: { ...one.table, columns: columns.length, rows } };
}

function onColumns(row: Row, own: readonly Column[], columns: readonly Column[]): Row {
  const placeOf = (index: number): number => {
    const start = own[index]?.x0;
    return start === undefined ? columns.length : columns.findLastIndex(({ x0 }) => x0 <= start + 1);
  };
  return {
    ...row,
    cells: row.cells.map(({ column, span, paragraphs }) => {
      const start = placeOf(column);
      return { column: start, span: Math.max(1, placeOf(column + span) - start), paragraphs };
    }),
  };
}
