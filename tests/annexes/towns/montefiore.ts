/** (d) Narrative bullets, (e) no weights. */
import type { TownDescription } from '../description.js';

export const MONTEFIORE: TownDescription = {
  id: 'montefiore',
  body: 'Comune di Montefiore Ligure',
  kind: 'plan',
  year: 2026,
  act: 'deliberazione della Giunta comunale n. 9 del 27 gennaio 2026',
  actDate: '2026-01-27',
  actLine: 'Allegato alla deliberazione della Giunta comunale n. 9 del 27 gennaio 2026',
  title: ['PIANO DETTAGLIATO DEGLI OBIETTIVI', 'Esercizio 2026'],
  weights: 'none',
  shared: [],
  sectors: [
    {
      key: 'seg',
      name: 'AREA AMMINISTRATIVA',
      owner: 'Segretario comunale',
      objectives: [
        {
          number: '1',
          title: 'Riordino dell’archivio comunale',
          description:
            "L'archivio di deposito contiene atti dal 1950 che occorre ordinare. L'obiettivo prevede lo scarto e il versamento all'archivio storico.",
          phases: [
            { text: 'affidamento del servizio [entro il 31 marzo 2026|03-31];' },
            {
              text: 'scarto dei documenti, previa autorizzazione della Soprintendenza, [entro il 30 settembre|09-30];',
            },
            { text: 'relazione finale alla Giunta [entro dicembre|me 12].' },
          ],
          indicators: ['metri lineari riordinati: almeno 120 {120 >=}'],
        },
        {
          number: '2',
          title: 'Customer satisfaction dei servizi scolastici',
          description:
            'Rilevazione del gradimento della mensa e del trasporto con questionari [n. 2 volte l’anno|r FREQ=MONTHLY;INTERVAL=6].',
          indicators: ['questionari restituiti: 60% {60 %}'],
        },
        {
          number: '3',
          title: 'Promozione della lettura',
          description:
            'Si intende rafforzare il ruolo della biblioteca come luogo di incontro, con letture ad alta voce e laboratori per i più piccoli.',
        },
      ],
    },
    {
      key: 'tec',
      name: 'AREA TECNICA',
      owner: 'Responsabile Area Tecnica',
      objectives: [
        {
          number: '4',
          title: 'Messa in sicurezza del versante in località Costa',
          description: 'Il contributo regionale è stato concesso con decreto n. 112 del 14 novembre 2025.',
          phases: [
            { text: 'progettazione esecutiva [entro il primo trimestre|p 01-01..03-31];' },
            { text: 'aggiudicazione [entro il 2 giugno 2026|06-02];' },
            { text: 'rendicontazione [entro i termini fissati dalla Regione|ext Regione].' },
          ],
        },
        {
          number: '5',
          title: 'Cura del verde e dell’arredo urbano',
          description:
            'Sfalcio delle aree verdi [ogni mese|r FREQ=MONTHLY] e sostituzione delle panchine di piazza IV Novembre [nei mesi di aprile|me 04] e [maggio|me 05].',
        },
        {
          number: '6',
          title: 'Aggiornamento del piano di protezione civile',
          description: 'Il piano vigente risale al 2014 e va adeguato alla direttiva del 30 aprile 2021.',
          phases: [
            { text: 'bozza del piano [entro il 15/01/2026|01-15];' },
            { text: 'approvazione in Consiglio comunale [entro il 30/11/2025|2025-11-30].' },
          ],
        },
      ],
    },
  ],
  style: {
    layout: 'narrative',
    labels: { indicator: 'Indicatori', phases: 'Attività previste' },
    fields: ['title', 'description', 'phases', 'indicator'],
    number: 'Obiettivo n. {n}',
    numberJoin: ' – ',
    weight: '',
    sectorPlace: 'heading',
    sectorLine: '{s}',
    ownerLine: 'Responsabile: {o}',
    clauses: 'paragraphs',
    borders: true,
    landscape: false,
    front: ['cover', 'recitals', 'tree'],
    header: 'Comune di Montefiore Ligure',
    footer: 'Piano dettagliato degli obiettivi 2026 – pag. {p}',
    closing: ['', 'Letto, approvato e sottoscritto.', 'IL SINDACO                IL SEGRETARIO COMUNALE'],
  },
  formats: {
    docx: {},
    pdf: {},
    text: { number: 'OBIETTIVO {n}', numberJoin: ': ' },
    'text-aligned': { curly: true },
    xlsx: {},
  },
};
