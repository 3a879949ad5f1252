/** Reads Excel workbooks (.xlsx): the words and numbers that the sheets show. */
import type { Block, SourceDocument } from '../../domain/reading/source/source-document.js';
import { OFFICE_REFUSALS } from '../office-refusals.js';
import { type ReadResult, refused } from '../read-result.js';
import { collectLines } from '../source-lines.js';
import { BrokenXml } from '../xml-walk.js';
import { zipParts } from '../zip/zip-parts.js';
import { sheetBlocks } from './xlsx-blocks.js';
import { SHEET_LIMITS, type SheetCells, sheetCells } from './xlsx-cells.js';
import { sheetGrid } from './xlsx-grid.js';
import { cellStyles } from './xlsx-styles.js';
import { sharedTexts } from './xlsx-texts.js';
import { readWorkbook, type Workbook } from './xlsx-workbook.js';

/** Pictures, drawings, pivots and connections stay packed. */
const READ_PART =
  /^xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;

/** Every sheet that is not hidden is a page, with its number among these. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult> {
  const zip = zipParts(bytes, (name) => READ_PART.test(name));
  if (!zip.ok) return refused(OFFICE_REFUSALS[zip.why]);
  try {
    const workbook = readWorkbook(zip.parts);
    const sheets = visibleSheets(workbook, zip.parts);
    const lines = collectLines();
    const blocks = sheets.flatMap(({ name, cells }, index): readonly Block[] => {
      lines.page = index + 1;
      return sheetBlocks(name, sheetGrid(cells), lines);
    });
    if (blocks.length === 0) return refused(NO_CELLS);
    const source: SourceDocument = {
      format: 'xlsx',
      lines: lines.lines,
      blocks,
      partial: partialOf(workbook, sheets),
    };
    return { ok: true, source };
  } catch (error) {
    if (error instanceof BrokenXml) return refused(OFFICE_REFUSALS.broken);
    throw error;
  }
}

interface ReadSheet {
  readonly name: string;
  readonly cells: SheetCells;
}

function visibleSheets(workbook: Workbook, parts: ReadonlyMap<string, Uint8Array>): readonly ReadSheet[] {
  const texts = sharedTexts(parts.get(workbook.texts));
  const styles = cellStyles(parts.get(workbook.styles));
  return workbook.sheets.flatMap(({ name, hidden, path }) => {
    const part = parts.get(path);
    if (hidden || part === undefined) return [];
    return [{ name, cells: sheetCells(part, { texts, styles, from1904: workbook.from1904 }) }];
  });
}

/** Why not everything was read, `null` when it was. */
function partialOf(workbook: Workbook, sheets: readonly ReadSheet[]): string | null {
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => `«${name}»`);
  const unknown = sheets.reduce((sum, { cells }) => sum + cells.unknown, 0);
  const cut = sheets.filter(({ cells }) => cells.cut).map(({ name }) => `«${name}»`);
  const reasons = [
    ...(cut.length > 0
      ? [`Di ${cut.join(', ')} sono state lette le prime ${ROWS} righe e ${SHEET_LIMITS.columns} colonne.`]
      : []),
    ...(unknown > 0
      ? [
          `Il risultato di ${unknown === 1 ? 'una formula' : `${unknown} formule`} non è nel file: aprilo con Excel, salvalo e caricalo di nuovo.`,
        ]
      : []),
    ...(hidden.length > 0 ? [`I fogli nascosti non sono stati letti: ${hidden.join(', ')}.`] : []),
  ];
  return reasons.length > 0 ? reasons.join(' ') : null;
}

const ROWS = SHEET_LIMITS.rows.toLocaleString('it');
const NO_CELLS =
  'La cartella Excel è vuota, o lo sono tutti i suoi fogli visibili: carica quella con gli obiettivi.';
