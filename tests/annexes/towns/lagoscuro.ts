/** (a) Columns with other words: azioni, risultato atteso, missions; the owner in the heading of the sector. */
import type { TownDescription } from '../description.js';
import { drawnTown } from './drawn-town.js';

export const LAGOSCURO: TownDescription = drawnTown(
  {
    id: 'lagoscuro',
    body: 'Comune di Lagoscuro',
    kind: 'plan',
    year: 2026,
    act: 'G.C. n. 11 del 29/01/2026',
    actDate: '2026-01-29',
    actLine: 'Allegato “A” alla deliberazione G.C. n. 11 del 29/01/2026',
    title: ['PIAO 2026-2028', 'All. 2 – Obiettivi di performance organizzativa e individuale', 'Anno 2026'],
    weights: 'points',
    style: {
      layout: 'table',
      labels: {
        mission: 'Missione DUP',
        number: 'Rif.',
        title: 'Obiettivi specifici',
        phases: 'Azioni e scadenze',
        indicator: 'Indicatori',
        target: 'Risultati attesi',
        weight: 'Ponderazione',
        people: 'Risorse umane',
      },
      fields: ['mission', 'number', 'title', 'phases', 'indicator', 'target', 'weight', 'people'],
      widths: [2.2, 0.9, 4, 5, 3.5, 2.4, 1.8, 2.4],
      number: '{n}',
      weight: '{w} %',
      sectorPlace: 'heading',
      sectorLine: 'AREA {s} – Responsabile: {o}',
      ownerLine: null,
      total: 'Totale ponderazione',
      clauses: 'paragraphs',
      borders: true,
      landscape: true,
      runOn: true,
      sectorNote: 'Nota: gli obiettivi possono essere rimodulati con deliberazione della Giunta.',
      front: ['cover', 'tree', 'method'],
      header: 'PIAO 2026-2028',
      footer: 'pag. {p} / {n}',
    },
    formats: {
      docx: {},
      pdf: { clauses: 'dashes' },
      xlsx: { sheetPerSector: true },
      'text-aligned': {
        fields: ['number', 'title', 'phases', 'indicator', 'target', 'weight'],
        widths: [0.9, 4, 5, 3.5, 2.4, 1.8],
      },
    },
  },
  { seed: 20_260_129, sectors: 5, objectives: 5, when: 'phases', running: false, shared: 0 },
);
