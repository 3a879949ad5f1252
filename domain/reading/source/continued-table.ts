import { cellWords, continuesRow, joinedRow } from './continued-row.js';
import { sharedEdges } from './shared-edges.js';
import type { Row, Table } from './source-document.js';
import { withStrays } from './stray-cells.js';

/** A table that knows where its columns stand on its page, from the left edge of the first to the right of the last. */
export interface PlacedTable {
  readonly table: Table;
  readonly edges: readonly number[];
  /** Else they are where the words begin, and may differ from page to page. */
  readonly drawn: boolean;
}

/**
 * A table that ended a page and one that begins the next as one, `null` when they are two: columns elsewhere,
 * or a card that begins anew with the label that the one before began with. Headings that are repeated go; a row
 * broken by the page is put together.
 */
export function continuedTable(one: PlacedTable, next: PlacedTable): PlacedTable | null {
  const edges = sharedEdges(one.edges, next.edges, one.drawn && next.drawn) ?? edgesByCount(one, next);
  if (edges === null) return null;
  const [before, after] = [regrid(one, edges), regrid(next, edges)];
  const columns = edges.length - 1;
  const repeated = repeatedHeadings(before, after);
  if (repeated === 0 && beginsAnew(before, after, columns)) return null;
  const heading = Math.max(repeated, 1);
  const rest = after.slice(repeated);
  const [first, ...others] = rest;
  const last = before.at(-1);
  const rows = (): readonly Row[] => {
    if (first === undefined || last === undefined || before.length <= heading) return [...before, ...rest];
    if (continuesRow(first, last, [...before.slice(heading), ...others], columns)) {
      return [...before.slice(0, -1), joinedRow(last, first), ...others];
    }
    const parted = withStrays(before, first);
    return [...parted.before, parted.row, ...others];
  };
  return { ...one, table: { ...one.table, columns, rows: rows() }, edges };
}

/** So many columns are no chance: an extractor of text sets each page's as wide as its words are. */
const MANY = 6;
const edgesByCount = (one: PlacedTable, next: PlacedTable): readonly number[] | null =>
  !one.drawn && !next.drawn && one.edges.length === next.edges.length && one.edges.length > MANY
    ? one.edges
    : null;

/** The rows on a finer set of columns. */
function regrid({ table, edges }: PlacedTable, finest: readonly number[]): readonly Row[] {
  if (edges.length === finest.length) return table.rows;
  const places = edges.map((edge) =>
    finest.reduce(
      (best, value, index) => (Math.abs(value - edge) < Math.abs((finest[best] ?? 0) - edge) ? index : best),
      0,
    ),
  );
  return table.rows.map(({ page, cells }) => ({
    page,
    cells: cells.map(({ column, span, paragraphs }) => {
      const start = places[column] ?? 0;
      return { column: start, span: Math.max(1, (places[column + span] ?? start + 1) - start), paragraphs };
    }),
  }));
}

const rowWords = (row: Row | undefined): string =>
  row?.cells
    .map((cell) => cellWords(cell).replace(/\s+/g, ''))
    .join('|')
    .toLowerCase() ?? '';

/** How many rows at the start of the second are the first rows of the first again. */
function repeatedHeadings(before: readonly Row[], after: readonly Row[]): number {
  let count = 0;
  while (
    count < Math.min(before.length, after.length) &&
    rowWords(before[count]) === rowWords(after[count])
  ) {
    count += 1;
  }
  return count;
}

/** Two columns, or label and value twice: a card, which is another one when its first label comes back. */
function beginsAnew(before: readonly Row[], after: readonly Row[], columns: number): boolean {
  const label = (row: Row | undefined): string => {
    const [first] = row?.cells ?? [];
    return first === undefined
      ? ''
      : cellWords(first)
          .toLowerCase()
          .replace(/[^\p{L}]/gu, '');
  };
  return columns <= 4 && label(after[0]) !== '' && label(before[0]) === label(after[0]);
}
