/** A Relazione as a workbook: its objectives in one flat sheet, then the other tables of its document. */
import type { PrintedSheet, PrintedTable } from '../domain/printed-document/printed-document.js';
import { evidenceTable } from '../domain/relazione/evidence-section.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import { titleOfYear } from '../domain/relazione/relazione-document.js';
import { monitoringSection, timelineTable, variationSection } from '../domain/relazione/year-sections.js';
import { printedXlsx } from './printed/printed-xlsx.js';
import { relazioneTable } from './relazione-table.js';
import { termTable } from './relazione-terms.js';

export const relazioneXlsx = (relazione: Relazione): Promise<Uint8Array> =>
  printedXlsx(relazioneSheets(relazione), `${titleOfYear(relazione.year)} – ${relazione.town.name}`);

export function relazioneSheets(relazione: Relazione): readonly PrintedSheet[] {
  const { sectors, timeline } = relazione;
  const told = sectors.filter(({ total }) => total !== undefined);
  const [windows, byWindow] = tablesOf(monitoringSection(relazione));
  const [variations, corrections] = tablesOf(variationSection(relazione));
  const sheet = (name: string, table: PrintedTable | undefined): readonly PrintedSheet[] =>
    table === undefined ? [] : [{ name, table }];
  return [
    ...sheet('Obiettivi', relazioneTable(relazione)),
    ...sheet('Totali', told.length === 0 ? undefined : totalsTable(relazione)),
    ...sheet('Termini', termTable(relazione)),
    ...sheet('Variazioni', variations),
    ...sheet('Errori materiali', corrections),
    ...sheet('Monitoraggi', windows),
    ...sheet('Monitoraggi trasmessi', byWindow),
    ...sheet('Atti e termini', timelineTable(timeline)),
    ...sheet('Riscontri', evidenceTable(relazione)),
  ];
}

const tablesOf = ({ blocks }: ReturnType<typeof variationSection>): readonly PrintedTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

const totalsTable = ({ sectors, words }: Relazione): PrintedTable => ({
  caption: 'Totali',
  columns: [
    { title: words.sector, share: 40 },
    { title: 'Punti', share: 12, as: 'figure' },
    { title: 'Su', share: 12, as: 'figure' },
  ],
  rows: sectors.map(({ name, total, outOf }) => [
    ...[name, total == null ? 'Non tutto è deciso' : Number(total), Number(outOf)],
  ]),
  empty: '',
});
