/** A table as text with its columns side by side. */
import type { DocumentTable } from '../annex-document.js';
import { plain } from '../notation.js';
import { type GridCell, gridOf } from './table-grid.js';
import { wrapped } from './wrapped-text.js';

const GAP = 2;

/** The lines of the head, repeated on every page, and those of the rows. */
export function alignedTable(
  table: DocumentTable,
  width: number,
  hyphens: boolean,
): { readonly head: string[]; readonly body: string[] } {
  const starts = columnStarts(table, width);
  const rows = gridOf([...table.head, ...table.body], table.widths.length);
  const lines = rows.map((row) => row.map((one) => cellLines(one, starts, hyphens)));
  const heights = heightsOf(rows, lines);
  const painted = rows.map((row, index) => paint({ row, index, rows, lines, heights, starts }));
  return {
    head: painted.slice(0, table.head.length).flat(),
    body: painted.slice(table.head.length).flat(),
  };
}

/** Where each column begins, and the width at the end; no word of up to 24 letters is broken. */
function columnStarts({ widths, head, body }: DocumentTable, width: number): number[] {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const rows = gridOf([...head, ...body], widths.length).flat();
  const starts = [0];
  for (const [column, one] of widths.entries()) {
    const words = rows.flatMap(({ cell, from }) =>
      from === column && (cell.columns ?? 1) === 1 ? cell.text.flatMap((text) => plain(text).split(' ')) : [],
    );
    const widest = Math.min(24, Math.max(2, ...words.map((word) => word.length)));
    starts.push((starts.at(-1) ?? 0) + Math.max(widest + GAP, Math.round((one / all) * width)));
  }
  return starts;
}

function cellLines(
  { cell, from, continued }: GridCell,
  starts: readonly number[],
  hyphens: boolean,
): string[] {
  if (continued) return [];
  const wide = (starts[from + (cell.columns ?? 1)] ?? 0) - (starts[from] ?? 0) - GAP;
  return cell.text.flatMap((text) => wrapped(text, wide, hyphens));
}

/** A row is as high as its own cells; the last row under a merged cell makes up for what that one lacks. */
function heightsOf(
  rows: readonly (readonly GridCell[])[],
  lines: readonly (readonly string[][])[],
): number[] {
  const heights = rows.map((row, index) =>
    Math.max(1, ...row.map(({ cell }, at) => ((cell.rows ?? 1) > 1 ? 1 : (lines[index]?.[at]?.length ?? 1)))),
  );
  for (const [index, row] of rows.entries()) {
    for (const [at, { cell, continued }] of row.entries()) {
      const over = cell.rows ?? 1;
      if (continued || over === 1) continue;
      const last = Math.min(rows.length, index + over) - 1;
      const has = heights.slice(index, last + 1).reduce((sum, one) => sum + one, 0);
      const lack = (lines[index]?.[at]?.length ?? 0) - has;
      if (lack > 0) heights[last] = (heights[last] ?? 1) + lack;
    }
  }
  return heights;
}

interface Painting {
  readonly row: readonly GridCell[];
  readonly index: number;
  readonly rows: readonly (readonly GridCell[])[];
  readonly lines: readonly (readonly string[][])[];
  readonly heights: readonly number[];
  readonly starts: readonly number[];
}

function paint(painting: Painting): string[] {
  const { row, index, heights, starts } = painting;
  const texts = row.map((one, at) =>
    one.continued ? textAbove(painting, one) : (painting.lines[index]?.[at] ?? []),
  );
  const lines = Array.from({ length: heights[index] ?? 1 }, (_, line) =>
    row.reduce((painted, { from }, at) => {
      const text = texts[at]?.[line] ?? '';
      if (text === '') return painted;
      const gap = (starts[from] ?? 0) - plain(painted).length;
      return painted + ' '.repeat(Math.max(painted === '' ? 0 : 1, gap)) + text;
    }, ''),
  );
  const goesOn = painting.rows[index + 1]?.some(({ continued }) => continued) === true;
  return goesOn ? lines : [...lines, ''];
}

/** What is left of a merged cell after the rows above this one. */
function textAbove({ index, rows, lines, heights }: Painting, { cell }: GridCell): string[] {
  let first = index;
  while (rows[first]?.some((one) => one.cell === cell && one.continued) === true) first -= 1;
  const at = rows[first]?.findIndex((one) => one.cell === cell) ?? -1;
  const above = heights.slice(first, index).reduce((sum, one) => sum + one, 0);
  return (lines[first]?.[at] ?? []).slice(above);
}
