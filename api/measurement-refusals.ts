/** What the evaluation of a year is refused for: code, status, Italian sentence. */
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';

export type MeasurementRefusal =
  | { readonly code: 'evaluation-not-open'; readonly opens: CivilDate }
  /** Concluded or opened again by its own page alone. */
  | { readonly code: 'by-evaluation' }
  | { readonly code: 'sheet-transmitted'; readonly by: string | null }
  | { readonly code: 'sheet-not-transmitted' | 'head-evaluates' | 'evaluation-closed' }
  /** `evaluator`: in the town's own word. */
  | { readonly code: 'not-the-evaluator'; readonly evaluator: string }
  | { readonly code: 'already-decided' | 'not-decided'; readonly objective: string }
  | { readonly code: 'head-in-office' }
  | { readonly code: 'act-withdrawn' };

export const MEASUREMENT_STATUS: Readonly<Record<MeasurementRefusal['code'], 403 | 409>> = {
  'evaluation-not-open': 409,
  'by-evaluation': 409,
  'sheet-transmitted': 409,
  'sheet-not-transmitted': 409,
  'head-evaluates': 403,
  'evaluation-closed': 409,
  'not-the-evaluator': 403,
  'already-decided': 409,
  'not-decided': 409,
  'head-in-office': 409,
  'act-withdrawn': 409,
};

export const isMeasurementRefusal = (refusal: { readonly code: string }): refusal is MeasurementRefusal =>
  Object.hasOwn(MEASUREMENT_STATUS, refusal.code);

export function measurementSentence(refusal: MeasurementRefusal): string {
  switch (refusal.code) {
    case 'evaluation-not-open':
      return `La valutazione dell'anno si apre ${italianDate(refusal.opens)}: prima non si può registrare nulla.`;
    case 'by-evaluation':
      return 'Autovalutazione e misurazione si concludono dalle loro pagine, quando ogni obiettivo ha il suo grado.';
    case 'sheet-transmitted':
      return `L'autovalutazione è già trasmessa${refusal.by === null ? '' : ` da ${refusal.by}`}. Per cambiarla il Segretario la riapre.`;
    case 'sheet-not-transmitted':
      return "L'autovalutazione non è ancora trasmessa: non c'è nulla da riaprire.";
    case 'head-evaluates':
      return 'Trasmette il Responsabile del settore, o chi lo sostituisce. La bozza resta salvata.';
    case 'evaluation-closed':
      return 'Il ciclo di questo anno è chiuso: la valutazione si può solo leggere.';
    case 'not-the-evaluator':
      return `Il grado lo decide ${refusal.evaluator}: è una regola del sistema di misurazione del Comune.`;
    case 'already-decided':
      return `${refusal.objective}: il grado è già deciso. Per cambiarlo chi l'ha deciso lo riapre con un motivo.`;
    case 'not-decided':
      return `${refusal.objective}: il grado non è ancora deciso, non c'è nulla da riaprire.`;
    case 'head-in-office':
      return "La motivazione d'ufficio è per chi non è più in carica: qui un Responsabile c'è, e la motivazione è sua.";
    case 'act-withdrawn':
      return "Questo atto è già stato tolto dall'elenco.";
  }
}
