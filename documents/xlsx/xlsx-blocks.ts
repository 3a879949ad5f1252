/**
 * The rows of a sheet as paragraphs and tables: titles and notes around tables are paragraphs, a blank line ends
 * a table when what follows it begins as a table does.
 */
import { withoutBullet } from '../../domain/reading/source/bullet.js';
import type { Block, Cell, Paragraph, Table } from '../../domain/reading/source/source-document.js';
import type { LineCollector } from '../source-lines.js';
import type { GridRow } from './xlsx-grid.js';

/** Blocks of one sheet, in the order of its rows; `name` is the sheet's, `lines` counts their lines on. */
export function sheetBlocks(name: string, rows: readonly GridRow[], lines: LineCollector): readonly Block[] {
  return partsOf(rows).flatMap((part) => {
    const first = part.findIndex((row) => !isAlone(row));
    if (first < 0) return part.flatMap((row) => paragraphsOf(row, lines));
    const last = part.findLastIndex((row, index) => !isNote(row, part.slice(first, index)));
    return [
      ...part.slice(0, first).flatMap((row) => paragraphsOf(row, lines)),
      tableOf(name, part.slice(first, last + 1), lines),
      ...part.slice(last + 1).flatMap((row) => paragraphsOf(row, lines)),
    ];
  });
}

/** Rows that belong together. */
function partsOf(rows: readonly GridRow[]): readonly (readonly GridRow[])[] {
  const parts: GridRow[][] = [];
  for (const group of groupsOf(rows)) {
    const part = parts.at(-1);
    if (part !== undefined && goesOn(group, part)) part.push(...group);
    else parts.push(group);
  }
  return parts;
}

/** Rows without a blank row between them. */
function groupsOf(rows: readonly GridRow[]): readonly GridRow[][] {
  const groups: GridRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group !== undefined && group.at(-1)?.at === row.at - 1) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Columns of a card: a label and its value. */
const CARD_COLUMNS = 2;

/** After a blank row: neither a title nor another opening like the part's own, and in the same columns. */
function goesOn(group: readonly GridRow[], part: readonly GridRow[]): boolean {
  const opening = part.find((one) => !isAlone(one));
  const [row] = group;
  if (row === undefined || opening === undefined || isAlone(row) || opensAlike(row, opening)) return false;
  const [from, to] = extentOf(group);
  const [first, last] = extentOf(part);
  return first <= from && to <= last && (to - from >= CARD_COLUMNS || (first === from && last === to));
}

const opensAlike = (one: GridRow, other: GridRow): boolean => openingOf(one) === openingOf(other);

/** The first words, without numbers. */
const openingOf = (row: GridRow): string =>
  (written(row)[0]?.text ?? '')
    .toLowerCase()
    .replace(/[\d\s.:]+/g, ' ')
    .trim();

const written = ({ cells }: GridRow): GridRow['cells'] => cells.filter(({ text }) => text !== '');
const isAlone = (row: GridRow): boolean => written(row).length === 1;

/** First and last column in use. */
function extentOf(rows: readonly GridRow[]): readonly [number, number] {
  const cells = rows.flatMap(written);
  return [
    Math.min(...cells.map(({ column }) => column)),
    Math.max(...cells.map(({ column, span }) => column + span - 1)),
  ];
}

const NOTE = /^(?:not[ae]\b|n\.\s?b\.|\*|\(|legenda\b|fonte\b)/i;
/** Longer than a step or a title, and twice as long as the column's other words. */
const NOTE_LENGTH = 80;

/**
 * A row of one cell at a table's end is a note when it stands in the first column and covers several, says so, or
 * is much longer than what stands above it; else it goes on in its column.
 */
function isNote(row: GridRow, above: readonly GridRow[]): boolean {
  const [cell] = written(row);
  if (cell === undefined || !isAlone(row) || cell.column > extentOf(above)[0]) return false;
  if (cell.span > 1 || NOTE.test(cell.text)) return true;
  const longest = Math.max(
    0,
    ...above.flatMap(({ cells }) => cells.filter(inColumn(cell.column)).map(lengthOf)),
  );
  return cell.text.length > Math.max(NOTE_LENGTH, 2 * longest);
}

const inColumn =
  (column: number) =>
  (cell: GridRow['cells'][number]): boolean =>
    cell.column === column && cell.span === 1;
const lengthOf = ({ text }: { readonly text: string }): number => text.length;

function paragraphsOf(row: GridRow, lines: LineCollector): readonly Paragraph[] {
  return written(row)
    .flatMap(({ text }) => text.split('\n'))
    .map((text): Paragraph => {
      const item = withoutBullet(text);
      const fragments = lines.add([item ?? text]);
      return { kind: 'paragraph', page: lines.page, fragments, ...(item === null ? {} : { bullet: true }) };
    })
    .filter(({ fragments }) => fragments.length > 0);
}

function tableOf(name: string, rows: readonly GridRow[], lines: LineCollector): Table {
  const [from, to] = extentOf(rows);
  const read = rows.map(({ cells }) => ({
    page: lines.page,
    cells: cells
      .filter(({ column }) => column >= from && column <= to)
      .map(({ column, span, text }): Cell => {
        const paragraphs = text === '' ? [] : text.split('\n').map((line) => lines.add([line]));
        return { column: column - from, span: Math.min(span, to - column + 1), paragraphs };
      }),
  }));
  return { kind: 'table', page: lines.page, columns: to - from + 1, rows: read, name };
}
