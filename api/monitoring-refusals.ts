/** What submissions are refused for: code, status, Italian sentence. */
import type { SubmissionState } from '../domain/cycle/submission-state.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';

export type MonitoringRefusal =
  | { readonly code: 'window-not-open'; readonly opens: CivilDate }
  /** The state does not allow it. */
  | { readonly code: 'submission-state'; readonly state: SubmissionState; readonly by: string | null }
  /** Concluded or opened again by its own page alone. */
  | { readonly code: 'by-submission' }
  | { readonly code: 'year-closed' }
  /** Prepared by many, transmitted by who owes it. */
  | { readonly code: 'head-transmits' }
  | { readonly code: 'submission-changed' };

export const MONITORING_STATUS: Readonly<Record<MonitoringRefusal['code'], 403 | 409>> = {
  'window-not-open': 409,
  'submission-state': 409,
  'by-submission': 409,
  'year-closed': 409,
  'head-transmits': 403,
  'submission-changed': 409,
};

export const isMonitoringRefusal = (refusal: { readonly code: string }): refusal is MonitoringRefusal =>
  Object.hasOwn(MONITORING_STATUS, refusal.code);

export function monitoringSentence(refusal: MonitoringRefusal): string {
  switch (refusal.code) {
    case 'window-not-open':
      return `Il monitoraggio si apre ${italianDate(refusal.opens)}: prima non si può compilare.`;
    case 'submission-state':
      return stateSentence(refusal.state, refusal.by);
    case 'by-submission':
      return 'Il monitoraggio si conclude trasmettendolo dalla sua pagina, e dalla sua pagina si riapre.';
    case 'year-closed':
      return 'Il ciclo di questo anno è chiuso: il monitoraggio si può solo leggere.';
    case 'head-transmits':
      return 'Trasmette il Responsabile del settore, o chi lo sostituisce. La bozza resta salvata.';
    case 'submission-changed':
      return 'Nel frattempo qualcuno ha fatto un passo su questo monitoraggio. Rileggi come sta adesso e, se serve, ripeti.';
  }
}

function stateSentence(state: SubmissionState, by: string | null): string {
  switch (state) {
    case 'transmitted':
      return `Il monitoraggio è già trasmesso${by === null ? '' : ` da ${by}`}. Per cambiarlo il Segretario lo restituisce.`;
    case 'acknowledged':
      return 'Il monitoraggio è già acquisito. Per cambiarlo il Segretario lo riapre.';
    default:
      return 'Il monitoraggio non è ancora trasmesso: non si può fare adesso.';
  }
}
