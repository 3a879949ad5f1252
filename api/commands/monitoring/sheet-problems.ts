/** What is wrong with a sheet's line or a decision, or missing in it, as a field and a sentence that names the objective. */
import type { SheetFault, SheetField } from '../../../domain/cycle/self-evaluation-check.js';
import type { MeasuredProblem } from '../../../domain/scoring/read-measured.js';
import type { MeasuredObjective } from '../../../store/measurement/measured-objectives.js';
import type { FieldProblem } from '../../refusals.js';
import { nameOf } from './line-problems.js';

const NAMES: Readonly<Record<SheetField, string>> = {
  verdict: "l'esito: il grado, oppure perché non è valutabile o che cosa si attende",
  degree: 'il grado di raggiungimento',
  reason: 'la motivazione',
  waitingFor: 'quale dato si attende',
  until: 'fino a quando si attende il dato',
  evidence: 'i riscontri',
  indicators: "il valore dell'indicatore",
};

/** `place`: of the line in what was sent, as `lines[2]`. */
export function sheetProblem(fault: SheetFault, objective: MeasuredObjective, place: string): FieldProblem {
  const at = 'at' in fault ? fault.at : undefined;
  const field = at === undefined ? `${place}.${fault.field}` : `${place}.indicators[${at}].value`;
  return { field, message: `${nameOf(objective)}: ${said(fault, objective)}` };
}

function said(fault: SheetFault, { indicators }: MeasuredObjective): string {
  switch (fault.kind) {
    case 'missing':
      return missing(fault.field, fault.at === undefined ? '' : (indicators[fault.at]?.text ?? ''));
    case 'too-long':
      return `${NAMES[fault.field]}: il testo supera i ${fault.limit} caratteri.`;
    case 'not-a-degree':
      return 'il grado è un numero da 0 a 100, con al più quattro decimali, per esempio 95 o 66,6667.';
    case 'not-a-day':
      return 'il giorno fino a cui si attende non esiste: indica giorno, mese e anno.';
    case 'unknown':
      return "questo indicatore non è dell'obiettivo.";
    case 'twice':
      return 'questo indicatore compare due volte: dillo una volta sola.';
    case 'wrong-value':
      return wrongValue(fault.problem, fault.unit);
  }
}

function missing(field: SheetField, indicator: string): string {
  if (field === 'reason') return 'il grado è sotto 100 o non è valutabile: serve la motivazione.';
  if (field === 'indicators')
    return `manca il valore dell'indicatore «${indicator.slice(0, 60)}», oppure segna che sei in attesa del dato.`;
  return `manca ${NAMES[field]}.`;
}

/** What the kind of the indicator asks for. */
export function wrongValue(problem: MeasuredProblem, unit: string | null): string {
  switch (problem) {
    case 'not-a-number':
      return "il valore dell'indicatore deve essere un numero, per esempio 12,5.";
    case 'other-unit':
      return `l'indicatore si misura in ${unit ?? '%'}: scrivi il valore in quella unità.`;
    case 'not-whole':
      return "l'indicatore conta cose intere: scrivi un numero intero, da 0 in su.";
    case 'not-a-ratio':
      return "l'indicatore è un rapporto: scrivi quanti su quanti, per esempio 38 su 40.";
    case 'nothing-to-divide-by':
      return "l'indicatore è un rapporto su zero: se non c'era nulla da fare, segna che l'obiettivo non è valutabile.";
    case 'not-a-day':
      return "l'indicatore è una data: scrivi giorno, mese e anno, per esempio 31/12/2023.";
    case 'not-yes-no':
      return "l'indicatore chiede sì o no.";
  }
}
