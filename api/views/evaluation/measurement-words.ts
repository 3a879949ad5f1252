/** The Italian of the evaluation of a year. */
import { pointsToDecimal } from '../../../domain/plan/points.js';
import type { Verdict } from '../../../domain/scoring/assessment.js';
import type { Degree } from '../../../domain/scoring/degree.js';
import { type Fraction, shownDecimal } from '../../../domain/scoring/fraction.js';
import type { PaymentGate, PointsGate } from '../../../domain/scoring/gates.js';
import type { Proposal } from '../../../domain/scoring/proposal.js';
import type { SectorTotal } from '../../../domain/scoring/sector-total.js';
import type { WeightBasis } from '../../../domain/scoring/sub-weights.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { KeptStep } from '../../../store/measurement/assessments.js';
import type { ActKind } from '../../../store/measurement/measurement-acts.js';
import type { Sheet, SheetState } from '../../../store/measurement/self-evaluations.js';
import type { MissingThing } from '../../queries/measurement-missing.js';

const SHEET_WORDS: Readonly<Record<SheetState, string>> = {
  draft: 'Da compilare',
  transmitted: 'Trasmessa',
  reopened: 'Riaperta',
};

/** A badge of the colours that standings have. */
export const SHEET_TONES: Readonly<Record<SheetState, string>> = {
  draft: 'to-do',
  transmitted: 'done',
  reopened: 'due-today',
};

/** How a sheet stands today. */
export function sheetOn({ state, opens, due }: Sheet, today: CivilDate): string {
  if (state !== 'draft') return SHEET_WORDS[state];
  if (today < opens) return `Si apre ${italianDate(opens)}`;
  return due < today ? 'Da compilare, oltre il termine' : SHEET_WORDS.draft;
}

export const VERDICT_WORDS: Readonly<Record<Verdict['is'], string>> = {
  degree: 'Grado di raggiungimento',
  'not-assessable': 'Non valutabile (peso ridistribuito)',
  waiting: 'In attesa del dato',
};

export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  minutes: 'Verbale con la proposta di valutazione',
  remarks: 'Osservazioni del valutato',
  decree: 'Decreto del Sindaco',
  payment: 'Determinazione di liquidazione',
};

export const EVALUATORS = { oiv: 'Nucleo', secretary: 'Segretario', mayor: 'Sindaco' } as const;

/** "66,6667 %". */
export const percent = (degree: Degree): string => `${pointsToDecimal(degree).replace('.', ',')} %`;

/** "98,75". */
export const shownPoints = (value: Fraction, places: number): string =>
  shownDecimal(value, places).replace('.', ',');

export function verdictInWords(verdict: Verdict | null): string {
  if (verdict === null) return '–';
  switch (verdict.is) {
    case 'degree':
      return percent(verdict.degree);
    case 'not-assessable':
      return VERDICT_WORDS['not-assessable'];
    case 'waiting':
      return `In attesa del dato: ${verdict.for}${verdict.until === null ? '' : `, fino a ${italianDate(verdict.until)}`}`;
  }
}

export const BASES: Readonly<Record<WeightBasis, string>> = {
  explicit: 'con i pesi indicati per le parti',
  equal: 'con le parti tutte uguali, perché nessun peso è indicato',
  completed: 'con i pesi indicati, e il resto diviso in parti uguali',
};

export function proposalInWords(proposal: Proposal): string {
  switch (proposal.is) {
    case 'degree':
      return percent(proposal.degree);
    case 'waiting':
      return `tra ${percent(proposal.from)} e ${percent(proposal.to)}: ${counted(proposal.for.length, 'parte attende', 'parti attendono')} un dato`;
    case 'not-assessable':
      return 'nessuna: tutte le parti sono state tolte con un atto';
    case 'by-hand':
      return "nessuna: non c'è una parte che si misuri";
  }
}

/** "83,00", or between what and what while something is open. */
export function totalInWords({ total, from, to, open }: SectorTotal, places: number): string {
  if (total !== null) return shownPoints(total, places);
  if (open.length === 0) return 'Nulla di valutabile';
  return `da ${shownPoints(from, places)} a ${shownPoints(to, places)}`;
}

export function pointsGateInWords(gate: PointsGate): string {
  if (gate.is === 'open') return 'Da decidere';
  if (gate.is === 'proportional') return 'In proporzione ai punti';
  return gate.band === null
    ? 'Sotto la prima fascia: nulla'
    : `${percent(gate.band.gives)} della parte legata ai punti`;
}

export function paymentGateInWords(gate: PaymentGate): string {
  const share = `${percent(gate.share)} della retribuzione di risultato`;
  switch (gate.is) {
    case 'payable':
      return `${share}: spetta`;
    case 'not-payable':
      return `${share}: non spetta`;
    case 'open':
      return `${share}: manca ${gate.missing === 'indicator' ? "l'indicatore annuale" : 'la verifica'}`;
  }
}

export function missingInWords(one: MissingThing): string {
  switch (one.is) {
    case 'monitoring':
      return `${one.sector}: ${one.window} non è trasmesso (entro ${italianDate(one.due)}).`;
    case 'sheet':
      return `${one.sector}: l'autovalutazione non è trasmessa (entro ${italianDate(one.due)}).`;
    case 'degree':
      return `${one.sector}: ${counted(one.objectives, 'obiettivo è', 'obiettivi sono')} senza il grado deciso.`;
    case 'figure':
      return `${one.sector}, «${one.objective}»: in attesa del dato (${one.awaited})${one.until === null ? '' : `, fino a ${italianDate(one.until)}`}.`;
    case 'payment-indicator':
      return `${one.sector}: manca l'indicatore annuale dei tempi di pagamento.`;
    case 'payment-verification':
      return `${one.sector}: l'indicatore dei tempi di pagamento non è ancora verificato.`;
  }
}

/** One line of an objective's history. */
export function stepInWords({ what }: KeptStep): string {
  switch (what.step) {
    case 'proposed':
      return `Grado proposto dai dati: ${percent(what.degree)}`;
    case 'self-evaluated':
      return `Autovalutazione: ${verdictInWords(what.verdict)}`;
    case 'decided':
      return `Deciso: ${verdictInWords(what.verdict)}`;
    case 'reason-given':
      return what.exOfficio ? "Motivazione d'ufficio" : 'Motivazione';
    case 'reopened':
      return 'Grado riaperto';
  }
}
