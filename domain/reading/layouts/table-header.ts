/** The heading of a table: which rows are labels of columns, over one level or more, and what each column holds. */
import { numberAlone } from '../plan/title-parts.js';
import type { Row } from '../source/source-document.js';
import { type Head, isBelow, joined } from './header-levels.js';
import { headerOf, labelOf } from './labels.js';
import { monthColumns } from './month-heads.js';
import type { Field } from './synonyms/field.js';
import { type Words, wordsOf } from './table-cells.js';
import { type Column, type Columns, resolved, under } from './table-columns.js';
import { shareColumns } from './table-shares.js';

export interface Header {
  readonly columns: Columns;
  /** Rows it takes. */
  readonly rows: number;
}

/** The heading that begins at row `at`, `null` when that row is none. */
export function headerAt(rows: readonly Row[], at: number): Header | null {
  const first = wordsAt(rows, at);
  if (!isHeading(first) || isField(first, wordsAt(rows, at + 1))) return null;
  let heads: readonly Head[] = first.map((words) => ({ ...words, parent: null }));
  let taken = 1;
  while (taken < 3 && isBelow(wordsAt(rows, at + taken), heads, rows[at + taken])) {
    heads = joined(heads, wordsAt(rows, at + taken));
    taken++;
  }
  const months = monthColumns(heads, heads.map((one) => one.parent?.text ?? '').join(' '));
  const others = heads.filter((head) => !months.some((one) => one.column === head.column));
  const body = untilHeading(rows.slice(at + taken));
  const shares = shareColumns(others, body);
  const fields = resolved(others.flatMap((head) => columnOf(head, shares)).map((one) => numbered(one, body)));
  if (fields.length === 0 && months.length === 0) return null;
  const weigh = fields.find((one) => one.field === 'weight');
  const multiplier = weigh !== undefined && FACTOR.test(weigh.text);
  return { columns: { fields, months, shares, multiplier }, rows: taken };
}

/** One sheet may hold several tables: the next heading ends this one. */
function untilHeading(rows: readonly Row[]): readonly Row[] {
  const end = rows.findIndex((row) => isHeading(wordsOf(row)));
  return end < 0 ? rows : rows.slice(0, end);
}

const FACTOR = /coeff|fattore|moltiplic|\bindice|\bx\b/i;

const wordsAt = (rows: readonly Row[], at: number): readonly Words[] => {
  const row = rows[at];
  return row === undefined ? [] : wordsOf(row);
};

/** Mostly labels, of two fields or more; or a label before months. A row of label, value, label, value is none. */
function isHeading(cells: readonly Words[]): boolean {
  if (cells.length < 2 || cells.some(({ text }) => text.length > 120)) return false;
  const months = monthColumns(cells, '');
  const labels = cells.map(({ text }) => labelOf(text));
  const known = cells.filter(({ text }) => headerOf(text) !== null).length;
  const exact = labels.filter((one) => one !== null).length;
  if (months.length >= 2) return exact >= 1 || months.length >= Math.max(3, cells.length - 1);
  if (isPairs(labels)) return false;
  // "Risorse finanziarie" is an office as well: alone it makes no heading of a row.
  if (labels.every((one) => one === null || one === 'notes')) return false;
  if (exact === cells.length && exact >= 3) return true;
  const fields = new Set(cells.flatMap(({ text }) => headerOf(text)?.field ?? []));
  return (
    fields.size >= 2 && exact >= 1 && exact * 2 >= known && known + unlabelled(cells) >= cells.length * 0.6
  );
}

/** Cells that may be names of sectors: they count for half. */
const unlabelled = (cells: readonly Words[]): number =>
  cells.filter(({ text }) => headerOf(text) === null && text.length < 60 && !/^\W*\d/.test(text)).length / 2;

/** "Indicatore | Interventi" above "Target | 12": a label whose value is a label's word too. */
const isField = (cells: readonly Words[], below: readonly Words[]): boolean =>
  cells.length === 2 &&
  below.length === 2 &&
  labelOf(below[0]?.text ?? '') !== null &&
  monthColumns(cells, '').length < 2;

const isPairs = (labels: readonly (Field | null)[]): boolean =>
  labels.every((label, i) => (i % 2 === 0 ? label !== null : label === null)) && labels.length % 2 === 0;

/** A column called "Obiettivo" or "Ob." that holds nothing but numbers is the one of numbers. */
function numbered(column: Column, body: readonly Row[]): Column {
  if (column.field !== 'title') return column;
  const cells = body.flatMap((row) =>
    wordsOf(row).filter((cell) => cell.column >= column.column && cell.end <= column.end),
  );
  const numbers = cells.filter(({ text }) => numberAlone(text) !== null).length;
  return cells.length > 0 && numbers >= cells.length * 0.8 ? { ...column, field: 'number' } : column;
}

function columnOf(head: Head, shares: Columns['shares']): readonly Column[] {
  if (shares.some((one) => one.column === head.column)) return [];
  const own = headerOf(head.text);
  const parent = head.parent === null ? null : headerOf(head.parent.text);
  const field = under(parent?.field ?? null, own?.field ?? null);
  const { column, end, text } = head;
  return field === null ? [] : [{ column, end, text, field, rank: own?.rank ?? parent?.rank ?? 0 }];
}
