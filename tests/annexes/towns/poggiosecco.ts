/** (e) A plain table without weights: objective, actions, deadline; one sheet for all. */
import type { TownDescription } from '../description.js';

export const POGGIOSECCO: TownDescription = {
  id: 'poggiosecco',
  body: 'Comune di Poggiosecco',
  kind: 'plan',
  year: 2024,
  act: 'G.C. n. 19 dell’8 febbraio 2024',
  actDate: '2024-02-08',
  actLine: 'Allegato G.C. n. 19 dell’8 febbraio 2024',
  title: [
    'Piano integrato di attività e organizzazione 2024-2026',
    '(forma semplificata, ente con meno di 50 dipendenti)',
    'Obiettivi di performance 2024',
  ],
  weights: 'none',
  shared: [
    {
      number: '1',
      title: 'Anticorruzione',
      description: 'Relazione del RPCT secondo lo schema di ANAC.',
      times: '[entro il 31/01/2024|01-31]',
    },
  ],
  sectors: [
    {
      key: 'amm',
      name: 'Servizio amministrativo',
      objectives: [
        {
          number: '2',
          title: 'Elezioni europee e comunali',
          description:
            'Adempimenti relativi alle consultazioni dell’[8|event 06-08] e [9 giugno|event 06-09].',
          times: '[nei termini stabiliti dalla Prefettura|ext Prefettura]',
        },
        {
          number: '3',
          title: 'Incarichi e consulenze',
          description: 'Aggiornamento dell’elenco e trasmissione alla Funzione pubblica.',
          times: '[entro il 30/06|06-30] e [entro il 31/12|12-31]',
        },
        {
          number: '4',
          title: 'Ricognizione delle convenzioni in essere',
          times: '[30/11/2023|2023-11-30]',
        },
      ],
    },
    {
      key: 'con',
      name: 'Servizio contabile',
      objectives: [
        {
          number: '2',
          title: 'Riaccertamento dei residui',
          description: 'Verifica dei residui attivi e passivi con i responsabili.',
          times: '[entro marzo|me 03]',
        },
        {
          number: '3',
          title: 'Versamenti IVA',
          description: 'Controllo della liquidazione.',
          times: '[entro il 16 di ogni mese|r FREQ=MONTHLY;BYMONTHDAY=16]',
        },
      ],
    },
    {
      key: 'tec',
      name: 'Servizio tecnico',
      objectives: [
        {
          number: '2',
          title: 'Messa a norma della palestra',
          description: 'Adeguamento antincendio e richiesta del certificato.',
          times: '[entro 5 giorni lavorativi dal sopralluogo|relw P5D sopralluogo]',
        },
        {
          number: '3',
          title: 'Pulizia dei fossi',
          description: 'Interventi sui fossi demaniali prima delle piogge autunnali.',
          times: '[fino al 30 settembre|09-30]',
        },
        {
          number: '3',
          title: 'Gestione delle aree verdi',
          description: 'Sfalci e potature secondo necessità.',
        },
      ],
    },
  ],
  style: {
    layout: 'table',
    labels: { number: 'Nr', title: 'Obiettivo', description: 'Azioni', times: 'Tempistica' },
    fields: ['number', 'title', 'description', 'times'],
    widths: [1, 4, 6, 3],
    number: '{n}',
    weight: '',
    sectorPlace: 'heading',
    sectorLine: '{s}',
    ownerLine: null,
    sharedPlace: 'section',
    sharedHeading: 'Obiettivo comune a tutti i servizi',
    clauses: 'paragraphs',
    borders: true,
    landscape: false,
    runOn: true,
    front: ['cover', 'recitals'],
    footer: '{p}',
  },
  formats: {
    docx: {},
    pdf: { borders: false },
    xlsx: { typedCells: true },
    'text-aligned': {},
    text: { fields: ['title', 'description', 'times'], widths: [4, 6, 3], number: 'OB {n}', numberJoin: ' ' },
  },
};
