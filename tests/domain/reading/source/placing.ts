/** Pages put together by hand: words at a place, cells with lines around them. */
import type { Fill, PlacedPage, Rule, Word } from '../../../../domain/reading/source/placed.js';

/** Height of the type, and how wide a letter of it is. */
export const SIZE = 10;
const LETTER = 5;

/** The words of a text from `x` on; `y` is the foot of the line. */
export function placed(text: string, x: number, y: number, bold = false): Word[] {
  let at = x;
  return text.split(' ').map((word) => {
    const x0 = at;
    at += word.length * LETTER + 2.8;
    return { text: word, x0, x1: x0 + word.length * LETTER, y0: y - SIZE, y1: y, size: SIZE, bold };
  });
}

/** A page of A4. */
export const pageOf = (
  page: number,
  words: readonly Word[],
  drawn: Partial<PlacedPage> = {},
): PlacedPage => ({
  page,
  width: 595,
  height: 842,
  words,
  rules: [],
  fills: [],
  ...drawn,
});

/** A table with lines around every cell, as many rows as texts; lines of a cell are parted by `\n`. */
export function framed(
  xs: readonly number[],
  top: number,
  rows: readonly (readonly string[])[],
): { words: Word[]; rules: Rule[]; bottom: number } {
  const words: Word[] = [];
  const rules: Rule[] = [];
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  let y = top;
  for (const row of rows) {
    rules.push({ x0: left, x1: right, y0: y, y1: y });
    const lines = Math.max(...row.map((cell) => cell.split('\n').length));
    for (const [column, cell] of row.entries()) {
      for (const [index, line] of cell.split('\n').entries()) {
        if (line !== '') words.push(...placed(line, (xs[column] ?? 0) + 4, y + 14 + 12 * index));
      }
    }
    y += 8 + 12 * lines;
  }
  rules.push({ x0: left, x1: right, y0: y, y1: y });
  for (const x of xs) rules.push({ x0: x, x1: x, y0: top, y1: y });
  return { words, rules, bottom: y };
}

/** A coloured rectangle. */
export const filled = (x0: number, y0: number, x1: number, y1: number, colour: string): Fill => ({
  x0,
  y0,
  x1,
  y1,
  colour,
});
