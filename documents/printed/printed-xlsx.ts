/** Tables as a workbook: one sheet each, the head stays in sight and filters. Text is text: nothing is ever a formula. */
import writeXlsxFile from 'write-excel-file/node';
import {
  cellText,
  oneLine,
  type PrintedCell,
  type PrintedSheet,
  type PrintedTable,
} from '../../domain/printed-document/printed-document.js';
import { epochDay } from '../../domain/time/civil-date.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';
import { withPrintSetup } from './xlsx-print-setup.js';

const BODY = { wrap: true, alignVertical: 'top' } as const;
const HEADING = { ...BODY, fontWeight: 'bold', backgroundColor: '#E6ECF2' } as const;
const FONT = { fontFamily: 'Calibri', fontSize: 11 };
/** Points of a line, and of the highest row there can be: who opens a workbook does not always measure its rows. */
const LINE = 15;
const HIGHEST = 405;
/** Characters that a column of a hundredth of the width shows. */
const PER_SHARE = 1.6;
/** Characters of a day, and of the shortest title. */
const NARROWEST = 12;
const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 100, ratio: Number.POSITIVE_INFINITY };
/** What a cell of a workbook can hold. */
const LONGEST_CELL = 32_767;

/** `title`: of the file. */
export async function printedXlsx(sheets: readonly PrintedSheet[], title: string): Promise<Uint8Array> {
  const widths = sheets.map(({ table }) =>
    table.columns.map(({ share }) => Math.max(NARROWEST, Math.round(share * PER_SHARE))),
  );
  const file = await writeXlsxFile(
    sheets.map(({ name, table }, at) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: (widths[at] ?? []).map((width) => ({ width })),
      data: [
        table.columns.map(({ title: head }, column) => ({
          ...{ ...HEADING, value: head, type: String, height: heightOf(titlesOf(table), widths[at] ?? []) },
          ...edgeOf(table, column),
        })),
        ...table.rows.map((cells) => {
          const height = heightOf(cells, widths[at] ?? []);
          return cells.map((cell, column) => ({
            ...written(cell, formatOf(table, column)),
            ...edgeOf(table, column),
            height,
          }));
        }),
      ],
    })),
    FONT,
  );
  const zip = zipParts(await file.toBuffer(), () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(`the workbook just written is ${zip.why}`);
  const wide = widths.map((all) => all.reduce((sum, width) => sum + width, 0));
  return zipStore(withPrintSetup(zip.parts, sheets, wide, oneLine(title)), true);
}

/** Figures are figures and days are days, that sort and count. */
function written(cell: PrintedCell, format: string | null) {
  if (typeof cell === 'number')
    return { ...BODY, value: cell, type: Number, ...(format !== null && { format }) };
  if (typeof cell === 'object' && 'day' in cell)
    return { ...BODY, value: new Date(epochDay(cell.day) * 86_400_000), type: Date, format: 'dd/mm/yyyy' };
  return { ...BODY, value: cellText(cell).slice(0, LONGEST_CELL), type: String };
}

/** Under their title: figures to the right, a day or a number of an objective as words are. */
const edgeOf = ({ columns }: PrintedTable, column: number) =>
  ({ align: columns[column]?.as === 'figure' ? 'right' : 'left' }) as const;

const titlesOf = ({ columns }: PrintedTable): readonly string[] => columns.map(({ title }) => title);

/** In points, as the cell with most lines needs; bold and capitals are wider than the measure of a column. */
function heightOf(cells: readonly PrintedCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) =>
    cellText(cell)
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / (widths[at] ?? NARROWEST))),
        0,
      ),
  );
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE);
}

/** Where one has decimals, all of the column show two at least: they stand under each other. */
const formatOf = ({ rows }: PrintedTable, column: number): string | null =>
  rows.some((cells) => typeof cells[column] === 'number' && !Number.isInteger(cells[column]))
    ? '0.00##'
    : null;
