/** Where words stand under each other in columns although nothing is drawn: runs of lines that share gaps. */
import { withLine } from './aligned-columns.js';
import { type Grown, grownFrom } from './aligned-growth.js';
import { headingLines } from './aligned-heading.js';
import type { AlignedLine } from './aligned-line.js';
import type { Column } from './aligned-pieces.js';
import { goesOnIn, isTable } from './aligned-test.js';

export interface AlignedRegion {
  /** First line and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  /** Its lines, headings cut by the columns under them. */
  readonly lines: readonly AlignedLine[];
}

/**
 * The regions of a page from top to bottom; they do not overlap. `carried` are the columns of the table that
 * ended the page before: a rest of it need not show them all.
 */
export function alignedRegions(
  lines: readonly AlignedLine[],
  carried: readonly Column[] | null = null,
): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  const rest = carried === null ? null : restOf(lines, carried);
  if (rest !== null) regions.push(rest);
  for (let at = rest?.to ?? 0; at < lines.length; ) {
    if ((lines[at]?.pieces.length ?? 0) < 2) {
      at += 1;
      continue;
    }
    const grown = grownFrom(lines, at, lines[at]?.pieces ?? []);
    const region = regionOf(lines, at, grown, regions.at(-1)?.to ?? 0);
    if (region !== null) regions.push(region);
    // Many lines that are no table are not tried again from each of them.
    at = region === null ? at + Math.max(1, Math.floor((grown.to - at) / PARTS)) : region.to;
  }
  return regions;
}

/** Of a run of lines that is no table: how many places in it may begin one. */
const PARTS = 30;

/** The lines that go on in the columns of the page before. */
function restOf(lines: readonly AlignedLine[], carried: readonly Column[]): AlignedRegion | null {
  const [first] = lines;
  const columns = first === undefined ? null : withLine(carried, first.pieces, first.size);
  if (columns === null || columns.length > carried.length || !goesOnIn(carried, lines)) return null;
  const grown = grownFrom(lines, 0, columns);
  if (grown.columns.length !== carried.length) return null;
  return { from: 0, ...grown, lines: lines.slice(0, grown.to) };
}

function regionOf(
  lines: readonly AlignedLine[],
  start: number,
  { columns, to }: Grown,
  floor: number,
): AlignedRegion | null {
  const body = lines.slice(start, to);
  if (!isTable(body, columns)) return null;
  const heading = headingLines(lines, start, floor, columns);
  const apart = heading.length > 0 ? null : headingApart(lines, start, floor, columns);
  const head = apart ?? heading;
  return { from: start - head.length, to, columns, lines: [...head, ...body] };
}

/** Lines of one piece that may stand between the heading and the first row: a sector, who is responsible. */
const MOST_BETWEEN = 3;

/** The heading of columns and the names of a sector below it, above the first row; `null` without such a heading. */
function headingApart(
  lines: readonly AlignedLine[],
  start: number,
  floor: number,
  columns: readonly Column[],
): readonly AlignedLine[] | null {
  const [above, row] = [lines[start - 1], lines[start]];
  // Where lines stand close, only their numbers tell the rows: names between them would join all.
  if (above === undefined || row === undefined || row.foot - above.foot < APART * row.size) return null;
  for (let first = start - 1; first >= Math.max(floor, start - MOST_BETWEEN); first -= 1) {
    if (lines[first]?.pieces.length !== 1) return null;
    const heading = headingLines(lines, first, floor, columns);
    const names = Math.max(...heading.map(({ pieces }) => pieces.length), 0);
    if (names >= Math.max(3, NAMED * columns.length)) return [...heading, ...lines.slice(first, start)];
  }
  return null;
}
/** Of the size: how far below the names the first row stands. */
const APART = 1.5;
/** Of the columns: how many a heading apart from them names. */
const NAMED = 0.6;
