/** (a) A large town: 36 objectives in one table over several pages, the sector a column, heads repeated. */
import type { TownDescription } from '../description.js';
import { drawnTown } from './drawn-town.js';

export const RIVALTA: TownDescription = drawnTown(
  {
    id: 'rivalta',
    body: 'Comune di Rivalta Maggiore',
    kind: 'plan',
    year: 2026,
    act: 'G.C. n. 77 del 30/04/2026',
    actDate: '2026-04-30',
    actLine: 'Allegato A) alla deliberazione G.C. n. 77 del 30/04/2026',
    title: ['PIANO DELLA PERFORMANCE 2026', 'Elenco degli obiettivi assegnati ai dirigenti'],
    weights: 'points',
    style: {
      layout: 'table',
      labels: {
        sector: 'Direzione',
        owner: 'Dirigente responsabile',
        number: 'Cod.',
        title: 'Denominazione obiettivo',
        weight: 'Pesatura',
        indicator: 'Indicatore di performance',
        target: 'Risultato atteso',
        times: 'Termine',
      },
      fields: ['sector', 'owner', 'number', 'title', 'indicator', 'target', 'weight', 'times'],
      widths: [2.4, 2.2, 0.9, 4.5, 4, 2.4, 1.5, 2.6],
      number: '{n}',
      weight: '{w}',
      sectorPlace: 'column',
      sectorLine: '{s}',
      ownerLine: null,
      clauses: 'paragraphs',
      borders: true,
      landscape: true,
      front: ['cover', 'index', 'recitals', 'method', 'scores', 'resources', 'monitoring'],
      header: 'Comune di Rivalta Maggiore',
      footer: 'Pagina {p} di {n}',
      closing: ['', 'Il Sindaco', 'Il Segretario generale'],
    },
    formats: {
      docx: {},
      pdf: {},
      'pdf-browser': { sectorPlace: 'merged', borders: true },
      xlsx: { typedCells: true },
      'text-aligned': { hyphens: true },
    },
  },
  { seed: 20_260_430, sectors: 6, objectives: 6, when: 'times', running: true, shared: 0 },
);
