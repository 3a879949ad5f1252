/** Headings of two or three rows: which row is still heading, and what lies under what. */
import type { Row } from '../source/source-document.js';
import { headerOf, labelOf } from './labels.js';
import { monthColumns } from './month-heads.js';
import type { Field } from './synonyms/field.js';
import type { Words } from './table-cells.js';

/** A cell of the heading over the columns of the body, with the one above it. */
export interface Head extends Words {
  readonly parent: Words | null;
}

/** A second row of labels: it says what lies under cells that span it, and nothing under a column of its own. */
export function isBelow(cells: readonly Words[], heads: readonly Head[], row: Row | undefined): boolean {
  if (cells.length === 0 || row === undefined) return false;
  if (cells.some((cell) => cell.text.length > 60 || isNumber(cell.text, cells))) return false;
  const own = cells.filter((cell) => {
    const above = heads.find((head) => head.column <= cell.column && cell.column < head.end);
    return above !== undefined && above.end - above.column === 1 && above.text !== cell.text;
  });
  if (own.some((cell) => labelOf(cell.text) === null || LEAF.has(headOver(cell, heads) ?? 'notes')))
    return false;
  const months = monthColumns(cells, heads.map(({ text }) => text).join(' ')).length;
  const labels = cells.filter(({ text }) => labelOf(text) !== null).length;
  const spanned = heads.some((head) => head.end - head.column > 1);
  return months >= 2 || labels * 2 > cells.length || (spanned && own.length === 0 && sharing(cells, heads));
}

/** Columns whose next row is already of the body. */
const LEAF: ReadonlySet<Field> = new Set(['title', 'number', 'weight', 'owner']);

const headOver = (cell: Words, heads: readonly Head[]): Field | null => {
  const above = heads.find((head) => head.column <= cell.column && cell.column < head.end);
  return above === undefined ? null : (headerOf(above.text)?.field ?? null);
};

const isNumber = (text: string, cells: readonly Words[]): boolean =>
  /^\d+(?:[.,]\d+)?\s*%?$/.test(text) && monthColumns(cells, 'mesi').length < 2;

/** Names of sectors under "Peso", "Settori" or "Grado di raggiungimento". */
const sharing = (cells: readonly Words[], heads: readonly Head[]): boolean =>
  cells.every((cell) => {
    const field = headOver(cell, heads);
    return field === 'weight' || field === 'sector' || field === 'participants' || field === 'result';
  });

/** The leaves of two rows of heading. */
export function joined(heads: readonly Head[], below: readonly Words[]): readonly Head[] {
  const kept = heads.filter(
    (head) => !below.some((cell) => cell.column < head.end && cell.end > head.column),
  );
  const parentOf = (cell: Words): Words | null =>
    heads.find((head) => head.column <= cell.column && cell.column < head.end) ?? null;
  const leaves = below.map((cell): Head => ({ ...cell, parent: parentOf(cell) }));
  return [...kept, ...leaves].sort((a, b) => a.column - b.column);
}
