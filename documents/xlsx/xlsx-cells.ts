/** The cells of one sheet, as shown, and the ranges of merged ones. */

import { BrokenXml, walkXml, type XmlPiece, xmlText } from '../xml-walk.js';
import { type SheetContext, shownCell } from './xlsx-shown.js';

/** One cell, as shown. */
export interface SheetCell {
  /** As shown, lines parted by `\n`; empty for a cell that only has a colour. */
  readonly text: string;
  /** The solid colour behind it, empty for none. */
  readonly fill: string;
}

/** 0-based, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet, as far as it is read. */
export interface SheetCells {
  /** By row and column, 0-based; only cells that hold or show something. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merged: readonly MergedRange[];
  /** Formulas whose value the file does not hold. */
  readonly unknown: number;
  /** There is more than is read of a plan. */
  readonly cut: boolean;
}

/** Rows that hold something, columns from the left, merged ranges. */
export const SHEET_LIMITS = { rows: 10_000, columns: 256, merged: 20_000 };

/** Throws {@link BrokenXml} when the part is no XML or its addresses are none. */
export function sheetCells(part: Uint8Array, context: SheetContext): SheetCells {
  const reader = new SheetReader(context);
  for (const piece of walkXml(xmlText(part))) reader.take(piece);
  return reader;
}

/** A cell whose tag is still open. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: string;
  value: string;
  valued: boolean;
  formula: boolean;
}

class SheetReader implements SheetCells {
  readonly rows = new Map<number, Map<number, SheetCell>>();
  readonly merged: MergedRange[] = [];
  unknown = 0;
  cut = false;
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  /** The element whose text is read. */
  private inside = '';

  constructor(private readonly context: SheetContext) {}

  take(piece: XmlPiece): void {
    if (piece.kind === 'open') this.open(piece);
    else if (piece.kind === 'close') this.close(piece.name);
    else if (this.cell !== null && (this.inside === 'v' || this.inside === 't'))
      this.cell.value += piece.text;
  }

  private open({ name, attributes, empty }: XmlPiece & { kind: 'open' }): void {
    if (name === 'row') {
      this.row = attributes['r'] === undefined ? this.row + 1 : Number(attributes['r']) - 1;
      this.column = -1;
    } else if (name === 'c') this.openCell(attributes, empty);
    else if (name === 'mergeCell' && this.merged.length < SHEET_LIMITS.merged) {
      this.merged.push(rangeOf(attributes['ref'] ?? ''));
    } else if (this.cell !== null) {
      if (name === 'f') this.cell.formula = true;
      if (name === 'v') this.cell.valued = true;
      // The text of a phonetic guide is none of the cell's.
      if (!empty && this.inside !== 'rPh' && ['v', 't', 'rPh'].includes(name)) this.inside = name;
    }
  }

  private openCell(attributes: Readonly<Record<string, string>>, empty: boolean): void {
    const { r, t = 'n', s = '' } = attributes;
    this.column = r === undefined ? this.column + 1 : addressOf(r)[1];
    const cell = { row: this.row, column: this.column, type: t, style: s };
    this.cell = { ...cell, value: '', valued: false, formula: false };
    if (empty) this.close('c');
  }

  private close(name: string): void {
    if (name === this.inside) this.inside = '';
    if (name !== 'c' || this.cell === null) return;
    const { row, column, type, style, value, valued, formula } = this.cell;
    this.cell = null;
    if (formula && !valued) this.unknown += 1;
    const shown = shownCell(type, value, style, this.context);
    if (shown.text === '' && shown.fill === '') return;
    const cells = this.rows.get(row);
    if (column >= SHEET_LIMITS.columns || (cells === undefined && this.rows.size >= SHEET_LIMITS.rows)) {
      this.cut ||= shown.text !== '';
    } else if (cells === undefined) this.rows.set(row, new Map([[column, shown]]));
    else cells.set(column, shown);
  }
}

/** "C12" is `[11, 2]`. */
function addressOf(address: string): readonly [row: number, column: number] {
  const [, letters, digits] = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (letters === undefined || digits === undefined) throw new BrokenXml('a cell without an address');
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
}

function rangeOf(reference: string): MergedRange {
  const [from = '', to = from] = reference.split(':');
  const [top, left] = addressOf(from);
  const [bottom, right] = addressOf(to);
  return { top, left, bottom, right };
}
