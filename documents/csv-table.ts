/** Tables as CSV for the spreadsheets of Italian offices: semicolons, UTF-8 with its mark, no formula ever. */
import { stringify } from 'csv-stringify/sync';

/** Cells that a spreadsheet would take for a formula are neutralised. Lines end in CRLF. */
export const csvTable = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([titles, ...rows] as string[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    // The writer quotes for its own line end alone; a bare one would end the record all the same.
    quoted_match: /[\r\n]/,
  });
