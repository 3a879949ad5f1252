/** What the published report of the example town says of 2023: every figure and day of it, as our tests know them. */

export interface ReportedObjective {
  /** The beginning of its title. */
  readonly title: string;
  readonly weight: string;
  readonly degree: string;
  /** Its dated terms, ISO, in order; of what has none, nothing. */
  readonly due: readonly string[];
}

const one = (
  title: string,
  weight: string,
  degree: string,
  ...due: readonly string[]
): ReportedObjective => ({
  ...{ title, weight, degree, due },
});

/** Common to the five sectors, 10 points in each. */
export const STRUCTURE = [
  { number: '1', title: 'PREVENZIONE DELLA CORRUZIONE', weight: '10', degree: '95' },
  { number: '2', title: 'PERSEGUIMENTO PROGRAMMA AMMINISTRATIVO', weight: '10', degree: '100' },
  { number: '4', title: 'TRANSIZIONE DIGITALE', weight: '10', degree: '100' },
] as const;

export const REPORTED: readonly {
  readonly sector: string;
  readonly total: string;
  readonly own: readonly ReportedObjective[];
}[] = [
  {
    sector: 'Amministrativo e servizi alla persona',
    total: '83.00',
    own: [
      one('ESUMAZIONI CIMITERO CAPOLUOGO', '5', '100'),
      one('PREDISPOSIZIONE BANDI DI GARA', '15', '30', '2023-12-31'),
      one('SERVIZIO CIVILE NAZIONALE VOLONTARIO', '5', '100', '2023-06-30'),
      one('ARCHIVIO NAZIONALE INFORMATIZZATO', '10', '100'),
      one('EROGAZIONE BUONI SPESA ALIMENTARE', '5', '100'),
      one('CONCESSIONI CIMITERIALI NUOVO LOCULARIO', '5', '80', '2023-06-30', '2023-09-30'),
      one('ADEGUAMENTO AL NUOVO CCNL', '15', '100'),
      one("90° ANNIVERSARIO DELLA FESTA DELL'UVA", '5', '100'),
      one('ATTUAZIONE DEL MANUALE DI GESTIONE', '5', '0', '2023-04-30', '2023-05-31'),
    ],
  },
  {
    sector: 'Finanziario',
    total: '98.75',
    own: [
      one('ACQUISIZIONE RISORSE PNRR', '25', '100'),
      one('ACQUISIZIONE FONDI TRANSIZIONE DIGITALE', '25', '100'),
      one('GESTIONE ESTERNALIZZAZIONE SERVIZIO TRIBUTI', '15', '95', '2023-03-31', '2023-05-31'),
      one('APPROVAZIONE RENDICONTO 2022', '5', '100', '2023-04-15', '2023-12-31'),
    ],
  },
  {
    sector: 'Tecnico manutentivo, patrimonio, ambiente',
    total: '99.50',
    own: [
      one("GESTIONE NUOVA MODALITA' DI RACCOLTA RIFIUTI", '40', '100'),
      one('RIORDINO CAMPI INUMAZIONI', '20', '100'),
      one('PROGRAMMA LAVORI DA ASSEGNARE', '10', '100', '2023-02-28'),
    ],
  },
  {
    sector: 'Territorio ed opere pubbliche',
    total: '99.50',
    own: [
      one('REALIZZAZIONE PIANO INVESTIMENTI', '35', '100', '2023-08-31'),
      one('VARIANTE URBANISTICA', '20', '100', '2023-12-31'),
      one('PROCEDIMENTO CONTESTAZIONE ERRORE PROGETTUALE', '15', '100'),
    ],
  },
  {
    sector: 'Polizia Municipale e protezione civile',
    total: '91.50',
    own: [
      one('SERVIZI ESTERNI POLIZIA MUNICIPALE', '32', '100'),
      one('ISTITUZIONE SERVIZIO GUARDIE ECOLOGICHE', '16', '50'),
      one('COLLABORAZIONE A VERIFICA CORRETTO UTILIZZO', '22', '100'),
    ],
  },
];

export const ACTS: readonly (readonly [cited: string, day: string])[] = [
  ['G.C. n. 1 del 16/1/2023', '2023-01-16'],
  ['G.C. n. 21 del 28/2/2023', '2023-02-28'],
  ['G.C. n. 106 del 7/11/2023', '2023-11-07'],
  ['G.C. n. 48 del 3/5/2024', '2024-05-03'],
];

/** Each objective of each sector, those of structure first: 37 in all. */
export const ROWS = REPORTED.flatMap(({ sector, own }) =>
  [...STRUCTURE.map((shared) => ({ ...shared, due: [] })), ...own].map((row) => ({ sector, ...row })),
);
