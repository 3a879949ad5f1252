import type { Box, Word } from './placed.js';

/** A word that knows its line of `SourceDocument.lines`. */
export interface LinedWord extends Word {
  readonly line: number;
}

/** Of the size: a gap up to which two pieces are one word, and one from which on they are set apart. */
const GLUED = 0.1;
const APART = 1.2;
/** Of the lower of two words: how much of it must stand beside the other for both to be on one line. */
const BESIDE = 0.55;

/** Words that stand beside each other, from left to right; lines from top to bottom. */
export function visualLines<W extends Word>(words: readonly W[]): W[][] {
  const lines: { y0: number; y1: number; words: W[] }[] = [];
  for (const word of [...words].sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const line = lines.slice(-12).findLast((one) => areBeside(one, word));
    if (line === undefined) {
      lines.push({ y0: word.y0, y1: word.y1, words: [word] });
    } else {
      line.words.push(word);
      // A tall word among low ones sets the band; a stamp written upwards does not.
      if (word.y1 - word.y0 < 2.5 * word.size) line.y0 = Math.min(line.y0, word.y0);
    }
  }
  return lines
    .map((line) => line.words.sort((a, b) => a.x0 - b.x0))
    .sort((a, b) => footOf(a) - footOf(b) || (a[0]?.x0 ?? 0) - (b[0]?.x0 ?? 0));
}

function areBeside(line: { y0: number; y1: number }, word: Word): boolean {
  if (isUpright(word)) return false;
  const common = Math.min(line.y1, word.y1) - Math.max(line.y0, word.y0);
  const lower = Math.min(line.y1 - line.y0, word.y1 - word.y0);
  return common >= BESIDE * lower;
}

/** Written upwards or downwards: it makes a line of its own. */
const isUpright = (word: Word): boolean =>
  word.text.length > 2 && word.y1 - word.y0 > 2 * word.size && word.x1 - word.x0 < 1.5 * word.size;

/** The foot of a line: of its largest type, so that a raised "o" does not count. */
export function footOf(line: readonly Word[]): number {
  const [first] = line;
  if (first === undefined) return 0;
  return line.reduce((largest, word) => (word.size > largest.size ? word : largest), first).y1;
}

/** Size of the type that most of the line is set in. */
export function sizeOf(line: readonly Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of line) letters.set(size, (letters.get(size) ?? 0) + text.length);
  let best = 0;
  let size = 1;
  for (const [one, count] of letters) {
    if (count > best) [best, size] = [count, one];
  }
  return size;
}

/** The words of one line as text: two spaces where they stand clearly apart. */
export function lineText(line: readonly Word[]): string {
  let text = '';
  for (const [index, word] of line.entries()) {
    const before = line[index - 1];
    if (before !== undefined) text += spaceBetween(before, word);
    text += word.text;
  }
  return text;
}

function spaceBetween(before: Word, word: Word): string {
  const gap = word.x0 - before.x1;
  const size = Math.max(before.size, word.size);
  if (gap > APART * size) return '  ';
  return gap < GLUED * size && gap > -size ? '' : ' ';
}

/** The line cut where its words stand further apart than `gap` times their size. */
export function piecesOf<W extends Word>(line: readonly W[], gap: number): W[][] {
  const pieces: W[][] = [];
  for (const word of line) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1);
    if (
      piece !== undefined &&
      before !== undefined &&
      word.x0 - before.x1 < gap * Math.max(word.size, before.size)
    ) {
      piece.push(word);
    } else pieces.push([word]);
  }
  return pieces;
}

/** Whether the middle of a box lies in another. */
export function isInside(inner: Box, outer: Box): boolean {
  const [x, y] = [(inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2];
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
