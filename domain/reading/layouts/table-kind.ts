/** What a table, or a row of one, is to a plan. */
import { numberAlone } from '../plan/title-parts.js';
import type { Table } from '../source/source-document.js';
import { fold } from '../text/letters.js';
import { headerOf, labelAtStart, labelOf } from './labels.js';
import type { Field } from './synonyms/field.js';
import { type Words, wordsOf } from './table-cells.js';
import type { Columns } from './table-columns.js';
import type { TableState } from './table-state.js';

const numberedLabel = (text: string): boolean =>
  /^\W*(?:obiettivo|ob\.)/i.test(text) && numberAlone(text) !== null;

const has = (columns: Columns, field: Field): boolean => columns.fields.some((one) => one.field === field);

/** Fields that make a table of objectives, or of their steps and measures, and no other table. */
const TELLING: readonly Field[] = ['indicator', 'target', 'times', 'end', 'phases'];
/** They tell beside a title; alone they are scales of scores. */
const WEIGHING: readonly Field[] = ['weight', 'result', 'description', 'owner', 'sector'];

export const isOfPlan = (columns: Columns): boolean =>
  columns.months.length > 0 ||
  columns.shares.length > 0 ||
  TELLING.some((field) => has(columns, field)) ||
  (has(columns, 'title') && WEIGHING.some((field) => has(columns, field))) ||
  (has(columns, 'weight') && has(columns, 'description'));

/** Steps of an objective that is named elsewhere. */
export const isOfPhases = (columns: Columns): boolean => has(columns, 'phases') && !has(columns, 'title');

/** Rows that begin with a label and say more. */
export const labelledRows = (table: Table): number =>
  table.rows.filter((row) => {
    const [first, ...others] = wordsOf(row);
    return first !== undefined && others.length > 0 && labelOf(first.text) !== null;
  }).length;

/** Whether a label of the table, beside or above its value, is of a title: it goes on with no objective before it. */
export const namesItsOwn = (table: Table): boolean =>
  table.rows.some((row) =>
    wordsOf(row).some(
      ({ text }) => labelOf(text) === 'title' || labelAtStart(text)?.field === 'title' || numberedLabel(text),
    ),
  );

/** Where no column is named an objective, and none is being read, descriptions or activities are the objectives. */
export function promoted(columns: Columns, state: TableState, at: number): Columns | null {
  if (has(columns, 'title')) return columns;
  const weighed = has(columns, 'weight') && has(columns, 'description') && !has(columns, 'phases');
  if (state.open !== null && (at > 0 || !weighed)) return columns;
  const telling = [...TELLING, ...WEIGHING].some((field) => field !== 'phases' && has(columns, field));
  const described = columns.fields.find((one) => one.field === 'description');
  const title = described ?? columns.fields.find((one) => one.field === 'phases');
  if (!telling || title === undefined) return columns;
  const fields = columns.fields.map((one) => (one === title ? { ...one, field: 'title' as const } : one));
  return { ...columns, fields };
}

/** Whether rows without heading fit the columns of the table before. */
export function goesOn(columns: Columns | null, cells: readonly Words[], table: Table): boolean {
  if (columns === null || cells.length < 2 || cells.some(({ text }) => labelOf(text) !== null)) return false;
  const ends = [...columns.fields, ...columns.months, ...columns.shares].map(({ end }) => end);
  return Math.max(...ends) === table.columns;
}

const CARD_FIELDS: readonly Field[] = [
  'sector',
  'owner',
  'number',
  'title',
  'weight',
  'indicator',
  'target',
  'description',
  'notes',
  'participants',
  'phases',
  'times',
];

/** A labelled row after the steps of a card: the card goes on, or the next one begins. */
export function leavesGrid(columns: Columns, cells: readonly Words[]): boolean {
  const first = cells[0];
  if (has(columns, 'title') || first === undefined || /\d/.test(first.text)) return false;
  const field = labelOf(first.text);
  return field !== null && CARD_FIELDS.includes(field) && (cells.length > 1 || field !== 'notes');
}

/** One cell that stands in a column of its own, not over several: the rest of the row is empty. */
export function isOwnCell(columns: Columns, cell: Words): boolean {
  const column = columns.fields.find((one) => one.column <= cell.column && cell.column < one.end);
  if (column === undefined || cell.end > column.end) return false;
  if (column.field === 'title') return !isLoud(cell.text);
  return cell.column > 0 || !HEADS.includes(column.field);
}

/** In a first column these do not stand alone: a lone cell there is a row between others. */
const HEADS: readonly Field[] = ['number', 'sector', 'owner', 'notes', 'year'];
const isLoud = (text: string): boolean => text === text.toUpperCase() && text.length < 70;

/** A short row over the whole width names a sector, where no column does and it is no section of another kind. */
export const isSectorRow = (columns: Columns, cell: Words, table: Table): boolean =>
  !has(columns, 'sector') &&
  (cell.end - cell.column >= table.columns * 0.7 || (cell.column === 0 && cell.end > 1)) &&
  cell.text.length < 70 &&
  (headerOf(cell.text)?.field ?? 'notes') === 'notes' &&
  !/[.;:]|^\W*(?:obiettiv|performance|linea|missione|programma|anno|piano|fase|ambito|indirizz|nota|n\.b)/.test(
    fold(cell.text),
  );
