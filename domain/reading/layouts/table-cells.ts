/** A table's cells as words: what stands in each, over which columns, on which lines. */
import { joinFragments } from '../source/joined.js';
import type { Row } from '../source/source-document.js';
import type { Passage } from './draft.js';

export interface Words {
  /** 0-based column of the grid. */
  readonly column: number;
  /** First column after it. */
  readonly end: number;
  /** All paragraphs, a space between them. */
  readonly text: string;
  readonly passage: Passage;
  /** First line; of an empty cell 0. */
  readonly line: number;
}

/** The cells of a row that say something, from left to right. */
export const wordsOf = (row: Row): readonly Words[] =>
  row.cells
    .map(({ column, span, paragraphs }): Words => {
      const passage = paragraphs.filter((one) => joinFragments(one).text !== '');
      return {
        column,
        end: column + Math.max(1, span),
        text: textOf(passage),
        passage,
        line: passage[0]?.[0]?.line ?? 0,
      };
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.column - b.column);

/** A passage as one text. */
export const textOf = (passage: Passage): string =>
  passage
    .map((paragraph) => joinFragments(paragraph).text)
    .filter((text) => text !== '')
    .join(' ');

/** First and last line of what is read, `null` of nothing. */
export function linesOf(passages: readonly Passage[]): readonly [number, number] | null {
  const lines = passages.flat(2).map(({ line }) => line);
  return lines.length === 0 ? null : [Math.min(...lines), Math.max(...lines)];
}

/** "Totale 100": the sum of a column. */
export const isTotal = (cells: readonly Words[]): boolean =>
  cells.length <= 4 &&
  cells.some(({ text }) => /^\W*(?:tot(?:ale|ali)?|somma|sommano|peso totale)(?![\p{L}])/iu.test(text)) &&
  cells.every(({ text }) => text.length < 70 && !/[.;]\s/.test(text));
