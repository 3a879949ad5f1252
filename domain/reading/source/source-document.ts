/**
 * What the readers of `documents/` hand over: the lines of a file, and the paragraphs and tables they make
 * up. No meaning yet; every run of words still knows the line it stands on.
 */

/** A run of words on one line: the whole line, or what one cell of a table has of it. */
export interface Fragment {
  /** 1-based. For a text file the line of the file, counted by `\n` only; else of `SourceDocument.lines`. */
  readonly line: number;
  /** As extracted, without the spaces around it; may end in a hyphen that breaks a word. */
  readonly text: string;
  /** The paragraph ends here although the next fragment is of the same block (two or more spaces at the end of a line of text). */
  readonly ends?: true;
}

/** Lines that belong together: between two empty lines, one `<p>`, one heading. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly page: number;
  readonly fragments: readonly Fragment[];
  /** 1–6 where the format says that this is a heading; a guess from letters and size is not made here. */
  readonly heading?: number;
  /** An item of a list: the format says so or the line began with a bullet, which is taken off. */
  readonly bullet?: true;
  /** Never set by a reader: the layouts found that its words name a sector, by what stands around them. */
  readonly ofSector?: true;
}

export interface Cell {
  /** 0-based column of the table's grid at which it begins. */
  readonly column: number;
  /** Columns it covers, 1 or more. */
  readonly span: number;
  /** Its paragraphs, each of one fragment or more; empty for an empty cell. */
  readonly paragraphs: readonly (readonly Fragment[])[];
}

export interface Row {
  /** 1-based page or sheet. */
  readonly page: number;
  /** In the order of columns; a cell that covers several rows stands in the first of them only. */
  readonly cells: readonly Cell[];
}

/** A table, also where it goes on over several pages; headings that each page repeats stand in it once. */
export interface Table {
  readonly kind: 'table';
  readonly page: number;
  /** Number of columns of the grid. */
  readonly columns: number;
  readonly rows: readonly Row[];
  /** The sheet's name, of a workbook. */
  readonly name?: string;
}

export type Block = Paragraph | Table;

export interface SourceLine {
  /** 1-based page, sheet, or part between form feeds. */
  readonly page: number;
  readonly text: string;
}

export interface SourceDocument {
  readonly format: 'pdf' | 'docx' | 'xlsx' | 'text';
  /** What `--lines` prints and the page shows; line 1 is the first. */
  readonly lines: readonly SourceLine[];
  /** In reading order; running headers, footers and page numbers are left out. */
  readonly blocks: readonly Block[];
  /** Why only a part was read, a sentence in Italian; `null` when all of it was. */
  readonly partial: string | null;
}
