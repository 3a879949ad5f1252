/** A table that becomes a list of labelled lines on a narrow screen and stays a table for screen readers. */
import type { Child, FC } from 'hono/jsx';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Child;
  /** Figures stand at the right. */
  readonly numeric?: boolean;
  /** Names the row: its header cell. At most one column. */
  readonly heading?: boolean;
}

interface TableProps<Row> {
  /** Said to screen readers; shown when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What stands there when there is no row. */
  readonly empty: string;
}

/** Said beside the elements that mean them: on a narrow screen rows become blocks, and browsers then drop their roles. */
const ROLE = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
} as const;

export function Table<Row>({ caption, captionShown, columns, rows, empty }: TableProps<Row>): ReturnType<FC> {
  if (rows.length === 0) return <p class="tr-empty">{empty}</p>;
  return (
    <table class="table tr-table" role={ROLE.table}>
      <caption class={captionShown === true ? 'tr-caption' : 'visually-hidden'}>{caption}</caption>
      <thead role={ROLE.rowgroup}>
        <tr role={ROLE.row}>
          {columns.map(({ title, numeric }) => (
            <th scope="col" role={ROLE.columnheader} class={numeric === true ? 'tr-figure' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={ROLE.rowgroup}>
        {rows.map((row) => (
          <tr role={ROLE.row}>{columns.map((column) => cellOf(column, row))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function cellOf<Row>({ title, cell, numeric, heading }: Column<Row>, row: Row): Child {
  const figure = numeric === true ? 'tr-figure' : '';
  return heading === true ? (
    <th scope="row" role={ROLE.rowheader} class={figure}>
      {cell(row)}
    </th>
  ) : (
    <td role={ROLE.cell} class={figure} data-label={title}>
      {cell(row)}
    </td>
  );
}
