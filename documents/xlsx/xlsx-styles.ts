/** The formats and colours that cells refer to by number. */
import { walkXml, type XmlPiece, xmlText } from '../xml-walk.js';

/** How a cell shows its value. */
export interface CellStyle {
  /** Excel's format code, e.g. `0.0%`; empty for "General". */
  readonly format: string;
  /** The solid colour behind the cell as written there; empty for none or white. */
  readonly fill: string;
}

/** Formats that every workbook has without naming them; the others of the range are dates of other scripts. */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['1', '0'],
  ['2', '0.00'],
  ['3', '#,##0'],
  ['4', '#,##0.00'],
  ['9', '0%'],
  ['10', '0.00%'],
  ['14', 'dd/mm/yyyy'],
  ['15', 'd-mmm-yy'],
  ['16', 'd-mmm'],
  ['17', 'mmm-yy'],
  ['18', 'h:mm'],
  ['19', 'h:mm:ss'],
  ['20', 'h:mm'],
  ['21', 'h:mm:ss'],
  ['22', 'dd/mm/yyyy h:mm'],
  ['37', '#,##0'],
  ['38', '#,##0'],
  ['39', '#,##0.00'],
  ['40', '#,##0.00'],
  ['44', '#,##0.00 "€"'],
]);

/** In the order that the cells' `s` counts. */
export function cellStyles(part: Uint8Array | undefined): readonly CellStyle[] {
  if (part === undefined) return [];
  const reader = new StylesReader();
  for (const piece of walkXml(xmlText(part))) {
    if (piece.kind === 'open') reader.open(piece);
    if (piece.kind === 'close' || (piece.kind === 'open' && piece.empty)) reader.close(piece.name);
  }
  return reader.styles;
}

class StylesReader {
  readonly styles: CellStyle[] = [];
  private readonly formats = new Map(BUILT_IN);
  private readonly fills: string[] = [];
  /** Of the two lists that are read, the one that is open. */
  private list = '';
  private fill = '';

  open(piece: XmlPiece & { readonly kind: 'open' }): void {
    const { numFmtId = '', formatCode = '', fillId = '', patternType } = piece.attributes;
    switch (piece.name) {
      case 'cellXfs':
      case 'fills':
        this.list = piece.name;
        break;
      case 'numFmt':
        this.formats.set(numFmtId, formatCode);
        break;
      case 'fill':
        this.fill = '';
        break;
      case 'patternFill':
        if (patternType === 'solid') this.fill = 'solid';
        break;
      case 'fgColor':
        if (this.fill !== '') this.fill = colourOf(piece);
        break;
      case 'xf':
        if (this.list === 'cellXfs') {
          const fill = this.fills[Number(fillId)] ?? '';
          this.styles.push({ format: formatOf(this.formats.get(numFmtId)), fill });
        }
        break;
    }
  }

  close(name: string): void {
    if (name === this.list) this.list = '';
    if (name === 'fill' && this.list === 'fills') this.fills.push(this.fill);
  }
}

const formatOf = (code: string | undefined): string =>
  code === undefined || /^general$/i.test(code) ? '' : code;

/** Theme colour 0 and index 9 are white. */
function colourOf({ attributes }: XmlPiece & { kind: 'open' }): string {
  const { rgb, theme, indexed, tint = '' } = attributes;
  if (rgb !== undefined) return /^(..)?ffffff$/i.test(rgb) ? '' : rgb;
  if (theme !== undefined) return theme === '0' && tint === '' ? '' : `theme ${theme} ${tint}`;
  return indexed === undefined || indexed === '9' || indexed === '1' ? '' : `indexed ${indexed}`;
}
