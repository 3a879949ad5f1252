/** Rows of an exported sheet as values by the names of their columns. */

import type { PlanProblem } from '../plan-json.js';
import type { Columns } from './plan-export-columns.js';
import type { ReadCell } from './plan-export-values.js';

/** One row of a sheet. */
export interface ReadRow {
  /** What a person calls it: "Obiettivi, riga 12". */
  readonly place: string;
  /** Of the first table of columns, then of each other; cells that are empty are left out. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly others: readonly Readonly<Record<string, unknown>>[];
}

const LONGEST_VALUE = 120;

/** The first row has the titles; rows without values are left out. Whatever cannot be read goes to `problems`. */
export function readTable(
  sheet: string,
  rows: readonly (readonly ReadCell[])[],
  tables: readonly Columns[],
  problems: PlanProblem[],
): readonly ReadRow[] {
  const titles = (rows[0] ?? []).map((cell) => String(cell ?? '').trim());
  const missing = tables
    .flatMap((table) => Object.values(table))
    .filter(({ title }) => !titles.includes(title));
  for (const { title } of missing) {
    problems.push({ place: sheet, value: '', message: `Nel foglio «${sheet}» manca la colonna «${title}».` });
  }
  if (missing.length > 0) return [];
  return rows.slice(1).flatMap((cells, index) => {
    const place = `${sheet}, riga ${index + 2}`;
    const [values = {}, ...others] = tables.map((table) => readCells(place, cells, titles, table, problems));
    const empty = cells.every((cell) => cell === null || cell === '');
    return empty ? [] : [{ place, values, others }];
  });
}

function readCells(
  place: string,
  cells: readonly ReadCell[],
  titles: readonly string[],
  table: Columns,
  problems: PlanProblem[],
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [key, { title, codec }] of Object.entries(table)) {
    const cell = cells[titles.indexOf(title)] ?? null;
    const value = codec.take(cell, (message) => {
      const shown = String(cell).slice(0, LONGEST_VALUE);
      problems.push({
        place: `${place}, ${title}`,
        value: shown,
        message: `${place}, ${title} (${shown}) ${message}.`,
      });
    });
    if (value !== undefined) values[key] = value;
  }
  return values;
}
