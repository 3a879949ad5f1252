import type { Word } from '../../domain/reading/source/placed.js';
import type { Glyph } from './pdf-text-state.js';

/** Of the size: how far apart two letters of a word may stand, and how far they may overlap. */
const WIDEST_GAP = 0.17;
const DEEPEST_OVERLAP = 0.4;
/** Of the size: what stands above and below the baseline. */
const ABOVE = 0.75;
const BELOW = 0.2;

interface Run {
  text: string;
  readonly first: Glyph;
  last: Glyph;
  spaces: number;
}

/** Letters, in the order they are painted, to words; what is written upwards or downwards becomes tall words. */
export function pdfWords(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let run: Run | null = null;
  const close = (): void => {
    if (run !== null) words.push(wordOf(run));
    run = null;
  };
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      if (run !== null) run.spaces += 1;
    } else if (run !== null && run.spaces === 0 && follows(run, glyph)) {
      run.text += glyph.text;
      run.last = glyph;
    } else {
      close();
      run = { text: glyph.text, first: glyph, last: glyph, spaces: 0 };
    }
  }
  close();
  return withoutDoubles(words);
}

/** Right after, on the same baseline and in the same direction. */
function follows({ first, last }: Run, glyph: Glyph): boolean {
  const [dx, dy] = direction(last, first);
  const [gx, gy] = [glyph.from[0] - last.to[0], glyph.from[1] - last.to[1]];
  const along = gx * dx + gy * dy;
  const across = gx * dy - gy * dx;
  const size = Math.max(last.size, glyph.size, 1);
  return (
    glyph.bold === last.bold &&
    Math.abs(across) < 0.4 * size &&
    along < WIDEST_GAP * size &&
    along > -DEEPEST_OVERLAP * size
  );
}

function direction(last: Glyph, first: Glyph): readonly [number, number] {
  const [x, y] = [last.to[0] - first.from[0], last.to[1] - first.from[1]];
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}

function wordOf({ text, first, last, spaces }: Run): Word {
  const [dx, dy] = direction(last, first);
  const { size, bold } = first;
  // Perpendicular to the direction: where the letters' heads are.
  const [ux, uy] = [dy * size, -dx * size];
  const xs = [first.from[0], last.to[0]].flatMap((x) => [x + ux * ABOVE, x - ux * BELOW]);
  const ys = [first.from[1], last.to[1]].flatMap((y) => [y + uy * ABOVE, y - uy * BELOW]);
  return {
    text,
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys),
    size,
    bold,
    ...(spaces > 0 && { spaces }),
  };
}

/** Bold and shadows are sometimes made by painting the same word again beside itself. */
function withoutDoubles(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const same = seen.get(word.text) ?? [];
    const near = 0.25 * word.size;
    if (same.some((one) => Math.abs(one.x0 - word.x0) < near && Math.abs(one.y0 - word.y0) < near))
      return false;
    seen.set(word.text, [...same.slice(-20), word]);
    return true;
  });
}
