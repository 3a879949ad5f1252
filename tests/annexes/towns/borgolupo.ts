/** (g) The report grid with results, title and weight in one cell, structure objectives for every sector. */
import type { TownDescription } from '../description.js';

export const BORGOLUPO: TownDescription = {
  id: 'borgolupo',
  body: 'Comune di Borgolupo',
  kind: 'report',
  year: 2024,
  act: 'G.C. n. 61 del 12/6/2025',
  actDate: '2025-06-12',
  actLine: 'Allegato deliberazione G.C. n. 61 del 12/6/2025',
  title: ['RELAZIONE SULLA PERFORMANCE', 'ANNO 2024'],
  weights: 'points',
  shared: [
    {
      number: '1',
      title: 'PREVENZIONE DELLA CORRUZIONE',
      weight: 10,
      indicators: [
        "monitoraggio delle misure [tre volte l'anno|r FREQ=MONTHLY;INTERVAL=4]",
        'percentuale di personale formato almeno pari al 80% {80 % >=}',
      ],
      result: { amm: 100, con: 90, tec: 85.5 },
    },
    {
      number: '2',
      title: 'RISPETTO DEI TEMPI DI PAGAMENTO',
      weight: 20,
      indicators: [
        'tempo medio di ritardo [al 31/12/2024|asof 12-31] non superiore a 0 giorni {0 giorni <=}',
      ],
      result: { amm: 100, con: 100, tec: 100 },
    },
  ],
  sectors: [
    {
      key: 'amm',
      name: 'Amministrativo e cultura',
      short: 'Amministrativo',
      objectives: [
        {
          title: 'NUOVO REGOLAMENTO DELLA BIBLIOTECA',
          weight: 30,
          indicators: [
            'predisposizione del testo [entro il 30 aprile|04-30]',
            'approvazione in Consiglio [entro il 31 luglio 2024|07-31]',
          ],
          result: 100,
        },
        {
          title: "ORGANIZZAZIONE DELLA FESTA PATRONALE E DELL'80° ANNIVERSARIO",
          weight: 20,
          indicators: ['realizzazione della rassegna che si è svolta [il 14 settembre 2024|event 09-14]'],
          result: 100,
        },
        {
          title: 'GARA PER IL SERVIZIO DI REFEZIONE 2024-2027',
          weight: 20,
          indicators: [
            'pubblicazione del bando [entro giugno 2024|me 06]',
            'aggiudicazione [entro 90 giorni dalla pubblicazione|rel P90D pubblicazione]',
          ],
          result: 30,
        },
      ],
    },
    {
      key: 'con',
      name: 'Contabilità e tributi',
      short: 'Contabilità',
      objectives: [
        {
          title: 'APPROVAZIONE DEL RENDICONTO 2023',
          weight: 40,
          indicators: ['schema alla Giunta [entro il 31/03|03-31]', 'approvazione [entro il 30/04|04-30]'],
          result: 100,
        },
        {
          title: 'BONIFICA DELLA BANCA DATI IMU',
          weight: 30,
          indicators: ['posizioni bonificate al 90% {90 %}'],
          result: 95,
        },
      ],
    },
    {
      key: 'tec',
      name: 'Tecnico',
      objectives: [
        {
          title: 'AMPLIAMENTO DEL CIMITERO',
          weight: 35,
          indicators: [
            'consegna dei lavori [entro 30 settembre|09-30]',
            'rispetto delle tempistiche di rendicontazione [entro i termini del decreto ministeriale|ext decreto ministeriale]',
          ],
          result: 80,
        },
        {
          title: 'RACCOLTA DIFFERENZIATA PORTA A PORTA',
          weight: 35,
          indicators: [
            'avvio del servizio [dal 1° luglio|from 07-01]',
            'percentuale di raccolta differenziata superiore al 65% {65 % >}',
          ],
          result: 0,
        },
      ],
    },
  ],
  style: {
    layout: 'report',
    labels: {
      sector: 'Settore',
      title: 'Obiettivo di performance',
      indicator: 'Indicatore',
      result: 'Grado di raggiungimento',
    },
    fields: ['sector', 'title', 'indicator', 'result'],
    widths: [2.5, 4, 5, 2],
    number: 'Obiettivo di struttura {n}',
    numberJoin: ' – ',
    weight: 'Peso {w}',
    weightInTitle: ' – ',
    sectorPlace: 'column',
    sectorLine: '{s}',
    ownerLine: null,
    sharedPlace: 'section',
    sharedHeading: 'Obiettivi di struttura',
    clauses: 'joined',
    borders: true,
    landscape: false,
    front: ['cover', 'recitals', 'tree'],
    closing: ['', 'Borgolupo, 12 giugno 2025'],
  },
  formats: {
    docx: { sectorPlace: 'merged' },
    pdf: {},
    'pdf-browser': { sectorPlace: 'merged' },
    xlsx: { typedCells: true },
    text: { hyphens: false },
    'text-aligned': { windows1252: true },
  },
};
