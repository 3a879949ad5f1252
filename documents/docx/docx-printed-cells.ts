/**
 * What tables of a Word document show without saying it, to be written so that mammoth hands it over: marks in
 * cells that are only coloured, and cells that a row leaves out at its beginning.
 */
import { SHADED_MARK, type ShadedCell, shadedMarks } from '../shaded-marks.js';
import type { Insertion } from '../xml-insert.js';
import { walkXml, type XmlPiece } from '../xml-walk.js';

/** `prefix` is that of the document's elements ("w:"). Throws `BrokenXml`. */
export function printedCells(xml: string, prefix: string): readonly Insertion[] {
  const reader = new CellsReader(prefix);
  for (const piece of walkXml(xml)) {
    if (piece.kind === 'open') reader.open(piece);
    else if (piece.kind === 'close') reader.close(piece);
    else reader.text(piece.text);
  }
  return reader.insertions;
}

interface OpenCell extends ShadedCell {
  text: string;
  fill: string;
  span: number;
  /** Goes on with the cell above it. */
  covered: boolean;
  /** Where its content ends. */
  end: number;
}

interface OpenTable {
  readonly rows: OpenCell[][];
  /** Of the row that is read. */
  column: number;
}

const MOST_SKIPPED = 256;

class CellsReader {
  readonly insertions: Insertion[] = [];
  /** Tables stand inside cells of tables. */
  private readonly tables: OpenTable[] = [];
  private readonly cells: OpenCell[] = [];
  private readonly path: string[] = [];

  constructor(private readonly prefix: string) {}

  open({ name, attributes, empty }: XmlPiece & { readonly kind: 'open' }): void {
    const table = this.tables.at(-1);
    const parent = this.path.at(-1);
    const cell = this.cells.at(-1);
    if (parent === 'tcPr' && cell !== undefined) setFact(cell, name, attributes);
    if (parent === 'trPr' && name === 'gridBefore' && table !== undefined) {
      table.column = Math.min(MOST_SKIPPED, Number(attributes['val']) || 0);
    }
    if (empty) return;
    this.path.push(name);
    if (name === 'tbl') this.tables.push({ rows: [], column: 0 });
    if (name === 'tr' && table !== undefined) {
      table.rows.push([]);
      table.column = 0;
    }
    if (name === 'tc' && table !== undefined) {
      this.cells.push({ column: table.column, text: '', fill: '', span: 1, covered: false, end: 0 });
    }
  }

  close({ name, from, to }: XmlPiece & { readonly kind: 'close' }): void {
    this.path.pop();
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (name === 'trPr' && table.column > 0) this.insertions.push({ at: to, xml: this.cell(table.column) });
    if (name === 'tc') {
      const cell = this.cells.pop();
      if (cell === undefined) return;
      cell.end = from;
      table.column += cell.span;
      if (!cell.covered) table.rows.at(-1)?.push(cell);
    }
    if (name === 'tbl') this.markCells(this.tables.pop()?.rows ?? []);
  }

  text(text: string): void {
    if (this.path.at(-1) !== 't') return;
    for (const cell of this.cells) cell.text += text.trim();
  }

  private markCells(rows: readonly (readonly OpenCell[])[]): void {
    const marks = shadedMarks(rows);
    for (const [index, row] of rows.entries()) {
      for (const cell of row) {
        if (marks[index]?.has(cell.column))
          this.insertions.push({ at: cell.end, xml: this.words(SHADED_MARK) });
      }
    }
  }

  private words(text: string): string {
    const w = this.prefix;
    return `<${w}p><${w}r><${w}t>${text}</${w}t></${w}r></${w}p>`;
  }

  private cell(span: number): string {
    const w = this.prefix;
    return `<${w}tc><${w}tcPr><${w}gridSpan ${w}val="${span}"/></${w}tcPr><${w}p/></${w}tc>`;
  }
}

function setFact(cell: OpenCell, name: string, attributes: Readonly<Record<string, string>>): void {
  const { val = '' } = attributes;
  if (name === 'gridSpan') cell.span = Math.max(1, Number(val) || 1);
  if (name === 'vMerge') cell.covered = val !== 'restart';
  if (name !== 'shd') return;
  const { fill = '', color = '' } = attributes;
  const shown = val === 'solid' ? color : fill;
  cell.fill = /^(auto|ffffff|)$/i.test(shown) ? '' : shown.toUpperCase();
}
