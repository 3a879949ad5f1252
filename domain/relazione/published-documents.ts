/** What the cycle of a year leaves in *Amministrazione trasparente*: each document with its section and its norm. */

/** The tree is that of ANAC's resolution 1310/2016; from the outermost. */
interface PublishedDocument {
  readonly id: string;
  readonly title: string;
  readonly section: readonly string[];
  readonly norm: string;
  /** What to mind when it is put there, a sentence; `null`: nothing. */
  readonly mind: string | null;
}

const PERFORMANCE = 'Performance';
const CONTROLS = [
  'Controlli e rilievi sull’amministrazione',
  'Organismi indipendenti di valutazione, nuclei di valutazione o altri organismi con funzioni analoghe',
] as const;

/** Sections are those of D.Lgs. 33/2013; the ids are stored. */
export const PUBLISHED_DOCUMENTS = [
  {
    id: 'system',
    title: 'Sistema di misurazione e valutazione della performance',
    section: [PERFORMANCE, 'Sistema di misurazione e valutazione della performance'],
    norm: 'd.lgs. 150/2009 art. 7; d.lgs. 33/2013 art. 10 c. 8 lett. b',
    mind: 'Con il parere del Nucleo e il suo aggiornamento annuale.',
  },
  {
    id: 'plan',
    title: 'Piano della performance (o la sezione del PIAO che lo contiene)',
    section: [PERFORMANCE, 'Piano della performance'],
    norm: 'd.lgs. 33/2013 art. 10 c. 8 lett. b',
    mind: 'Anche le variazioni dell’anno, con i loro atti.',
  },
  {
    id: 'report',
    title: 'Relazione sulla performance',
    section: [PERFORMANCE, 'Relazione sulla performance'],
    norm: 'd.lgs. 33/2013 art. 10 c. 8 lett. b',
    mind: null,
  },
  {
    id: 'validation',
    title: 'Documento di validazione della Relazione',
    section: CONTROLS,
    norm: 'd.lgs. 33/2013 art. 31; d.lgs. 150/2009 art. 14 c. 4 lett. c',
    mind: null,
  },
  {
    id: 'bonus-total',
    title: 'Ammontare complessivo dei premi',
    section: [PERFORMANCE, 'Ammontare complessivo dei premi'],
    norm: 'd.lgs. 33/2013 art. 20 c. 1',
    mind: 'Quanto stanziato e quanto distribuito.',
  },
  {
    id: 'bonus-data',
    title: 'Dati relativi ai premi',
    section: [PERFORMANCE, 'Dati relativi ai premi'],
    norm: 'd.lgs. 33/2013 art. 20 c. 2',
    mind: 'Criteri, distribuzione e grado di differenziazione in forma aggregata: nessun nome, nessun gruppo di poche persone.',
  },
  {
    id: 'attestation',
    title: 'Attestazione dell’assolvimento degli obblighi di pubblicazione',
    section: CONTROLS,
    norm: 'd.lgs. 150/2009 art. 14 c. 4 lett. g; d.lgs. 33/2013 art. 31',
    mind: null,
  },
] as const satisfies readonly PublishedDocument[];

/** Of {@link PUBLISHED_DOCUMENTS}. */
export type PublishedDocumentId = (typeof PUBLISHED_DOCUMENTS)[number]['id'];

/** For what comes from outside. */
export const isPublishedDocument = (id: string): id is PublishedDocumentId =>
  PUBLISHED_DOCUMENTS.some((one) => one.id === id);
