/** The rows of a table with every cell at its column, those that go on from above included. */
import type { DocumentCell } from '../annex-document.js';

export interface GridCell {
  readonly cell: DocumentCell;
  /** 0-based column at which it begins. */
  readonly from: number;
  /** It began in a row above. */
  readonly continued: boolean;
}

/** Throws when a row does not fill its columns: a layout made it wrong. */
export function gridOf(rows: readonly (readonly DocumentCell[])[], columns: number): GridCell[][] {
  const below: { cell: DocumentCell; left: number }[] = [];
  return rows.map((row) => {
    const waiting = [...row];
    const placed: GridCell[] = [];
    for (let column = 0; column < columns; ) {
      const above = below[column];
      const continued = above !== undefined && above.left > 0;
      const one = continued ? above.cell : waiting.shift();
      if (one === undefined)
        throw new Error(`a row of ${row.length} cells ends at column ${column} of ${columns}`);
      placed.push({ cell: one, from: column, continued });
      below[column] = { cell: one, left: continued ? above.left - 1 : (one.rows ?? 1) - 1 };
      column += one.columns ?? 1;
    }
    if (waiting.length > 0) throw new Error(`a row has ${waiting.length} cells too many`);
    return placed;
  });
}
