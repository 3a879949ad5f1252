/** A printed document as part of a page of ours, whose title is the document's. */
import type { Child, FC } from 'hono/jsx';
import {
  cellText,
  nameColumn,
  type PrintedBlock,
  type PrintedCell,
  type PrintedDocument,
  type PrintedSection,
  type PrintedTable,
  paragraphsOf,
  printable,
} from '../../../domain/printed-document/printed-document.js';
import { Table } from '../table.js';

export const PrintedView: FC<{ readonly printed: PrintedDocument }> = ({ printed }) => (
  <>
    {printed.lead.map((block) => (
      <Block block={block} />
    ))}
    {printed.sections.map((section, at) => (
      <Section section={section} id={`parte-${at + 1}`} depth={0} />
    ))}
  </>
);

const HEADINGS = ['h2', 'h3', 'h4'] as const;

const Section: FC<{ readonly section: PrintedSection; readonly id: string; readonly depth: number }> = ({
  section: { heading, blocks, sections = [] },
  id,
  depth,
}) => {
  const Heading = HEADINGS[depth] ?? 'h4';
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{printable(heading)}</Heading>
      {blocks.map((block) => (
        <Block block={block} />
      ))}
      {sections.map((section, at) => (
        <Section section={section} id={`${id}-${at + 1}`} depth={depth + 1} />
      ))}
    </section>
  );
};

const Block: FC<{ readonly block: PrintedBlock }> = ({ block }) => {
  if (block.kind === 'table') return <Printed table={block.table} />;
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li class="tr-said">{printable(item)}</li>
        ))}
      </ul>
    );
  if (block.kind === 'facts')
    return (
      <dl class="tr-facts">
        {block.facts.map(([term, what]) => (
          <div>
            <dt>{printable(term)}</dt>
            <dd class="tr-said">{printable(what)}</dd>
          </div>
        ))}
      </dl>
    );
  if (block.kind === 'signatures') return <p>{block.names.map(printable).join(' · ')}</p>;
  return (
    <>
      {paragraphsOf(block.text).map((text) => (
        <p class="tr-said">{text}</p>
      ))}
    </>
  );
};

const Printed: FC<{ readonly table: PrintedTable }> = ({ table }) => {
  const { caption, columns, rows, total, empty } = table;
  const named = nameColumn(table);
  return (
    <Table
      caption={printable(caption)}
      captionShown
      columns={columns.map(({ title, as }, at) => ({
        title: printable(title),
        heading: at === named,
        numeric: as === 'figure',
        cell: (row: readonly PrintedCell[]) => cellOf(row[at] ?? ''),
      }))}
      rows={total === undefined || rows.length === 0 ? rows : [...rows, total]}
      empty={printable(empty)}
    />
  );
};

const cellOf = (cell: PrintedCell): Child => {
  if (typeof cell === 'number') return String(cell);
  const words = cellText(cell);
  return words === '' ? '–' : <span class="tr-said">{words}</span>;
};
