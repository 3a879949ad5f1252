/** (a) One table a sector, the sector a heading, every column there; weights that do not sum in one sector. */
import type { TownDescription } from '../description.js';

export const VALDORIA: TownDescription = {
  id: 'valdoria',
  body: 'Comune di Valdoria',
  kind: 'plan',
  year: 2026,
  act: 'G.C. n. 21 del 30/01/2026',
  actDate: '2026-01-30',
  actLine: 'Allegato A alla deliberazione G.C. n. 21 del 30/01/2026',
  title: ['PIANO DELLA PERFORMANCE 2026-2028', 'OBIETTIVI GESTIONALI ANNO 2026'],
  weights: 'points',
  shared: [],
  sectors: [
    {
      key: 'aff',
      name: 'Affari Generali',
      owner: 'Segretario comunale',
      objectives: [
        {
          number: '1',
          title: 'Trasparenza e anticorruzione',
          weight: 30,
          description:
            'Aggiornamento della sottosezione Rischi corruttivi del PIAO e pubblicazione dei dati ai sensi del D.Lgs. 33/2013',
          indicators: ['Percentuale di obblighi di pubblicazione assolti => ≥ 95% {95 % >=}'],
          times: '[entro il 30/06/2026|06-30]',
        },
        {
          number: '2',
          title: 'Digitalizzazione degli atti',
          weight: 40,
          description:
            "Passaggio alla gestione informatica di tutte le determinazioni dell'ente, con formazione del personale",
          indicators: [
            'Determinazioni digitali sul totale => 100% {100 %}',
            'Ore di formazione per dipendente => almeno 40 ore {40 ore >=}',
          ],
          times: '[entro settembre|me 09]',
        },
        {
          number: '3',
          title: 'Sportello unico del cittadino',
          weight: 30,
          description: 'Apertura di uno sportello polifunzionale presso la sede municipale',
          indicators: ['Apertura dello sportello => Sì'],
          times: '[31/10/2026|10-31]',
        },
      ],
    },
    {
      key: 'fin',
      name: 'Economico Finanziario e Tributi',
      owner: "Responsabile dell'Area Finanziaria",
      objectives: [
        {
          number: '1',
          title: 'Rispetto dei tempi di pagamento',
          weight: 30,
          description:
            'Riduzione dei tempi medi di pagamento delle fatture commerciali (art. 4-bis D.L. 13/2023)',
          indicators: ['Indicatore annuale di ritardo dei pagamenti => ≤ 0 giorni {0 giorni <=}'],
          times: '[al 31/12/2026|asof 12-31]',
        },
        {
          number: '2',
          title: "Recupero dell'evasione IMU e TARI",
          weight: 35,
          description:
            'Verifica delle posizioni e invio degli avvisi di accertamento per le annualità 2021-2023',
          indicators: ['Avvisi emessi => n. 200 {200}'],
          times: '[II semestre 2026|p 07-01..12-31]',
        },
        {
          number: '4',
          title: 'Controllo di gestione',
          weight: 30,
          description: 'Predisposizione di un report sullo stato della spesa da trasmettere alla Giunta',
          indicators: ['Report trasmessi => 4 report {4 report}'],
          times: '[trimestrale|r FREQ=MONTHLY;INTERVAL=3]',
        },
      ],
    },
    {
      key: 'tec',
      name: 'Lavori Pubblici e Manutenzioni',
      owner: 'Responsabile del Servizio Tecnico',
      objectives: [
        {
          number: '1',
          title: 'Efficientamento energetico della scuola primaria',
          weight: 50,
          description: 'Approvazione del progetto esecutivo, gara e consegna dei lavori',
          indicators: [
            'Progetto esecutivo approvato => [entro il 31/03/2026|03-31]',
            'Consegna dei lavori => [entro il 14/09/2026|09-14]',
          ],
        },
        {
          number: '2',
          title: 'Manutenzione delle strade comunali',
          weight: 25,
          description: 'Rifacimento del manto stradale secondo il programma delle priorità',
          indicators: ['Km di strade asfaltate => 6 km {6 km}'],
          times: '[tutto l’anno|all]',
        },
        {
          number: '3',
          title: 'Rendicontazione dei contributi PNRR',
          weight: 25,
          description: 'Caricamento della documentazione di spesa sulla piattaforma ReGiS',
          indicators: ['Rendiconti caricati => 100% {100 %}'],
          times: '[nei termini previsti dai decreti di finanziamento|ext decreti di finanziamento]',
        },
      ],
    },
  ],
  style: {
    layout: 'table',
    labels: {
      number: 'N.',
      title: 'Obiettivo',
      description: 'Descrizione',
      weight: 'Peso',
      indicator: 'Indicatore',
      target: 'Valore atteso',
      times: 'Tempi di realizzazione',
    },
    fields: ['number', 'title', 'description', 'weight', 'indicator', 'target', 'times'],
    widths: [1, 4, 6, 1.3, 5, 2.5, 3],
    number: '{n}',
    weight: '{w}',
    sectorPlace: 'heading',
    sectorLine: 'SETTORE: {s}',
    ownerLine: 'Responsabile: {o}',
    total: 'Totale',
    clauses: 'rows',
    borders: true,
    landscape: true,
    front: ['cover', 'index', 'recitals', 'method'],
    header: 'Comune di Valdoria – Piano della performance 2026-2028',
    footer: 'Pagina {p} di {n}',
    closing: ['', 'Valdoria, lì 30 gennaio 2026', 'Il Segretario comunale                 Il Sindaco'],
  },
  formats: {
    docx: {},
    pdf: {},
    'pdf-browser': { clauses: 'paragraphs', sectorPlace: 'row', sectorLine: 'Settore {s}' },
    xlsx: { sheetPerSector: true, typedCells: true },
    'text-aligned': { hyphens: true },
    text: {
      fields: ['title', 'description', 'weight', 'indicator', 'times'],
      widths: [4, 6, 2, 5, 3],
      number: '{n}.',
      clauses: 'joined',
    },
  },
};
