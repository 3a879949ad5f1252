/** The index of evidence of a Relazione: what proves the results, numbered as the objectives cite it. */
import { type PrintedSection, type PrintedTable, tabled } from '../printed-document/printed-document.js';
import type { Relazione } from './relazione.js';
import { dayCell } from './relazione-words.js';
import { titleIn } from './title-in.js';

type Columns = PrintedTable['columns'];

/** A table for each sector that has any. */
export function evidenceSection(relazione: Relazione): PrintedSection {
  const { evidence, sectors, version, words } = relazione;
  const flat = evidenceTable(relazione);
  if (flat.rows.length === 0) return { heading: 'Riscontri', blocks: [tabled(flat)] };
  return {
    heading: 'Riscontri',
    blocks: sectors.flatMap(({ name }) => {
      const rows = flat.rows.filter((row) => row[SECTOR] === name);
      // Where nothing was filed with any, day and file would be three empty columns.
      const isFiled = evidence.some(
        ({ sector, on, file }) => sector === name && (on != null || file != null),
      );
      const columns = version === 'internal' && isFiled ? INTERNAL : PUBLISHED;
      const told = rows.map((row) => row.filter((_, at) => at !== SECTOR).slice(0, columns.length));
      const caption = `${words.sector} ${name}: riscontri`;
      return rows.length === 0 ? [] : [tabled({ ...flat, caption, columns, rows: told })];
    }),
  };
}

const INTERNAL: Columns = [
  { title: 'N.', share: 4, as: 'figure' },
  { title: 'Obiettivo', share: 23 },
  { title: 'Riscontro', share: 17, as: 'name' },
  { title: 'Giorno', share: 11 },
  { title: 'File', share: 17 },
  { title: 'Impronta (SHA-256)', share: 28, as: 'below' },
];

const PUBLISHED: Columns = [
  { title: 'N.', share: 5, as: 'figure' },
  { title: 'Obiettivo', share: 41 },
  { title: 'Riscontro', share: 54, as: 'name' },
];

/** Place of the sector in a row of {@link evidenceTable}. */
const SECTOR = 1;

/** Of all sectors, a row each. Published by its description alone: no day, no file. */
export function evidenceTable({ evidence, sectors, version, words }: Relazione): PrintedTable {
  const isInternal = version === 'internal';
  const titles = new Map(
    sectors.flatMap(({ objectives }) =>
      objectives.flatMap((one) => one.evidence.map((number) => [number, titleIn(one)] as const)),
    ),
  );
  const beside = isInternal ? INTERNAL : PUBLISHED;
  // The sector takes its width from the others, in their measure.
  const narrower = beside.map((column) => ({ ...column, share: column.share * 0.8 }));
  return {
    caption: 'Indice dei riscontri',
    columns: narrower.toSpliced(SECTOR, 0, { title: words.sector, share: 20 }),
    rows: evidence.map(({ number, sector, objective, description, on, file }) => [
      ...[number, sector, titles.get(number) ?? objective, description],
      ...(isInternal ? [dayCell(on), file?.name ?? '–', file?.sha256 ?? ''] : []),
    ]),
    empty: 'Nessun riscontro registrato.',
  };
}
