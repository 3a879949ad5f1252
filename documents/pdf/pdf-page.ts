import type { Box, PlacedPage } from '../../domain/reading/source/placed.js';
import { type Matrix, matrixOf, numberAt, times } from './pdf-matrix.js';
import { boxOf, type Drawn, draw, overlap, type Paint, pathParts } from './pdf-paths.js';
import { type Glyph, type PdfFont, PdfTextState } from './pdf-text-state.js';
import { pdfWords } from './pdf-words.js';

/** What a page paints, step by step: names of operators (those of pdf.js) and their arguments. */
export interface PageProgram {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own plane to the one that is seen: turned as it is shown, y downwards. */
  readonly base: Matrix;
  readonly steps: Iterable<readonly [name: string, args: readonly unknown[]]>;
  fontOf(name: string): PdfFont;
}

interface Graphics {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  strokeColour: string;
  fillColour: string;
  text: PdfTextState;
}

/** Letters and lines beyond which a page is a drawing, not a document. */
const MOST_GLYPHS = 60_000;
const MOST_LINES = 40_000;
const MOST_NESTED = 500;

const BLACK = '#000000';

/** Follows the operators of a page and notes which words, lines and coloured areas stand where. */
export function placedPage(program: PageProgram): PlacedPage {
  const { page, width, height, base } = program;
  const glyphs: Glyph[] = [];
  const drawn: Drawn = { rules: [], fills: [] };
  const stack: Graphics[] = [];
  let pendingClip = false;
  let now: Graphics = {
    ctm: base,
    clip: { x0: 0, y0: 0, x1: width, y1: height },
    lineWidth: 1,
    strokeColour: BLACK,
    fillColour: BLACK,
    text: new PdfTextState(),
  };
  const push = (): void => {
    if (stack.length < MOST_NESTED) stack.push({ ...now, text: now.text.copy() });
  };
  const pop = (): void => {
    now = stack.pop() ?? now;
  };
  const path = (args: readonly unknown[], names: string): void => {
    const data = Array.isArray(args[1]) ? args[1][0] : null;
    if (!(data instanceof Float32Array) || drawn.rules.length + drawn.fills.length > MOST_LINES) return;
    const parts = pathParts(data, now.ctm);
    if (pendingClip && parts.length > 0) {
      now.clip = overlap(now.clip, boxOf(parts.flat())) ?? { x0: 0, y0: 0, x1: -1, y1: -1 };
    }
    pendingClip = false;
    draw(parts, paintOf(now, names), now.clip, drawn);
  };
  for (const [name, args] of program.steps) {
    switch (name) {
      case 'save':
        push();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endAnnotation':
        pop();
        break;
      case 'transform':
        now.ctm = times(now.ctm, matrixOf(args));
        break;
      case 'paintFormXObjectBegin':
        push();
        now.ctm = times(now.ctm, matrixOf(args[0]));
        break;
      case 'beginAnnotation':
        push();
        now.ctm = times(times(base, matrixOf(args[2])), matrixOf(args[3]));
        break;
      case 'clip':
      case 'eoClip':
        pendingClip = true;
        break;
      case 'setLineWidth':
        now.lineWidth = numberAt(args, 0);
        break;
      case 'setStrokeRGBColor':
        now.strokeColour = colourOf(args);
        break;
      case 'setFillRGBColor':
        now.fillColour = colourOf(args);
        break;
      case 'setFont':
        now.text.setFont(program.fontOf(String(args[0])), numberAt(args, 1));
        break;
      case 'showText':
        if (Array.isArray(args[0]) && glyphs.length < MOST_GLYPHS) {
          now.text.show(args[0], now.ctm, (glyph) => glyphs.push(glyph));
        }
        break;
      default:
        if (name.startsWith('constructPath:')) path(args, name);
        else now.text.apply(name, args);
    }
  }
  return { page, width, height, words: pdfWords(glyphs), ...drawn };
}

/** The name of a path's step ends in the operator that paints it. */
function paintOf(now: Graphics, name: string): Paint {
  const [, operator = ''] = name.split(':');
  const { strokeColour, fillColour } = now;
  const lineWidth = now.lineWidth * Math.sqrt(Math.abs(now.ctm[0] * now.ctm[3] - now.ctm[1] * now.ctm[2]));
  return {
    stroke: /stroke/i.test(operator),
    fill: /fill/i.test(operator),
    lineWidth,
    strokeColour,
    fillColour,
  };
}

const colourOf = ([first]: readonly unknown[]): string =>
  typeof first === 'string' ? first.toLowerCase() : BLACK;
