/**
 * The sheets of an exported plan: one table for both directions. Columns are found by their title, so that people
 * may move or hide them; a new field of the contract is one line here.
 */
import { type Codec, choice, DAY, NUMBER, TEXT, TEXT_OR_NULL, YES_NO } from './plan-export-values.js';

/** One column, for writing and for reading. */
export interface Column {
  readonly title: string;
  readonly codec: Codec;
  /** In characters. */
  readonly width: number;
}

/** By the field's name in the contract, or a name of ours for a field of a field. */
export type Columns = Readonly<Record<string, Column>>;

const column = (title: string, codec: Codec, width: number): Column => ({ title, codec, width });

/** Names of the sheets; the first holds {@link MARK} in its first cell. */
export const SHEETS = { facts: 'Traguardo', sectors: 'Settori', objectives: 'Obiettivi', lint: 'Avvisi' };

/** By it an export of ours is known. */
export const MARK = 'Piano esportato da Traguardo';
/** Of the layout of the sheets; stands beside {@link MARK}. */
export const VERSION = 1;

/** Rows of the first sheet, title on the left. */
export const FACTS: Columns = {
  body: column('Ente', TEXT_OR_NULL, 60),
  kind: column('Documento', choice({ piano: 'plan', relazione: 'report' }), 60),
  year: column('Anno', NUMBER, 60),
  act: column('Atto', TEXT_OR_NULL, 60),
  actDate: column("Data dell'atto", DAY, 60),
  weights: column('Pesi', choice({ punti: 'points', moltiplicatori: 'multiplier', nessuno: 'none' }), 60),
};

/** One row for each sector, also one without objectives. */
export const SECTORS: Columns = {
  name: column('Settore', TEXT, 40),
  owner: column('Responsabile', TEXT_OR_NULL, 40),
  weightTotal: column('Totale dei pesi', NUMBER, 16),
};

/** Filled in the first row of an objective only. */
export const OBJECTIVES: Columns = {
  sector: column('Settore', TEXT, 24),
  number: column('Numero', TEXT_OR_NULL, 9),
  title: column('Obiettivo', TEXT, 50),
  weight: column('Peso', NUMBER, 8),
  shared: column('Comune a più settori', YES_NO, 12),
  owner: column('Responsabile', TEXT, 24),
  resultValue: column('Risultato', NUMBER, 10),
  resultUnit: column('Unità del risultato', TEXT, 10),
  firstLine: column('Dalla riga', NUMBER, 8),
  lastLine: column('Alla riga', NUMBER, 8),
};

/** One in each row of the objective, beside a milestone. */
export const INDICATORS: Columns = {
  text: column('Indicatore', TEXT, 50),
  op: column('Confronto', choice({ '>=': '>=', '<=': '<=', '<': '<', '>': '>' }), 10),
  value: column('Valore atteso', NUMBER, 10),
  unit: column('Unità del valore', TEXT, 10),
};

const KINDS = {
  giorno: 'date',
  'fine mese': 'month-end',
  periodo: 'period',
  ricorrente: 'recurring',
  relativa: 'relative',
  'termine esterno': 'external-term',
  nessuna: 'none',
};

const ROLES = {
  'situazione al': 'as-of',
  evento: 'event',
  'a partire da': 'start-window',
  'tutto il periodo': 'continuous',
};

/** One in each row of the objective, beside an indicator. */
export const MILESTONES: Columns = {
  phrase: column('Scadenza: parole del testo', TEXT, 36),
  kind: column('Tipo di scadenza', choice(KINDS), 14),
  date: column('Entro il', DAY, 12),
  start: column('Dal', DAY, 12),
  role: column('Senso della data', choice(ROLES), 14),
  recurrence: column('Ricorrenza (RFC 5545)', TEXT, 22),
  dtstart: column('Ricorre dal', DAY, 12),
  offset: column('Distanza (ISO 8601)', TEXT, 12),
  anchor: column('Riferimento', TEXT, 24),
  calendar: column('Giorni', choice({ lavorativi: 'working' }), 10),
  invalid: column('Data inesistente', YES_NO, 10),
  weight: column('Peso della fase', NUMBER, 8),
  sourceLine: column('Riga', NUMBER, 8),
};

/** One row for each warning, as it was when the plan was exported. */
export const LINT: Columns = {
  code: column('Codice', TEXT, 24),
  sector: column('Settore', TEXT, 24),
  number: column('Numero', TEXT, 9),
  title: column('Obiettivo', TEXT, 50),
  line: column('Riga', NUMBER, 8),
  message: column('Avviso', TEXT, 80),
};

/** The columns of the sheet of objectives, from the left. */
export const OBJECTIVE_SHEET: readonly Columns[] = [OBJECTIVES, INDICATORS, MILESTONES];
