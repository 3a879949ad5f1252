/** (d) Narrative with weights in the headings, numbers "1.2", a person as owner beside the role. */
import type { TownDescription } from '../description.js';

export const VILLAMORA: TownDescription = {
  id: 'villamora',
  body: 'Comune di Villamora',
  kind: 'plan',
  year: 2025,
  act: 'G.C. n. 28 del 27/02/2025',
  actDate: '2025-02-27',
  actLine: 'Allegato alla deliberazione G.C. n. 28 del 27/02/2025',
  title: ['PIANO DELLA PERFORMANCE', 'TRIENNIO 2025-2027 – ANNUALITÀ 2025'],
  weights: 'points',
  shared: [
    {
      number: '0.1',
      title: 'Trasparenza e prevenzione della corruzione',
      weight: 10,
      description:
        'Verifica [semestrale|r FREQ=MONTHLY;INTERVAL=6] delle pubblicazioni da parte di ogni Area.',
    },
  ],
  sectors: [
    {
      key: 'a',
      name: 'Area 1 – Amministrativa e culturale',
      short: 'Area 1',
      owner: "Responsabile dell'Area 1",
      objectives: [
        {
          number: '1.1',
          title: 'Biblioteca di comunità',
          weight: 40,
          description:
            "Nel 2024 la biblioteca ha registrato 3.200 prestiti. Si intende ampliare l'orario di apertura [dal 1° aprile 2025|from 04-01] e proporre attività per le famiglie.",
          phases: [
            { text: 'convenzione con le associazioni di volontariato [entro il 30.04.2025|04-30];' },
            { text: 'letture animate [ogni mese|r FREQ=MONTHLY];' },
          ],
          indicators: ['prestiti: > 3.500 {3500 >}'],
        },
        {
          number: '1.2',
          title: 'Concessione delle sale comunali',
          weight: 30,
          description: 'Prenotazione in rete delle sale [entro metà ottobre|10-15].',
        },
        {
          number: '1.4',
          title: 'Gemellaggio con la città di Altenbruck',
          weight: 20,
          description:
            'La delegazione è attesa per il ventennale della convenzione firmata nel 2005. Il programma va approvato [almeno 30 giorni prima dell’arrivo|rel -P30D arrivo].',
        },
      ],
    },
    {
      key: 'b',
      name: 'Area 2 – Economico-finanziaria',
      short: 'Area 2',
      owner: "Responsabile dell'Area 2",
      objectives: [
        {
          number: '2.1',
          title: 'Gestione diretta del canone unico',
          weight: 50,
          description: 'Cessata la concessione, il Comune riscuote in proprio.',
          phases: [
            { text: 'bonifica della banca dati [entro il 2024|p 2024-01-01..2024-12-31];' },
            { text: 'invio degli avvisi [entro il 31 marzo 2025|03-31];' },
            { text: 'solleciti [non oltre il 15 ottobre|10-15].' },
          ],
        },
        {
          number: '2.2',
          title: 'Tempi di pagamento',
          weight: 30,
          description:
            "In attuazione dell'art. 4-bis del D.L. 24 febbraio 2023, n. 13, l'indicatore di ritardo [alla data del 31/12/2025|asof 12-31] deve risultare non superiore a zero.",
        },
      ],
    },
    {
      key: 'c',
      name: 'Area 3 – Tecnica',
      short: 'Area 3',
      owner: "Responsabile dell'Area 3",
      objectives: [
        {
          number: '3.1',
          title: 'Comunità energetica',
          weight: 60,
          description:
            'Costituzione del soggetto giuridico e domanda di contributo [entro la scadenza del bando|ext bando].',
          phases: [
            { text: 'manifestazione di interesse [entro il 28 febbraio|02-28];' },
            { text: 'atto costitutivo [entro luglio 2025|me 07].' },
          ],
        },
        {
          number: '3.2',
          title: 'Decoro urbano',
          weight: 30,
          description:
            'Pulizia straordinaria del centro storico, di via XX Settembre e di piazza 1° Maggio, con il coinvolgimento dei residenti.',
        },
      ],
    },
  ],
  style: {
    layout: 'narrative',
    labels: { indicator: 'Indicatori di risultato', phases: 'Fasi' },
    fields: ['title', 'description', 'phases', 'indicator'],
    number: '{n}',
    numberJoin: ' ',
    weight: 'peso {w}/100)',
    weightInTitle: ' (',
    sectorPlace: 'heading',
    sectorLine: '{s}',
    ownerLine: 'Responsabile: {o}',
    sharedPlace: 'section',
    sharedHeading: 'Obiettivi comuni a tutte le Aree',
    clauses: 'paragraphs',
    borders: true,
    landscape: false,
    runOn: true,
    front: ['cover', 'recitals', 'method', 'monitoring'],
    header: 'Piano della performance 2025-2027',
    footer: 'Comune di Villamora   {p}',
    closing: ['', 'Villamora, 27 febbraio 2025', 'Il Segretario comunale'],
  },
  formats: {
    docx: { curly: true },
    pdf: {},
    'pdf-browser': { number: 'OB. {n}', weight: 'Peso {w}', weightInTitle: ' – ' },
    text: { windows1252: true },
    'text-aligned': { upperTitles: true },
    xlsx: {},
  },
};
