/** (b) Many cards with phases and dates, numbers that begin anew in each sector. */
import type { TownDescription } from '../description.js';
import { drawnTown } from './drawn-town.js';

export const PONTELUNGO: TownDescription = drawnTown(
  {
    id: 'pontelungo',
    body: 'Comune di Pontelungo Valdarsa',
    kind: 'plan',
    year: 2025,
    act: 'D.G.C. n. 31 del 28/03/2025',
    actDate: '2025-03-28',
    actLine: 'Allegato alla D.G.C. n. 31 del 28/03/2025',
    title: ['PIAO 2025-2027', 'Sottosezione Performance', 'Schede obiettivo anno 2025'],
    weights: 'points',
    style: {
      layout: 'cards',
      labels: {
        number: 'Obiettivo',
        title: 'Titolo',
        weight: 'Peso obiettivo',
        owner: 'Dirigente',
        indicator: 'Indicatore',
        target: 'Valore target',
        phases: 'Fasi di realizzazione',
      },
      fields: ['number', 'title', 'owner', 'weight', 'indicator', 'target', 'phases'],
      number: '{n}',
      weight: '{w} punti',
      sectorPlace: 'heading',
      sectorLine: 'Direzione: {s}',
      ownerLine: null,
      card: 'four',
      clauses: 'paragraphs',
      borders: true,
      landscape: false,
      front: ['cover', 'recitals', 'tree', 'monitoring'],
      header: 'PIAO 2025-2027 – Comune di Pontelungo Valdarsa',
      footer: '- {p} -',
    },
    formats: {
      docx: {
        cardTitleRow: true,
        fields: ['title', 'owner', 'weight', 'people', 'indicator', 'target', 'phases'],
        number: 'OBIETTIVO N. {n}',
        numberJoin: ': ',
      },
      pdf: { card: 'two' },
      xlsx: { sheetPerSector: true },
      text: { card: 'paragraphs', clauses: 'dashes', weight: '{w}' },
      'text-aligned': { card: 'two', upperTitles: true },
    },
  },
  { seed: 20_250_328, sectors: 5, objectives: 4, when: 'phases', running: false, shared: 0 },
);
