/** A printed document as a page. */
import type { FC } from 'hono/jsx';
import { type PrintedDocument, type PrintedTable, printable } from '../../../documents/printed-document.js';
import { Table } from '../table.js';

export const PrintedView: FC<{ readonly printed: PrintedDocument }> = ({ printed }) => (
  <>
    {printed.sections.map(({ heading, paragraphs, tables }, at) => (
      <section aria-labelledby={`parte-${at + 1}`}>
        <h2 id={`parte-${at + 1}`}>{printable(heading)}</h2>
        {paragraphs.map((text) => (
          <p class="tr-said">{printable(text)}</p>
        ))}
        {tables.map((table) => (
          <Printed table={table} />
        ))}
      </section>
    ))}
  </>
);

const Printed: FC<{ readonly table: PrintedTable }> = ({ table: { caption, columns, rows, empty } }) => (
  <Table
    caption={printable(caption)}
    captionShown
    columns={columns.map(({ title }, at) => ({
      title,
      heading: at === (columns[0]?.title === 'N.' ? 1 : 0),
      numeric: rows.length > 0 && rows.every((row) => typeof row[at] === 'number'),
      cell: (row: (typeof rows)[number]) => {
        const said = row[at] ?? '';
        if (typeof said === 'number') return String(said);
        return said === '' ? '–' : <span class="tr-said">{printable(said)}</span>;
      },
    }))}
    rows={rows}
    empty={empty}
  />
);
