/** Tables as a workbook: one sheet each, the head stays in sight and filters. Text is text: nothing is ever a formula. */
import writeXlsxFile from 'write-excel-file/node';
import { cellText, type PrintedSheet } from '../../domain/printed-document/printed-document.js';
import { insertInto } from '../xml-insert.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';

const HEADING = { fontWeight: 'bold', backgroundColor: '#E6ECF2', wrap: true } as const;
const BODY = { wrap: true, alignVertical: 'top' } as const;
/** Characters that a column of a hundredth of the width shows. */
const PER_SHARE = 1.6;
const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 100, ratio: Number.POSITIVE_INFINITY };
/** What a cell of a workbook can hold. */
const LONGEST_CELL = 32_767;

export async function printedXlsx(sheets: readonly PrintedSheet[]): Promise<Uint8Array> {
  const file = await writeXlsxFile(
    sheets.map(({ name, table: { columns, rows } }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ share }) => ({ width: Math.max(8, Math.round(share * PER_SHARE)) })),
      data: [
        columns.map(({ title }) => ({ ...HEADING, value: title, type: String })),
        ...rows.map((cells) =>
          cells.map((cell) =>
            typeof cell === 'number'
              ? { ...BODY, value: cell, type: Number }
              : { ...BODY, value: cellText(cell).slice(0, LONGEST_CELL), type: String },
          ),
        ),
      ],
    })),
  );
  const zip = zipParts(await file.toBuffer(), () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(`the workbook just written is ${zip.why}`);
  const parts = [...zip.parts].map(([name, content]) => [name, filtered(name, content, sheets)] as const);
  return zipStore(parts, true);
}

/** The writer knows no filters: `autoFilter` stands right after the data. */
function filtered(name: string, content: Uint8Array, sheets: readonly PrintedSheet[]): Uint8Array {
  const at = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]);
  const table = sheets[at - 1]?.table;
  if (table === undefined) return content;
  const xml = Buffer.from(content).toString('utf8');
  const end = xml.indexOf('</sheetData>');
  if (end < 0) throw new Error(`${name} has no data`);
  const ref = `A1:${letterOf(table.columns.length)}${table.rows.length + 1}`;
  const filter = `<autoFilter ref="${ref}"/>`;
  return Buffer.from(insertInto(xml, [{ at: end + '</sheetData>'.length, xml: filter }]));
}

/** Of a column, from 1; at most 26. */
const letterOf = (column: number): string => String.fromCharCode(64 + column);
