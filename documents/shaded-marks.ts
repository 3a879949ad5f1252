/**
 * Coloured cells that say something: in a plan drawn as a Gantt the months of a phase are filled with a colour
 * and hold no word. They get a mark, so that whoever reads the words sees them too.
 */

/** Stands in a cell that is only coloured. */
export const SHADED_MARK = '■';

/** A cell as its table shows it; one that covers several rows stands in the first only. */
export interface ShadedCell {
  readonly column: number;
  readonly text: string;
  /** Empty for no colour or white. */
  readonly fill: string;
}

/** Longer words above a column are no month or quarter. */
const LONGEST_HEADING = 14;
/** With fewer rows a column cannot be told from a coloured band. */
const FEWEST_ROWS = 3;

/**
 * The cells to mark, as `marked[row].has(column)`. A mark is an empty coloured cell beside empty cells of another
 * colour, under a short heading, in a column that is not coloured all the way: bands, stripes and headings are
 * decoration.
 */
export function shadedMarks(rows: readonly (readonly ShadedCell[])[]): readonly ReadonlySet<number>[] {
  const columns = columnFacts(rows);
  return rows.map((row) => {
    const empty = row.filter((cell) => cell.text === '');
    const varied = new Set(empty.map((cell) => cell.fill)).size > 1;
    if (!varied) return new Set();
    const ground = row.find((cell) => cell.text !== '')?.fill ?? '';
    const marks = empty.filter(({ column, fill }) => {
      const facts = columns.get(column);
      return fill !== '' && fill !== ground && facts?.heading === true && !facts.band;
    });
    return new Set(marks.map(({ column }) => column));
  });
}

interface ColumnFacts {
  /** Short words stand above. */
  readonly heading: boolean;
  /** The same colour from under the heading to the end. */
  readonly band: boolean;
}

function columnFacts(rows: readonly (readonly ShadedCell[])[]): ReadonlyMap<number, ColumnFacts> {
  const columns = new Map<number, ShadedCell[]>();
  for (const cell of rows.flat()) {
    const cells = columns.get(cell.column);
    if (cells === undefined) columns.set(cell.column, [cell]);
    else cells.push(cell);
  }
  return new Map(
    [...columns].map(([column, cells]) => {
      const first = cells.findIndex(({ text }) => text !== '');
      const heading = first >= 0 && (cells[first]?.text.length ?? 0) <= LONGEST_HEADING;
      const below = cells.slice(first + 1);
      const band = below.length >= FEWEST_ROWS && new Set(below.map(({ fill }) => fill)).size === 1;
      return [column, { heading, band }];
    }),
  );
}
