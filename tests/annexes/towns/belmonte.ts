/** (b) Cards of two columns with the sector in a field and decimal weights, owners of single objectives. */
import type { TownDescription } from '../description.js';

export const BELMONTE: TownDescription = {
  id: 'belmonte',
  body: 'Comune di Belmonte Marina',
  kind: 'plan',
  year: 2026,
  act: 'G.C. n. 50 del 31/03/2026',
  actDate: '2026-03-31',
  actLine: 'Allegato 3 alla deliberazione G.C. n. 50 del 31/03/2026',
  title: ['PIANO DELLA PERFORMANCE 2026', 'SCHEDE DEGLI OBIETTIVI INDIVIDUALI E DI STRUTTURA'],
  weights: 'points',
  shared: [],
  sectors: [
    {
      key: 'cul',
      name: 'Cultura e demanio marittimo',
      short: 'Cultura',
      owner: 'Dirigente Cultura e Demanio',
      objectives: [
        {
          number: '1',
          title: 'Bandi per le concessioni balneari',
          weight: 37.5,
          description: 'Predisposizione degli atti di gara secondo la L. 166/2024.',
          indicators: ['Bandi pubblicati => [entro il 30 giugno 2026|06-30]'],
          phases: [
            { text: 'Ricognizione delle aree [entro il 27/02/2026|02-27]' },
            { text: 'Schema di bando [entro maggio 2026|me 05]' },
          ],
        },
        {
          number: '2',
          title: 'Festival del mare',
          weight: 32.5,
          description:
            'Organizzazione della rassegna, che si terrà [dal 10 al 12 luglio|eventp 07-10..07-12].',
          indicators: ['Presenze => ≥ 4.000 {4000 >=}'],
        },
        {
          number: '3',
          title: 'Piano di salvamento collettivo',
          weight: 30,
          indicators: [
            'Ordinanza => [entro il 15 maggio di ogni anno|r FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15]',
          ],
          owner: 'Comandante della Polizia Locale',
        },
      ],
    },
    {
      key: 'pro',
      name: 'Programmazione e risorse umane',
      short: 'Programmazione',
      owner: 'Dirigente Programmazione',
      objectives: [
        {
          number: '4',
          title: 'Nuovo contratto decentrato integrativo',
          weight: 42.5,
          description: 'Adeguamento al CCNL 2022-2024.',
          indicators: ['Sottoscrizione della preintesa => [entro il terzo trimestre|p 07-01..09-30]'],
        },
        {
          number: '5',
          title: 'Formazione sui contratti pubblici',
          weight: 27.5,
          indicators: ['Ore di formazione => 24 ore {24 ore}', 'Dipendenti formati => > 80% {80 % >}'],
          phases: [
            {
              text: 'Calendario dei corsi [entro 20 giorni dall’approvazione del PIAO|rel P20D approvazione del PIAO]',
            },
          ],
        },
        {
          number: '6',
          title: 'Referto del controllo di gestione',
          weight: 20,
          indicators: ['Trasmissione alla Corte dei conti => [entro i termini di legge|ext legge]'],
        },
      ],
    },
    {
      key: 'amb',
      name: 'Ambiente',
      owner: 'Dirigente Ambiente',
      objectives: [
        {
          number: '7',
          title: 'Pulizia delle spiagge libere',
          weight: 50,
          indicators: ['Interventi => [settimanali|r FREQ=WEEKLY]'],
        },
        {
          number: '8',
          title: 'Isole ecologiche',
          weight: 50,
          indicators: ['Isole attivate => n. 4 {4}', 'Attivazione => [entro il 20/12/2026|12-20]'],
        },
      ],
    },
  ],
  style: {
    layout: 'cards',
    labels: {
      number: 'N° obiettivo',
      title: 'Obiettivo',
      sector: 'Struttura',
      owner: 'Dirigente/Responsabile',
      weight: 'Peso (su 100)',
      description: 'Descrizione',
      indicator: 'Indicatore',
      target: 'Target',
      phases: 'Fasi',
    },
    fields: ['number', 'title', 'sector', 'owner', 'weight', 'description', 'phases', 'indicator', 'target'],
    number: '{n}',
    weight: '{w}',
    sectorPlace: 'row',
    sectorLine: '{s}',
    ownerLine: null,
    card: 'two',
    clauses: 'paragraphs',
    borders: true,
    landscape: false,
    front: ['cover', 'index', 'recitals', 'method', 'scores'],
    header: 'Comune di Belmonte Marina',
    footer: 'Piano della performance 2026 – {p} di {n}',
  },
  formats: {
    docx: {},
    pdf: { card: 'four' },
    xlsx: { typedCells: true },
    text: { card: 'paragraphs', clauses: 'joined' },
    'text-aligned': { card: 'four' },
  },
};
