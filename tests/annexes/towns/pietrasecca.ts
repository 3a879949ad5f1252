/** (c) Months with marks, one table a sector: phases of each objective under GEN … DIC. */
import type { TownDescription } from '../description.js';

export const PIETRASECCA: TownDescription = {
  id: 'pietrasecca',
  body: 'Comune di Pietrasecca',
  kind: 'plan',
  year: 2025,
  act: 'G.C. n. 12 del 30/01/2025',
  actDate: '2025-01-30',
  actLine: 'Allegato B) alla delibera G.C. n. 12 del 30/01/2025',
  title: ['PIANO DEGLI OBIETTIVI 2025', 'CRONOPROGRAMMA DELLE ATTIVITÀ'],
  weights: 'points',
  shared: [],
  sectors: [
    {
      key: 'pop',
      name: 'Servizi alla popolazione',
      short: 'Popolazione',
      owner: 'Responsabile del I settore',
      objectives: [
        {
          number: '1',
          title: 'Revisione dello schedario elettorale',
          weight: 40,
          phases: [
            { text: 'Ricognizione dei fascicoli cartacei', marks: [1, 2, 3] },
            { text: 'Riversamento nel gestionale', marks: [4, 5, 6, 9, 10] },
          ],
        },
        {
          number: '2',
          title: 'Centro estivo comunale',
          weight: 35,
          phases: [
            { text: 'Affidamento del servizio [entro il 15/05/2025|05-15]', marks: [4, 5] },
            { text: 'Svolgimento delle attività', marks: [6, 7, 8] },
          ],
        },
        {
          number: '3',
          title: 'Sportello per l’accesso ai bonus sociali',
          weight: 25,
          phases: [
            {
              text: 'Report [mensile|r FREQ=MONTHLY] degli accessi',
              marks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            },
          ],
        },
      ],
    },
    {
      key: 'rag',
      name: 'Ragioneria e personale',
      short: 'Ragioneria',
      owner: 'Responsabile del II settore',
      objectives: [
        {
          number: '1',
          title: 'Nuovo inventario dei beni mobili',
          weight: 50,
          phases: [
            { text: 'Sopralluoghi negli edifici', marks: [2, 3, 4] },
            { text: 'Aggiornamento dei registri', marks: [5] },
            { text: 'Relazione conclusiva', marks: [11, 12] },
          ],
        },
        {
          number: '2',
          title: 'Tempestività dei pagamenti',
          weight: 30,
          phases: [
            {
              text: 'Verifica dello scadenzario con cadenza [trimestrale|r FREQ=MONTHLY;INTERVAL=3]',
              marks: [3, 6, 9, 12],
            },
          ],
        },
        {
          number: '3',
          title: 'Regolamento di contabilità',
          weight: 10,
          phases: [{ text: 'Redazione e invio al Consiglio', marks: [9, 10] }],
        },
      ],
    },
    {
      key: 'lav',
      name: 'Lavori pubblici',
      owner: 'Responsabile del III settore',
      objectives: [
        {
          number: '1',
          title: 'Restauro della torre civica',
          weight: 60,
          phases: [
            { text: 'Progetto definitivo', marks: [1, 2] },
            {
              text: 'Gara e aggiudicazione [entro i termini del finanziamento ministeriale|ext finanziamento ministeriale]',
            },
            { text: 'Esecuzione dei lavori', marks: [7, 8, 9, 10, 11] },
          ],
        },
        {
          number: '2',
          title: 'Illuminazione pubblica a led in via Garibaldi',
          weight: 40,
          phases: [{ text: 'Sostituzione dei corpi illuminanti', marks: [6] }],
        },
      ],
    },
  ],
  style: {
    layout: 'months',
    labels: { number: 'N.', title: 'Obiettivo', weight: 'Peso', phases: 'Fasi / attività' },
    fields: ['number', 'title', 'weight'],
    widths: [1, 4, 1.6],
    number: '{n}',
    weight: '{w}/100',
    sectorPlace: 'heading',
    sectorLine: 'SETTORE {s}',
    ownerLine: 'Responsabile: {o}',
    months: ['GEN', 'FEB', 'MAR', 'APR', 'MAG', 'GIU', 'LUG', 'AGO', 'SET', 'OTT', 'NOV', 'DIC'],
    mark: 'X',
    clauses: 'paragraphs',
    borders: true,
    landscape: true,
    front: ['cover', 'method'],
    header: 'Comune di Pietrasecca',
    footer: 'pag. {p}/{n}',
  },
  formats: {
    docx: { monthsTitle: 'CRONOPROGRAMMA 2025' },
    pdf: { monthsTitle: 'Tempistica' },
    'pdf-browser': {
      mark: 'x',
      fields: ['title', 'weight'],
      widths: [5, 1.6],
      number: '{n})',
      weight: '{w}',
    },
    xlsx: {
      sheetPerSector: true,
      months: [
        'Gennaio',
        'Febbraio',
        'Marzo',
        'Aprile',
        'Maggio',
        'Giugno',
        'Luglio',
        'Agosto',
        'Settembre',
        'Ottobre',
        'Novembre',
        'Dicembre',
      ],
    },
    'text-aligned': {},
  },
};
