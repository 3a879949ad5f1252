/**
 * A plan as a workbook that people read and edit, and that `plan-export-read.ts` reads back without loss: the
 * document, its sectors, its objectives with indicators and terms beside each other, the lint.
 */
import writeXlsxFile from 'write-excel-file/node';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';
import {
  type Columns,
  FACTS,
  INDICATORS,
  LINT,
  MARK,
  MILESTONES,
  OBJECTIVE_SHEET,
  OBJECTIVES,
  SECTORS,
  SHEETS,
  VERSION,
} from './plan-export-columns.js';
import type { WrittenCell } from './plan-export-values.js';

type Cells = readonly WrittenCell[];

const HEADING = { fontWeight: 'bold', backgroundColor: '#E6ECF2', wrap: true } as const;
const BODY = { wrap: true, alignVertical: 'top' } as const;
const HINT =
  'Si può modificare e importare di nuovo. I nomi dei fogli e i titoli delle colonne servono a rileggerlo: non cambiarli.';
const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 100, ratio: Number.POSITIVE_INFINITY };

/** The same plan gives the same bytes. */
export async function planXlsx(plan: PlanDocument): Promise<Uint8Array> {
  const sectors = plan.sectors.map((sector) => cellsOf(SECTORS, sector));
  const objectives = plan.sectors.flatMap(({ name, objectives: all }) =>
    all.flatMap((objective) => objectiveRows(name, objective)),
  );
  const lint = plan.lint.map(({ code, where, message }) => cellsOf(LINT, { code, ...where, message }));
  const file = await writeXlsxFile([
    factSheet(plan),
    tableSheet(SHEETS.sectors, [SECTORS], sectors),
    tableSheet(SHEETS.objectives, OBJECTIVE_SHEET, objectives),
    tableSheet(SHEETS.lint, [LINT], lint),
  ]);
  // Packed anew without the clock.
  const zip = zipParts(await file.toBuffer(), () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(`the workbook just written is ${zip.why}`);
  return zipStore(zip.parts, true);
}

const cellsOf = (columns: Columns, values: object): Cells =>
  Object.entries(columns).map(([key, { codec }]) => codec.put(Reflect.get(values, key)));

/** As many rows as the longer of its lists; the first also says what the objective is. */
function objectiveRows(sector: string, objective: PlanObjective): readonly Cells[] {
  const { result, sourceLines, indicators, milestones, ...plain } = objective;
  const own = {
    ...plain,
    sector,
    resultValue: result?.value,
    resultUnit: result?.unit,
    firstLine: sourceLines?.[0],
    lastLine: sourceLines?.[1],
  };
  const count = Math.max(1, indicators.length, milestones.length);
  return Array.from({ length: count }, (_, index) => {
    const { text, target } = indicators[index] ?? {};
    return [
      ...cellsOf(OBJECTIVES, index === 0 ? own : {}),
      ...cellsOf(INDICATORS, { text, ...target }),
      ...cellsOf(MILESTONES, milestones[index] ?? {}),
    ];
  });
}

const text = (value: string, style = {}) => ({ value, type: String, ...style });

function factSheet({ document }: PlanDocument) {
  const facts = cellsOf(FACTS, document);
  const data = [
    [text(MARK, HEADING), { value: VERSION, type: Number, align: 'left' as const }],
    [text(HINT)],
    ...Object.values(FACTS).map(({ title }, index) => [text(title, HEADING), styled(facts[index])]),
  ];
  return { sheet: SHEETS.facts, data, columns: [{ width: 30 }, { width: 60 }] };
}

function tableSheet(sheet: string, tables: readonly Columns[], rows: readonly Cells[]) {
  const columns = tables.flatMap((table) => Object.values(table));
  return {
    sheet,
    data: [columns.map(({ title }) => text(title, HEADING)), ...rows.map((row) => row.map(styled))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

const styled = (cell: WrittenCell) => (cell === undefined ? null : { ...BODY, ...cell });
