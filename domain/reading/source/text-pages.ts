import type { LinedWord } from './placed-lines.js';
import type { SourceLine } from './source-document.js';
import { LINE, textWords } from './text-words.js';

/** What stands between two form feeds. */
export interface TextPage {
  readonly page: number;
  /** In points, as `placed.ts` has them. */
  readonly height: number;
  /** Places in the list of lines of its first line and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Its lines that are not empty. */
  readonly lines: readonly (readonly LinedWord[])[];
}

/** The pages of a text. */
export function textPages(lines: readonly SourceLine[]): TextPage[] {
  const pages: TextPage[] = [];
  for (let from = 0; from < lines.length; ) {
    const page = lines[from]?.page ?? 1;
    let to = from;
    while (to < lines.length && lines[to]?.page === page) to += 1;
    pages.push({ page, height: (to - from) * LINE, from, to, lines: wordsBetween(lines, from, to) });
    from = to;
  }
  return pages;
}

/** The words of the lines `[from, to)`, without the empty ones; the first stands at the top. */
export const wordsBetween = (lines: readonly SourceLine[], from: number, to: number): LinedWord[][] =>
  lines
    .slice(from, to)
    .map(({ text }, row) => textWords(text, row, from + row + 1))
    .filter((words) => words.length > 0);
