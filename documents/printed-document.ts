/** A document to hand over, whatever it is written as: headings, paragraphs, tables. Texts are Italian and as they were typed. */

/** A table; on paper its head is repeated on each page. */
export interface PrintedTable {
  readonly caption: string;
  /** `share`: of the width, in hundredths of all. */
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  /** As many cells as columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** What stands there when there is no row. */
  readonly empty: string;
}

export interface PrintedSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PrintedTable[];
}

export interface PrintedDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly PrintedSection[];
}

/** A sheet of a workbook: one table, whose head filters it. At most 31 characters of `name`, none of `[]:*?/\`. */
export interface PrintedSheet {
  readonly name: string;
  readonly table: PrintedTable;
}

/** Control characters but tab and line end, halves of surrogate pairs, non-characters, and marks that turn what follows. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** What XML can hold and a reader is not deceived by; line ends are `\n`. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '');
