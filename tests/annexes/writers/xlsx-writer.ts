/** An annex → XLSX: one sheet, or one for each part that begins with a named break. */
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import type { AnnexDocument, DocumentBlock, DocumentCell, DocumentTable } from '../annex-document.js';
import { plain } from '../notation.js';
import { gridOf } from './table-grid.js';

export interface XlsxChoices {
  readonly sheetPerSector: boolean;
  /** Percentages, numbers and whole days as numbers and dates with a format. */
  readonly typedCells: boolean;
}

/** The file's bytes. */
export async function writeXlsx(annex: AnnexDocument, choices: XlsxChoices): Promise<Uint8Array> {
  const parts = partsOf(annex.blocks, choices.sheetPerSector);
  const sheets = parts.map(({ name, blocks }): Sheet<Buffer> => {
    const columns = Math.max(1, ...blocks.map((one) => (one.kind === 'table' ? one.widths.length : 1)));
    return {
      sheet: name,
      data: blocks.flatMap((block) => rowsOf(block, columns, choices.typedCells)),
      columns: Array.from({ length: columns }, () => ({ width: columns > 8 ? 14 : 28 })),
      ...(annex.landscape ? { orientation: 'landscape' as const } : {}),
    };
  });
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

interface Part {
  readonly name: string;
  readonly blocks: DocumentBlock[];
}

function partsOf(blocks: readonly DocumentBlock[], perSector: boolean): Part[] {
  const parts: Part[] = [{ name: perSector ? 'Premessa' : 'Obiettivi', blocks: [] }];
  for (const block of blocks) {
    if (perSector && block.kind === 'break' && block.sheet !== undefined) {
      parts.push({ name: sheetName(block.sheet, parts), blocks: [] });
    } else if (block.kind !== 'break') {
      parts.at(-1)?.blocks.push(block);
    }
  }
  return parts.filter((part) => part.blocks.length > 0);
}

/** 31 characters at most, none of those Excel forbids, no name twice. */
function sheetName(wanted: string, parts: readonly Part[]): string {
  const name = wanted.replace(/[\\/?*[\]:]/g, ' ').slice(0, 28);
  return parts.some((part) => part.name === name) ? `${name} ${parts.length}` : name;
}

function rowsOf(block: DocumentBlock, columns: number, typed: boolean): Row[] {
  switch (block.kind) {
    case 'heading':
      return [across(block.text, columns, true)];
    case 'line':
      return block.text === '' ? [[]] : [across(block.text, columns, block.bold === true)];
    case 'bullet':
      return [across(`• ${block.text}`, columns, false)];
    case 'break':
      return [];
    case 'table':
      return tableRows(block, typed);
    default:
      throw new Error(`no block: ${block satisfies never}`);
  }
}

const across = (text: string, columns: number, bold: boolean): Row => [
  {
    value: plain(text),
    type: String,
    wrap: true,
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  },
  ...Array.from({ length: columns - 1 }, () => null),
];

function tableRows(table: DocumentTable, typed: boolean): Row[] {
  return gridOf([...table.head, ...table.body], table.widths.length).map((row) =>
    row.flatMap(({ cell, continued }) => {
      const span = cell.columns ?? 1;
      const rest = Array.from({ length: span - 1 }, () => null);
      return continued ? [null, ...rest] : [cellOf(cell, table.borders, typed), ...rest];
    }),
  );
}

function cellOf(cell: DocumentCell, borders: boolean, typed: boolean): CellObject {
  const text = cell.text.map(plain).join('\n');
  return {
    ...(text === '' ? {} : typedValue(text, typed)),
    wrap: true,
    alignVertical: 'top',
    ...((cell.columns ?? 1) > 1 ? { columnSpan: cell.columns ?? 1 } : {}),
    ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows ?? 1 } : {}),
    ...(cell.bold === true ? { fontWeight: 'bold' } : {}),
    ...(borders ? { borderStyle: 'thin' } : {}),
  };
}

function typedValue(text: string, typed: boolean): CellObject {
  const asText = { value: text, type: String };
  if (!typed) return asText;
  const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  if (day !== null) {
    const value = new Date(`${day[3]}-${day[2]}-${day[1]}T00:00:00Z`);
    return Number.isNaN(value.getTime()) ? asText : { value, type: Date, format: 'dd/mm/yyyy' };
  }
  const percent = /^(\d+)%$/.exec(text);
  if (percent !== null) return { value: Number(percent[1]) / 100, type: Number, format: '0%' };
  const number = /^\d+(,\d+)?$/.exec(text);
  return number === null ? asText : { value: Number(text.replace(',', '.')), type: Number };
}
