/** (c) A table for each objective with initials of the months, phases with their weights, weights in percent. */
import type { TownDescription } from '../description.js';

export const CASTELNUOVO: TownDescription = {
  id: 'castelnuovo',
  body: 'Comune di Castelnuovo Serrapiana',
  kind: 'plan',
  year: 2026,
  act: 'G.C. n. 33 del 12/03/2026',
  actDate: '2026-03-12',
  actLine: 'Allegato sub A) alla deliberazione di G.C. n. 33 del 12/03/2026',
  title: [
    'PIAO 2026/2028',
    'SEZIONE 2 – VALORE PUBBLICO, PERFORMANCE E ANTICORRUZIONE',
    'Sottosezione 2.2 – Performance – anno 2026',
  ],
  weights: 'points',
  shared: [],
  sectors: [
    {
      key: 'uno',
      name: 'Settore I – Affari istituzionali e servizi demografici',
      short: 'Settore I',
      owner: 'Dirigente Settore I',
      objectives: [
        {
          number: '1.1',
          title: 'Riorganizzazione dello sportello demografico',
          weight: 60,
          indicators: ['Tempo medio di attesa allo sportello => < 15 minuti {15 minuti <}'],
          phases: [
            { text: 'Analisi dei flussi', marks: [1, 2], weight: 30 },
            { text: 'Nuovo sistema di prenotazione', marks: [3, 4, 5], weight: 40 },
            { text: 'Verifica del gradimento', marks: [10], weight: 30 },
          ],
        },
        {
          number: '1.2',
          title: 'Pubblicazione dei dati in formato aperto',
          weight: 40,
          indicators: ['Insiemi di dati pubblicati => almeno 10 {10 >=}', 'Dati aggiornati => 100% {100 %}'],
          phases: [
            { text: 'Scelta degli insiemi di dati [entro il 28/02/2026|02-28]', weight: 50 },
            { text: 'Pubblicazione sul portale', marks: [5, 6, 7], weight: 50 },
          ],
        },
      ],
    },
    {
      key: 'due',
      name: 'Settore II – Programmazione e bilancio',
      short: 'Settore II',
      owner: 'Dirigente Settore II',
      objectives: [
        {
          number: '2.1',
          title: 'Piano annuale dei flussi di cassa',
          weight: 30,
          indicators: ['Scostamento tra previsioni e pagamenti => max 10% {10 % <=}'],
          phases: [{ text: 'Aggiornamento delle previsioni [ogni trimestre|r FREQ=MONTHLY;INTERVAL=3]' }],
        },
        {
          number: '2.3',
          title: 'Riduzione dello stock del debito commerciale',
          weight: 45,
          indicators: ['Riduzione dello stock => 20% {20 %}'],
          phases: [
            { text: 'Bonifica della piattaforma dei crediti commerciali', marks: [4, 5, 6] },
            { text: 'Pagamento delle partite aperte', marks: [8, 9, 10, 11] },
          ],
        },
        {
          number: '2.4',
          title: 'Regolamento delle entrate',
          indicators: ['Approvazione del regolamento => SI/NO'],
          phases: [{ text: 'Stesura del testo', marks: [9] }],
        },
      ],
    },
    {
      key: 'tre',
      name: 'Settore III – Territorio',
      short: 'Settore III',
      owner: 'Dirigente Settore III',
      objectives: [
        {
          number: '3.1',
          title: 'Nuovo asilo nido PNRR',
          weight: 70,
          indicators: ['Stato di avanzamento dei lavori => ≥ 60% {60 % >=}'],
          phases: [
            { text: 'Collaudo statico [entro il 30 giugno 2026|06-30]', weight: 70 },
            { text: 'Arredi', marks: [7, 8], weight: 30 },
          ],
        },
        {
          number: '3.2',
          title: 'Catasto delle strade vicinali',
          weight: 30,
          indicators: ['Strade rilevate => 45 km {45 km}'],
          phases: [{ text: 'Rilievo sul campo', marks: [3, 4, 5, 6, 9, 10] }],
        },
      ],
    },
  ],
  style: {
    layout: 'months',
    labels: {
      title: 'OBIETTIVO',
      weight: 'PESO %',
      indicator: 'INDICATORE',
      target: 'TARGET',
      phases: 'FASI DI ATTUAZIONE',
      owner: 'RESPONSABILE',
    },
    fields: ['title', 'owner', 'weight', 'indicator', 'target'],
    number: '{n}',
    numberJoin: ' ',
    weight: '{w}%',
    sectorPlace: 'heading',
    sectorLine: '{s}',
    ownerLine: null,
    card: 'two',
    months: ['G', 'F', 'M', 'A', 'M', 'G', 'L', 'A', 'S', 'O', 'N', 'D'],
    mark: 'X',
    clauses: 'paragraphs',
    borders: true,
    landscape: false,
    runOn: true,
    front: ['cover', 'recitals', 'scores', 'monitoring'],
    header: 'PIAO 2026/2028 – Comune di Castelnuovo Serrapiana',
    footer: '{p}',
  },
  formats: {
    docx: { upperTitles: true },
    pdf: {},
    xlsx: { typedCells: true },
    'text-aligned': {
      number: 'Ob. {n}',
      months: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    },
  },
};
