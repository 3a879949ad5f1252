/** (b) Labelled paragraphs with the label on its own line, "Peso 15" after the title, shared objectives repeated. */
import type { TownDescription } from '../description.js';

export const FONTANELLA: TownDescription = {
  id: 'fontanella',
  body: 'Comune di Fontanella Alta',
  kind: 'plan',
  year: 2026,
  act: 'Deliberazione di Giunta Comunale n. 17 del 19 febbraio 2026',
  actDate: '2026-02-19',
  actLine: 'Allegato alla Deliberazione di Giunta Comunale n. 17 del 19 febbraio 2026',
  title: ['PEG – PIANO DEGLI OBIETTIVI', 'ANNO 2026'],
  weights: 'points',
  shared: [
    {
      number: '1',
      title: 'Obblighi di trasparenza',
      weight: { aff: 15, soc: 10, edi: 20 },
      description: 'Pubblicazione tempestiva dei dati in Amministrazione trasparente.',
      indicators: ['griglia di rilevazione compilata [entro la scadenza fissata da ANAC|ext ANAC]'],
    },
    {
      number: '2',
      title: 'Tempi di pagamento',
      weight: 30,
      description: 'Liquidazione delle fatture [nei termini del D.Lgs. 231/2002|ext D.Lgs. 231/2002].',
      indicators: ['fatture liquidate [entro 15 giorni dal ricevimento|rel P15D ricevimento]: 95% {95 %}'],
    },
  ],
  sectors: [
    {
      key: 'aff',
      name: 'Affari generali e istruzione',
      owner: 'Responsabile Servizio Affari Generali',
      ownerPrinted: 'Dott.ssa Ilaria Montebruno – Responsabile Servizio Affari Generali',
      objectives: [
        {
          number: '3',
          title: 'Nuovo servizio di trasporto scolastico',
          weight: 35,
          description: "Organizzazione del servizio per l'anno scolastico 2026/2027.",
          phases: [
            { text: 'Pubblicazione dell’avviso', when: '[entro il 15 maggio 2026|05-15]' },
            { text: 'Avvio del servizio', when: '[a partire dal 14 settembre|from 09-14]' },
          ],
        },
        {
          number: '4',
          title: 'Archivio fotografico',
          weight: 20,
          description: 'Riversamento di circa 2.000 negativi degli anni 1950-1980.',
          phases: [{ text: 'Riversamento', when: '[IV trimestre 2026|p 10-01..12-31]' }],
        },
      ],
    },
    {
      key: 'soc',
      name: 'Servizi sociali',
      owner: 'Responsabile Servizi Sociali',
      ownerPrinted: 'Dott. Elio Granaroli – Responsabile Servizi Sociali',
      objectives: [
        {
          number: '3',
          title: 'Regolamento per i contributi economici',
          weight: 30,
          description: 'Revisione dei criteri ISEE.',
          phases: [
            {
              text: 'Proposta al Consiglio',
              when: '[entro la seconda decade di maggio|p 05-11..05-20]',
              weight: 60,
            },
            { text: 'Informazione ai cittadini', when: '[entro il 1° novembre 2026|11-01]', weight: 40 },
          ],
        },
        {
          number: '4',
          title: 'Attivazione del punto digitale facile',
          weight: 30,
          description: 'Assistenza ai cittadini nell’uso dei servizi in rete.',
          indicators: ['cittadini assistiti: minimo 100 cittadini {100 cittadini >=}'],
        },
      ],
    },
    {
      key: 'edi',
      name: 'Edilizia e manutenzioni',
      owner: 'Responsabile Ufficio Tecnico',
      ownerPrinted: 'Geom. Corrado Vallesana – Responsabile Ufficio Tecnico',
      objectives: [
        {
          number: '3',
          title: 'Piano delle manutenzioni cimiteriali',
          weight: 25,
          phases: [
            { text: 'Estumulazioni ordinarie', when: '[dal 1° febbraio al 30 aprile|p 02-01..04-30]' },
            { text: 'Verifica dello stato dei loculi', when: '[settimanale|r FREQ=WEEKLY]' },
          ],
        },
        {
          number: '3',
          title: 'Manutenzione del palazzetto',
          weight: 25,
          phases: [
            { text: 'Ultimazione dei lavori', when: '[31 settembre 2026|bad]' },
            { text: 'Collaudo', when: '[entro dicembre 2026|me 12]' },
          ],
        },
      ],
    },
  ],
  style: {
    layout: 'cards',
    labels: {
      title: 'Titolo obiettivo',
      description: 'Descrizione sintetica',
      indicator: 'Indicatore/i',
      phases: 'Cronoprogramma',
    },
    fields: ['title', 'description', 'indicator', 'phases'],
    number: 'Obiettivo n. {n}',
    numberJoin: ' – ',
    weight: 'Peso {w}',
    weightInTitle: ' – ',
    upperTitles: true,
    sectorPlace: 'heading',
    sectorLine: 'SERVIZIO {s}',
    ownerLine: 'Responsabile: {o}',
    sharedPlace: 'repeated',
    sharedNumber: 'Obiettivo trasversale n. {n}',
    card: 'label-lines',
    clauses: 'dashes',
    borders: true,
    landscape: false,
    runOn: true,
    front: ['cover', 'index', 'recitals'],
    footer: 'pag. {p}',
  },
  formats: {
    docx: {},
    pdf: { card: 'two' },
    text: {},
    'text-aligned': { card: 'four', upperTitles: false },
    xlsx: { card: 'two', clauses: 'paragraphs' },
  },
};
