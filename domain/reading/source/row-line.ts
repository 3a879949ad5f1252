/** A line of a region as the cells of a row have it. */
export interface RowLine {
  readonly foot: number;
  readonly size: number;
  /** Words by column; a piece written across columns stands in the first. */
  readonly cells: ReadonlyMap<number, string>;
  /** Written across columns: a heading within the table. */
  readonly across: boolean;
}
