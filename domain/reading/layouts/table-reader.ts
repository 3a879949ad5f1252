/** A table, row by row: headings of columns, rows under them, cards, names of sectors between them. */

import type { Row, Table } from '../source/source-document.js';
import { synonymOf } from './labels.js';
import { beginNamed, namesObjective } from './named-objective.js';
import { tookOwned } from './owned-row.js';
import { readCardRow } from './table-card.js';
import { isTotal, type Words, wordsOf } from './table-cells.js';
import type { Columns } from './table-columns.js';
import { cellsBy, readGridRow } from './table-grid.js';
import { headerAt } from './table-header.js';
import {
  goesOn,
  isOfPhases,
  isOfPlan,
  isOwnCell,
  isSectorRow,
  labelledRows,
  leavesGrid,
  namesItsOwn,
  promoted,
} from './table-kind.js';
import { headingOfRow } from './table-row-heading.js';
import { close, type TableState, tookHeading } from './table-state.js';

/** Reads a whole table into `state`; whether anything of a plan was understood. */
export function readTable(state: TableState, table: Table): boolean {
  state.firstLabel = null;
  state.pending = null;
  const carried = state.columns;
  const named = namesItsOwn(table);
  if (state.open !== null && state.open.title !== '' && named) close(state);
  // Below an objective of another layout a row of one cell is one of its fields.
  state.titleless = !named && state.open === null && labelledRows(table) >= 2;
  let columns: Columns | null = null;
  let understood = false;
  for (let at = 0; at < table.rows.length; ) {
    const header = headerAt(table.rows, at);
    state.awaitsPhases = header !== null && isOfPhases(header.columns);
    if (header !== null) {
      columns = promoted(header.columns, state, at);
      state.columns = columns;
      state.pending = null;
      state.rowHeading = state.heading;
      understood ||= columns !== null && isOfPlan(columns);
      at += header.rows;
      continue;
    }
    const row = table.rows[at] as Row;
    const cells = wordsOf(row);
    at++;
    if (cells.length === 0 || isTotal(cells)) continue;
    // A table that goes on after a break has its columns under the heading of the one before.
    if (columns === null && !understood && goesOn(carried, cells, table)) columns = carried;
    columns = columnsOver(state, columns, cells, named);
    if (columns === null) understood = readCardRow(state, cells) || understood;
    else if (isOfPlan(columns) && !tookOwned(state, cells, table.rows[at]))
      readUnder(state, columns, cells, row.page, table);
  }
  state.awaitsPhases ||= awaitsPhases(state);
  state.columns = columns;
  return understood;
}

const awaitsPhases = ({ pending }: TableState): boolean =>
  pending !== null && synonymOf(pending.text)?.field === 'phases';

/** The columns that hold for a row: none when it is of a card. */
function columnsOver(
  state: TableState,
  columns: Columns | null,
  cells: readonly Words[],
  named: boolean,
): Columns | null {
  if (columns === null || leavesGrid(columns, cells)) return null;
  if (isOfPlan(columns) || !named) return columns;
  // "Settore | Responsabile" above their values, before the labels of a card: the values hold for what follows.
  if (cells.length < 2) return null;
  state.heading = headingOfRow(state, columns, cellsBy(columns, cells));
  return columns;
}

function readUnder(
  state: TableState,
  columns: Columns,
  cells: readonly Words[],
  page: number,
  table: Table,
): void {
  const [only] = cells;
  if (cells.length === 1 && only?.column === 0 && tookHeading(state, only.text, true)) return;
  if (cells.length > 1 || only === undefined || isOwnCell(columns, only)) {
    readGridRow(state, columns, cells, page);
    return;
  }
  if (namesObjective(only.text)) {
    beginNamed(state, only.passage);
  } else if (isSectorRow(columns, only, table)) {
    close(state);
    state.heading = { sector: only.text, owner: null, everySector: false };
    state.rowHeading = state.heading;
  }
}
