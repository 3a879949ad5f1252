/**
 * A document to hand over, whatever it is written as: page, PDF, DOCX, XLSX. Headings, paragraphs, lists, tables; all
 * words are final, Italian and as they were typed: each writer makes them harmless in its own way.
 */
import type { CivilDate } from '../time/civil-date.js';
import { numericDate } from '../time/italian-date.js';

/** A file beside a page, by its path from there; a format that is one file of its own says the words alone. */
export interface PrintedLink {
  readonly text: string;
  readonly to: string;
}

/** Numbers and days are such where the format has them (XLSX); elsewhere "98,75" and "30/06/2023". */
export type PrintedCell = string | number | { readonly day: CivilDate } | PrintedLink;

export interface PrintedColumn {
  readonly title: string;
  /** Of the width, in hundredths of all; they sum to about 100. */
  readonly share: number;
  /**
   * `name`: what the row is about, one column of a table (else it is the first); `figure`: set to the right; `below`:
   * what people copy as a whole (a SHA-256): in a PDF, which would break it, a line under its row with the title before it.
   */
  readonly as?: 'name' | 'figure' | 'below';
}

/** A table; on paper its head is repeated on each page. */
export interface PrintedTable {
  readonly caption: string;
  readonly columns: readonly PrintedColumn[];
  /** As many cells as columns; line ends are line breaks. */
  readonly rows: readonly (readonly PrintedCell[])[];
  /** The last row, set apart; as many cells as columns. */
  readonly total?: readonly PrintedCell[];
  /** What stands there when there is no row. */
  readonly empty: string;
}

export type PrintedBlock =
  /** A paragraph; an empty line makes two of one, a line end is a line break. */
  | { readonly kind: 'text'; readonly text: string }
  /** A paragraph in small letters: where from, since when, under which proviso. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Lines of "term: what is said of it". */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [term: string, said: string])[] }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** A line to sign on for each, in one row where they fit. */
  | { readonly kind: 'signatures'; readonly names: readonly string[] };

/** Its level is how deep it lies: no level can be skipped. */
export interface PrintedSection {
  readonly heading: string;
  readonly blocks: readonly PrintedBlock[];
  /** At most two deep. */
  readonly sections?: readonly PrintedSection[];
}

export interface PrintedDocument {
  readonly title: string;
  /** Of which body, year, version. */
  readonly subtitle: string;
  /** At the foot of each page, before "Pagina 1 di 9". */
  readonly footer: string;
  /** A4 across, for wide tables. */
  readonly across: boolean;
  /** With a table of contents: sections and those right below them. */
  readonly contents: boolean;
  /** Before the first section. */
  readonly lead: readonly PrintedBlock[];
  readonly sections: readonly PrintedSection[];
}

/** A sheet of a workbook: one table, whose head filters it. At most 31 characters of `name`, none of `[]:*?/\`. */
export interface PrintedSheet {
  readonly name: string;
  readonly table: PrintedTable;
}

/** A paragraph. */
export const said = (text: string): PrintedBlock => ({ kind: 'text', text });

/** A table as a block. */
export const tabled = (table: PrintedTable): PrintedBlock => ({ kind: 'table', table });

/** Which column names the row, from 0. */
export const nameColumn = ({ columns }: PrintedTable): number =>
  Math.max(
    0,
    columns.findIndex(({ as }) => as === 'name'),
  );

/** A cell in words. */
export function cellText(cell: PrintedCell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'string') return printable(cell);
  return 'day' in cell ? numericDate(cell.day) : printable(cell.text);
}

/** Control characters but tab and line end, halves of surrogate pairs, non-characters, and marks that turn what follows. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** What XML can hold and a reader is not deceived by; line ends are `\n`. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '');

/** Of what has one line: a heading, a caption, the title of a column. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();

/** The paragraphs that a typed text has. */
export const paragraphsOf = (text: string): readonly string[] =>
  printable(text)
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
