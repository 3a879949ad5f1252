/** (c) and (e) Quarters with marks, no weights; one table a sector with indicator and value. */
import type { TownDescription } from '../description.js';

export const SANVITO: TownDescription = {
  id: 'sanvito',
  body: 'Comune di San Vito al Lago',
  kind: 'plan',
  year: 2027,
  act: null,
  actDate: null,
  actLine: null,
  title: ['PIANO ESECUTIVO DI GESTIONE 2027-2029', 'Obiettivi gestionali 2027'],
  weights: 'none',
  shared: [],
  sectors: [
    {
      key: 'tur',
      name: 'Turismo, sport e cultura',
      objectives: [
        {
          number: '1',
          title: 'Stagione estiva sul lungolago',
          indicators: ['Eventi realizzati => 12 eventi {12 eventi}'],
          phases: [
            { text: 'Calendario degli eventi', marks: [1] },
            { text: 'Realizzazione', marks: [2, 3] },
          ],
        },
        {
          number: '2',
          title: 'Rete museale del lago',
          indicators: ['Comuni aderenti => almeno 5 {5 >=}'],
          phases: [{ text: "Firma dell'accordo [entro il 4 ottobre|10-04]" }],
        },
        {
          number: '3',
          title: 'Contributi alle associazioni sportive',
          indicators: ['Contributi erogati => 100% {100 %}'],
          phases: [
            {
              text: 'Erogazione [entro 30 giorni dalla presentazione del rendiconto|rel P30D presentazione del rendiconto]',
            },
          ],
        },
      ],
    },
    {
      key: 'amb',
      name: 'Ambiente e demanio',
      objectives: [
        {
          number: '1',
          title: 'Riordino delle concessioni demaniali',
          indicators: ['Concessioni riviste => 80% {80 %}'],
          phases: [
            { text: 'Censimento dei pontili', marks: [1, 2] },
            { text: 'Adeguamento dei canoni', marks: [4] },
          ],
        },
        {
          number: '3',
          title: 'Contratto di lago',
          indicators: ['Incontri con i portatori di interesse => 4 incontri {4 incontri}'],
          phases: [
            { text: 'Convocazione degli incontri con frequenza [bimestrale|r FREQ=MONTHLY;INTERVAL=2]' },
          ],
        },
        {
          number: '4',
          title: 'Educazione ambientale nelle scuole del territorio',
          indicators: ['Classi coinvolte => 14 classi {14 classi}'],
        },
      ],
    },
  ],
  style: {
    layout: 'months',
    labels: {
      number: 'Ob.',
      title: 'Descrizione obiettivo',
      indicator: 'Indicatore di risultato',
      target: 'Target 2027',
      phases: 'Attività',
    },
    fields: ['number', 'title', 'indicator', 'target'],
    widths: [1, 4, 4, 2],
    number: '{n}',
    weight: '',
    sectorPlace: 'heading',
    sectorLine: 'SERVIZIO: {s}',
    ownerLine: null,
    months: ['I trim.', 'II trim.', 'III trim.', 'IV trim.'],
    mark: 'X',
    clauses: 'paragraphs',
    borders: true,
    landscape: true,
    front: ['cover', 'tree'],
    footer: 'Pag. {p} di {n}',
  },
  formats: {
    docx: {},
    pdf: { months: ['1° trimestre', '2° trimestre', '3° trimestre', '4° trimestre'] },
    xlsx: {},
    'text-aligned': {},
  },
};
