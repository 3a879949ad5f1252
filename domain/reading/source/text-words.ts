import type { LinedWord } from './placed-lines.js';

/** The plane on which text is placed, in points: a letter is half as wide as a line is high. */
export const LETTER = 6;
export const LINE = 12;

/** Two spaces set words apart, one does not; as a part of the size. */
export const APART = 0.8;

const TAB = 8;

/**
 * What a line of text has in its columns; `row` is its place on its page, `line` its number. What one space parts
 * stands together as one word, but for the first of the line: a number may stand that near to the next column.
 */
export function textWords(text: string, row: number, line: number): LinedWord[] {
  const words: LinedWord[] = [];
  let column = 0;
  for (const match of text.matchAll(/\t| +|[^ \t]+(?: [^ \t]+)*/g)) {
    const [run] = match;
    if (run === '\t') column += TAB - (column % TAB);
    else if (run.startsWith(' ')) column += run.length;
    else {
      const first = words.length === 0 ? run.indexOf(' ') : -1;
      const parts = first < 0 ? [run] : [run.slice(0, first), run.slice(first + 1)];
      for (const part of parts) {
        words.push(wordAt(part, column, row, line));
        column += part.length + 1;
      }
      column -= 1;
    }
  }
  return words;
}

function wordAt(text: string, column: number, row: number, line: number): LinedWord {
  const box = {
    x0: column * LETTER,
    x1: (column + text.length) * LETTER,
    y0: row * LINE,
    y1: (row + 1) * LINE,
  };
  return { ...box, text, size: LINE, bold: false, line };
}

/** Each word by itself. */
export const singleWords = (words: readonly LinedWord[]): LinedWord[] =>
  words.flatMap(({ text, x0, y0, line }) => {
    let column = x0 / LETTER;
    return text.split(' ').map((part) => {
      const word = wordAt(part, column, y0 / LINE, line);
      column += part.length + 1;
      return word;
    });
  });
