import { footOf, type LinedWord, lineText, piecesOf, sizeOf } from './placed-lines.js';

/** Of the size: how far below a heading its further lines stand. */
const CLOSE = 1.6;

/** Lines that name columns, and those right below that go on with one of the names. */
export function columnHeadings(lines: readonly (readonly LinedWord[])[]): Set<readonly LinedWord[]> {
  const found = new Set<readonly LinedWord[]>();
  let before: readonly LinedWord[] = [];
  for (const line of lines) {
    const isBelow = found.has(before) && footOf(line) - footOf(before) <= CLOSE * sizeOf(line);
    if (isBelow || isHeadOfColumns(line, lineText(line))) found.add(line);
    before = line;
  }
  return found;
}

/** Short words set apart: the heading of a table without frame, which each page may have for itself. */
function isHeadOfColumns(line: readonly LinedWord[], text: string): boolean {
  const pieces = piecesOf(line, 0.9);
  if (pieces.length < 2 || /\d/.test(text)) return false;
  return pieces.length > 2 || text.split(' ').length < 5;
}
