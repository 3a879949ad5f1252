/**
 * Reads back the workbooks that `plan-export-xlsx.ts` writes, as people left them: rows moved, added and taken
 * away, values changed. Problems name sheet, row and column.
 */
import readXlsxFile, { type Sheet } from 'read-excel-file/node';
import { checkPlan, type PlanProblem, type ReadPlan } from '../plan-json.js';
import { readWorkbook } from '../xlsx/xlsx-workbook.js';
import { BrokenXml } from '../xml-walk.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';
import { FACTS, LINT, MARK, OBJECTIVE_SHEET, SECTORS, SHEETS, VERSION } from './plan-export-columns.js';
import { groupObjectives } from './plan-export-objectives.js';
import { type ReadRow, readTable } from './plan-export-rows.js';
import type { ReadCell } from './plan-export-values.js';

const DIRECTORY = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/;

/** True for a workbook with our sheets; whether it can be read is another question. */
export function isPlanExport(bytes: Uint8Array): boolean {
  const zip = zipParts(bytes, (name) => DIRECTORY.test(name));
  if (!zip.ok) return false;
  try {
    const names = readWorkbook(zip.parts).sheets.map(({ name }) => name);
    return [SHEETS.facts, SHEETS.sectors, SHEETS.objectives].every((name) => names.includes(name));
  } catch (error) {
    if (error instanceof BrokenXml) return false;
    throw error;
  }
}

/** For the bytes of a file that {@link isPlanExport}. */
export async function readPlanExport(bytes: Uint8Array): Promise<ReadPlan> {
  const zip = zipParts(bytes, (name) => /\.(xml|rels)$/.test(name));
  if (!zip.ok) return whole('Il file è danneggiato o protetto.');
  const sheets = await readXlsxFile(Buffer.from(zipStore(zip.parts)), { trim: false }).catch(() => null);
  if (sheets === null) return whole('Il file è danneggiato, o una cella contiene un errore di formula.');
  return readSheets(sheets);
}

const whole = (message: string): ReadPlan => ({ ok: false, problems: [{ place: '', value: '', message }] });

function readSheets(sheets: readonly Sheet[]): ReadPlan {
  const cells = (name: string): readonly (readonly ReadCell[])[] =>
    (sheets.find(({ sheet }) => sheet === name)?.data ?? []) as ReadCell[][];
  const facts = cells(SHEETS.facts);
  if (facts[0]?.[0] !== MARK) return whole(`Il foglio «${SHEETS.facts}» non comincia con «${MARK}».`);
  if (facts[0]?.[1] !== VERSION)
    return whole('Il piano è stato esportato da una versione più recente del programma.');
  const problems: PlanProblem[] = [];
  const read = (sheet: string, tables: Parameters<typeof readTable>[2]): readonly ReadRow[] =>
    readTable(sheet, cells(sheet), tables, problems);
  const document = readTable(SHEETS.facts, turned(facts.slice(2)), [FACTS], problems)[0]?.values ?? {};
  const sectors = groupObjectives(
    read(SHEETS.sectors, [SECTORS]),
    read(SHEETS.objectives, OBJECTIVE_SHEET),
    problems,
  );
  const lint = cells(SHEETS.lint).length === 0 ? [] : read(SHEETS.lint, [LINT]).map(lintOf);
  if (problems.length > 0) return { ok: false, problems };
  const { body = null, act = null, actDate = null, ...rest } = document;
  const plan = checkPlan({ document: { body, act, actDate, ...rest }, sectors: sectors.list, lint });
  return plan.ok ? plan : { ok: false, problems: plan.problems.map(sectors.placed) };
}

/** The first sheet has its titles in the first column: as a table they stand in the first row. */
const turned = (rows: readonly (readonly ReadCell[])[]): readonly (readonly ReadCell[])[] => [
  rows.map((row) => row[0] ?? null),
  rows.map((row) => row[1] ?? null),
];

function lintOf({ values }: ReadRow): object {
  const { code, message, ...where } = values;
  return { code, where, message };
}
