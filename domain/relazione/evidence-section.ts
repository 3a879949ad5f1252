/** The index of evidence of a Relazione: what proves the results, numbered as the objectives cite it. */
import { type PrintedSection, type PrintedTable, tabled } from '../printed-document/printed-document.js';
import type { Relazione } from './relazione.js';
import { dayIn } from './relazione-words.js';

export const evidenceSection = (relazione: Relazione): PrintedSection => ({
  heading: 'Riscontri',
  blocks: [tabled(evidenceTable(relazione))],
});

/** Published by its description alone: no day, no file. */
export function evidenceTable({ evidence, version, words }: Relazione): PrintedTable {
  const isInternal = version === 'internal';
  return {
    caption: 'Indice dei riscontri',
    columns: [
      { title: 'N.', share: 5, as: 'figure' },
      { title: words.sector, share: isInternal ? 15 : 24 },
      { title: 'Obiettivo', share: isInternal ? 22 : 32 },
      { title: 'Riscontro', share: isInternal ? 22 : 39, as: 'name' },
      ...(isInternal
        ? [
            { title: 'Giorno', share: 12 },
            { title: 'File e impronta (SHA-256)', share: 24 },
          ]
        : []),
    ],
    rows: evidence.map(({ number, sector, objective, description, on, file }) => [
      ...[number, sector, objective, description],
      ...(isInternal ? [dayIn(on), file == null ? '–' : `${file.name}\n${file.sha256}`] : []),
    ]),
    empty: 'Nessun riscontro registrato.',
  };
}
