/** Rows of a table under its heading: one objective a row, or several rows for one. */
import { numberAlone, titleParts } from '../plan/title-parts.js';
import { weightIn, weightOf } from '../plan/weight-words.js';
import { fold } from '../text/letters.js';
import type { Passage } from './draft.js';
import { addPassage, type OpenDraft } from './open-draft.js';
import type { Field } from './synonyms/field.js';
import { isTotal, textOf, type Words } from './table-cells.js';
import type { Columns, RowOf } from './table-columns.js';
import { addHolder, addRow, weightBelow, weightBeside } from './table-row.js';
import { headingOfRow } from './table-row-heading.js';
import { begin, type TableState } from './table-state.js';
import { splitTitle } from './title-cell.js';

/** The cells of a row, each in the column in which it begins. */
export const cellsBy =
  (columns: Columns, cells: readonly Words[]): RowOf =>
  (field) =>
    columns.fields
      .filter((one) => one.field === field)
      .flatMap((one) => cells.filter((cell) => cell.column >= one.column && cell.column < one.end))
      .flatMap(({ passage }) => passage);

/** Reads one row of the body. */
export function readGridRow(
  state: TableState,
  columns: Columns,
  cells: readonly Words[],
  page: number,
): void {
  const of = cellsBy(columns, cells);
  if (isTotal(cells)) return;
  const heading = headingOfRow(state, columns, of);
  const hasTitle = columns.fields.some((one) => one.field === 'title');
  const title = of('title');
  const elsewhere = state.open !== null && of('sector').length > 0 && heading.sector !== state.open.sector;
  if (title.length > 0 && (elsewhere || !goesOn(state.open, title, of('number')))) {
    const below = weightIn(textOf(title));
    if (state.open !== null && below.weight !== null && below.rest === '') {
      // "Peso 10/100" on a line of its own, under its title.
      [state.open.weight, state.open.multiplier] = [state.open.weight ?? below.weight, below.multiplier];
    } else if (isTitleRest(state, columns, of, page)) {
      if (state.open) state.open.title = `${state.open.title} ${textOf(title)}`;
    } else beginRow(begin(state, heading), columns, of);
  } else if (hasTitle && elsewhere && state.open !== null && of('weight').length > 0) {
    addHolder(state.open, heading.sector, columns, of);
  } else if (title.length === 0 && of('weight').length > 0) {
    if (hasTitle) weightBelow(state.open, columns, of);
    else weightBeside(state.open, columns, of);
  }
  state.page = page;
  if (state.open !== null) addRow(state.open, columns, of, cells);
}

/** The same title and number again: a merged cell that its format repeats on every row. */
function goesOn(open: OpenDraft | null, title: Passage, number: Passage): boolean {
  if (open === null || open.lines === null) return false;
  const parts = titleParts(splitTitle(title).title);
  const printed = numberAlone(textOf(number)) ?? parts.number;
  return fold(parts.title) === fold(open.title) && (printed === null || printed === open.number);
}

const SMALL_FIRST =
  /^(?:e|ed|di|del|dello|della|dei|degli|delle|dell['’]|per|con|al|alla|nel|nella)(?:\s|(?<=['’]))/iu;

/** The row begins a page without number or weight, and goes on in small letters: the rest of the row before. */
function isTitleRest({ open, page: before }: TableState, columns: Columns, of: RowOf, page: number): boolean {
  if (open === null || before === 0) return false;
  // "1 – PREVENZIONE DELLA CORRUZIONE" above "E TRASPARENZA": no title begins so, and this one has no number.
  if (open.number !== null && SMALL_FIRST.test(textOf(of('title')))) return of('number').length === 0;
  if (before === page) return false;
  const has = (field: Field): boolean => columns.fields.some((one) => one.field === field);
  const empty = (['number', 'weight'] as const).every((field) => !has(field) || of(field).length === 0);
  return (
    empty &&
    (has('number') || has('weight') || open.weight === null) &&
    /^[\p{Ll}(–-]/u.test(textOf(of('title')))
  );
}

function beginRow(open: OpenDraft, columns: Columns, of: RowOf): void {
  const cell = splitTitle(of('title'));
  const parts = titleParts(cell.title);
  const cellNumber = textOf(of('number'));
  open.number =
    numberAlone(cellNumber) ?? (cellNumber.length > 0 && cellNumber.length < 12 ? cellNumber : parts.number);
  // A number of the title that the column of numbers does not repeat is part of the title.
  open.title =
    cellNumber !== '' && parts.number !== null && parts.number !== open.number ? cell.title : parts.title;
  open.titleRank = 0;
  open.everySector ||= parts.everySector && open.sector === null;
  const weight = of('weight');
  const read = weight.length === 0 ? parts : weightOf(textOf(weight), columns.multiplier);
  open.weight = read.weight ?? parts.weight;
  open.multiplier = read.multiplier || parts.multiplier;
  addPassage(open.texts, cell.rest);
  const result = textOf(of('result'));
  open.result = result === '' ? null : result;
}
