import { cleanText } from '../../domain/reading/source/clean-text.js';
import { IDENTITY, type Matrix, matrixOf, numberAt, point, times } from './pdf-matrix.js';

/** One letter (or ligature) where it is painted, on the page as it is seen. */
export interface Glyph {
  readonly text: string;
  /** Start and end of its advance along the baseline. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly size: number;
  readonly bold: boolean;
}

/** What is known of a font. */
export interface PdfFont {
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Width units to text space, usually 0.001. */
  readonly scale: number;
}

interface Shown {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** The text operators of one page; an instance is saved and restored by copying it. */
export class PdfTextState {
  #font: PdfFont = { bold: false, vertical: false, scale: 0.001 };
  #size = 0;
  #charSpacing = 0;
  #wordSpacing = 0;
  #stretch = 1;
  #leading = 0;
  #rise = 0;
  #matrix: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  copy(): PdfTextState {
    const other = new PdfTextState();
    other.#font = this.#font;
    other.#size = this.#size;
    other.#charSpacing = this.#charSpacing;
    other.#wordSpacing = this.#wordSpacing;
    other.#stretch = this.#stretch;
    other.#leading = this.#leading;
    other.#rise = this.#rise;
    other.#matrix = this.#matrix;
    other.#x = this.#x;
    other.#y = this.#y;
    other.#lineX = this.#lineX;
    other.#lineY = this.#lineY;
    return other;
  }

  /** Applies an operator by its name; those that are no text operators change nothing. */
  apply(name: string, args: readonly unknown[]): void {
    switch (name) {
      case 'beginText':
        this.#setMatrix(IDENTITY);
        break;
      case 'setTextMatrix':
        this.#setMatrix(matrixOf(args.length === 1 ? args[0] : args));
        break;
      case 'moveText':
        this.#move(numberAt(args, 0), numberAt(args, 1));
        break;
      case 'setLeadingMoveText':
        this.#leading = numberAt(args, 1);
        this.#move(numberAt(args, 0), numberAt(args, 1));
        break;
      case 'nextLine':
        this.#move(0, this.#leading);
        break;
      case 'setLeading':
        this.#leading = -numberAt(args, 0);
        break;
      case 'setCharSpacing':
        this.#charSpacing = numberAt(args, 0);
        break;
      case 'setWordSpacing':
        this.#wordSpacing = numberAt(args, 0);
        break;
      case 'setHScale':
        this.#stretch = numberAt(args, 0) / 100;
        break;
      case 'setTextRise':
        this.#rise = numberAt(args, 0);
        break;
      default:
    }
  }

  setFont(font: PdfFont, size: number): void {
    this.#font = font;
    this.#size = size;
  }

  /** Paints a string: its letters, under `ctm`, go to `paint`, and the place moves on. */
  show(items: readonly unknown[], ctm: Matrix, paint: (glyph: Glyph) => void): void {
    const toPage = times(ctm, this.#matrix);
    const { bold, vertical, scale } = this.#font;
    const height = Math.hypot(toPage[2], toPage[3]) * Math.abs(this.#size);
    for (const item of items) {
      if (typeof item === 'number') {
        this.#advance(((vertical ? 1 : -1) * item * this.#size) / 1000);
      } else if (isShown(item)) {
        const from = point(toPage, this.#x, this.#y + this.#rise);
        const width = item.width * scale * this.#size;
        this.#advance(width);
        const to = point(toPage, this.#x, this.#y + this.#rise);
        paint({ text: cleanText(item.unicode), from, to, size: height, bold });
        this.#advance(this.#charSpacing + (item.isSpace ? this.#wordSpacing : 0));
      }
    }
  }

  #advance(by: number): void {
    if (this.#font.vertical) this.#y -= Math.abs(by);
    else this.#x += by * this.#stretch;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }
}

const isShown = (item: unknown): item is Shown =>
  typeof item === 'object' &&
  item !== null &&
  typeof Reflect.get(item, 'unicode') === 'string' &&
  typeof Reflect.get(item, 'width') === 'number';
