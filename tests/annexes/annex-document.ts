/** The one model of a document from which every writer makes its file: headings, lines, bullets, tables. */

export interface DocumentCell {
  /** Its paragraphs, with the marks of `notation.ts`; empty for an empty cell. */
  readonly text: readonly string[];
  /** Columns it covers, 1 unless said. */
  readonly columns?: number;
  /** Rows it covers, 1 unless said; the rows below leave it out. */
  readonly rows?: number;
  readonly bold?: boolean;
  readonly centre?: boolean;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Relative widths, one a column. */
  readonly widths: readonly number[];
  /** Rows repeated on each page. */
  readonly head: readonly (readonly DocumentCell[])[];
  readonly body: readonly (readonly DocumentCell[])[];
  readonly borders: boolean;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly bold?: boolean; readonly centre?: boolean }
  | { readonly kind: 'bullet'; readonly text: string }
  /** A new page unless `runOn`; in a workbook with one sheet a sector, a new sheet of that name. */
  | { readonly kind: 'break'; readonly sheet?: string; readonly runOn?: boolean }
  | DocumentTable;

export interface AnnexDocument {
  readonly landscape: boolean;
  /** Printed at the head of every page. */
  readonly header: string | null;
  /** Printed at the foot of every page; `{p}` and `{n}` are the page and the number of pages. */
  readonly footer: string | null;
  readonly blocks: readonly DocumentBlock[];
}

/** A cell of one paragraph. */
export const cell = (text: string, more: Omit<DocumentCell, 'text'> = {}): DocumentCell => ({
  text: text === '' ? [] : [text],
  ...more,
});

/** A cell in bold, as headings of columns are. */
export const boldCell = (text: string, more: Omit<DocumentCell, 'text'> = {}): DocumentCell =>
  cell(text, { bold: true, ...more });
