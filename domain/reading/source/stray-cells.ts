import { cellWords, isCut, isFilled, joinedRow } from './continued-row.js';
import { isMark } from './marked-rows.js';
import type { Cell, Row } from './source-document.js';

interface Parted {
  readonly before: readonly Row[];
  readonly row: Row;
}

/**
 * Words at the top of a page that belong to the row above, although a part of it begins there: a title that
 * stands in the middle of its phases, or goes on with a small letter. The rows above and the rest of the row.
 */
export function withStrays(before: readonly Row[], row: Row): Parted {
  const at = before.findLastIndex(({ cells }) => cells.some((cell) => cell.column === 0 && isFilled(cell)));
  const owner = before[at];
  const isOpen = row.cells.every((cell) => cell.column > 0 || !isFilled(cell));
  if (owner === undefined || !isOpen || hasOwnNumber(row, owner)) return { before, row };
  const isFree = ({ column }: Cell): boolean =>
    before.slice(at).every(({ cells }) => !cells.some((one) => one.column === column && isFilled(one)));
  const strays = row.cells.filter((cell) => {
    const hasPlace = owner.cells.some(({ column }) => column === cell.column);
    const goesOn = /^\p{Ll}/u.test(cellWords(cell)) && isCut(owner, cell.column);
    return isFilled(cell) && !isMark(cellWords(cell)) && hasPlace && (isFree(cell) || goesOn);
  });
  if (strays.length === 0 || strays.length === row.cells.filter(isFilled).length) return { before, row };
  const whole = joinedRow(owner, { ...row, cells: strays });
  const cells = row.cells.map((cell) => (strays.includes(cell) ? { ...cell, paragraphs: [] } : cell));
  return { before: before.map((one, index) => (index === at ? whole : one)), row: { ...row, cells } };
}

/** A number where the row above has one: its own row, under a first cell that covers both. */
const hasOwnNumber = (row: Row, owner: Row): boolean =>
  row.cells.some(
    (cell) =>
      /^\d/.test(cellWords(cell)) &&
      owner.cells.some((one) => one.column === cell.column && /^\d/.test(cellWords(one))),
  );
