import { isMark } from './marked-rows.js';
import type { Cell, Fragment, Row } from './source-document.js';

/** Of the rows of a table: how many have words in a column that every row of its kind has words in. */
const USUAL = 0.9;

/** The words of a cell. */
export const cellWords = (cell: Cell): string =>
  cell.paragraphs.map((fragments) => fragments.map(({ text }) => text).join(' ')).join(' ');

/** Whether a cell has words. */
export const isFilled = (cell: Cell): boolean => cell.paragraphs.length > 0;

/**
 * Whether the first row of a page is the rest of a row that the page before began: it lacks words where every
 * other row has them, or goes on in the middle of a sentence. `others` are the table's other rows without its
 * headings.
 */
export function continuesRow(row: Row, last: Row, others: readonly Row[], columns: number): boolean {
  const filled = row.cells.filter(isFilled);
  const [first] = filled;
  if (first === undefined || first.span >= Math.max(2, columns - 1)) return false;
  if (/^tot/i.test(cellWords(first).trim())) return false;
  if (isPhase(filled, last)) return false;
  const starts = new Set(filled.map(({ column }) => column));
  if (!filled.every((cell) => last.cells.some(({ column }) => column === cell.column))) return false;
  if (others.length >= 2) {
    const usual = [...new Set(others.flatMap(({ cells }) => cells.map(({ column }) => column)))].filter(
      (column) =>
        others.filter(({ cells }) => cells.some((cell) => cell.column === column && isFilled(cell))).length >=
        USUAL * others.length,
    );
    const missing = usual.filter((column) => !starts.has(column)).length;
    if (missing > (opensRow(row.cells[0], last) ? 1 : 0)) return !isNumbered(row.cells[0]);
  } else if (row.cells[0] !== undefined && !isFilled(row.cells[0])) {
    return true;
  }
  return filled.every((cell) => /^[\p{Ll}]/u.test(cellWords(cell)) && isCut(last, cell.column));
}

/** The column's words in a row stop without an end. */
export function isCut(last: Row, column: number): boolean {
  const cell = last.cells.find((one) => one.column === column);
  return cell !== undefined && isFilled(cell) && !/[.;:!?]$/.test(cellWords(cell));
}

/** A phase with marks of its own, under one that has some: words that begin a text where the row before has others. */
const isPhase = (filled: readonly Cell[], last: Row): boolean =>
  filled.some((cell) => isMark(cellWords(cell))) &&
  filled.some(
    (cell) =>
      !isMark(cellWords(cell)) &&
      /^\p{Lu}/u.test(cellWords(cell)) &&
      last.cells.some((one) => one.column === cell.column && isFilled(one)),
  );

/** Opens with a number or a code. */
const isNumbered = (cell: Cell | undefined): boolean =>
  cell !== undefined && /^\W*(\p{L}{1,4}[.\-/ ]{0,2}){0,2}\d/u.test(cellWords(cell));

/** Words that begin a row, in the first column; what is all in capitals may go on with a title. */
function opensRow(cell: Cell | undefined, last: Row): boolean {
  // "(Peso: 10 punti)", "– Peso 10" belong to what stands before.
  if (cell?.column !== 0 || !isFilled(cell) || /^(?:\p{Ll}|[(–—-])/u.test(cellWords(cell))) return false;
  const before = last.cells.find(({ column }) => column === 0);
  const areCapitals =
    before !== undefined && /\p{Lu}{3,}$/u.test(cellWords(before)) && /^\p{Lu}{3,}/u.test(cellWords(cell));
  return !(areCapitals && isCut(last, 0));
}

/** The two parts of a broken row as one. */
export function joinedRow(first: Row, rest: Row): Row {
  return {
    page: first.page,
    cells: first.cells.map((cell) => {
      const more = rest.cells.find(({ column }) => column === cell.column);
      return more === undefined
        ? cell
        : { ...cell, paragraphs: joinedParagraphs(cell.paragraphs, more.paragraphs) };
    }),
  };
}

function joinedParagraphs(
  first: readonly (readonly Fragment[])[],
  rest: readonly (readonly Fragment[])[],
): readonly (readonly Fragment[])[] {
  const [end, start] = [first.at(-1), rest[0]];
  if (end === undefined || start === undefined) return [...first, ...rest];
  const isOne = !/[.;:!?]$/.test(end.at(-1)?.text ?? '') && /^[\p{Ll}\d(]/u.test(start[0]?.text ?? '');
  return isOne ? [...first.slice(0, -1), [...end, ...start], ...rest.slice(1)] : [...first, ...rest];
}
