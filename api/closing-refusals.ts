/** What the closing of a year is refused for: code, status, Italian sentence. */
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';

export type ClosingRefusal =
  /** Recorded, and it stands. */
  | { readonly code: 'step-recorded'; readonly on: CivilDate; readonly by: string | null }
  | { readonly code: 'cycle-closed'; readonly on: CivilDate | null }
  | { readonly code: 'no-plan-yet' }
  /** Concluded or opened again by *Il ciclo* alone. */
  | { readonly code: 'by-cycle' };

export const CLOSING_STATUS: Readonly<Record<ClosingRefusal['code'], 409>> = {
  'step-recorded': 409,
  'cycle-closed': 409,
  'no-plan-yet': 409,
  'by-cycle': 409,
};

export const isClosingRefusal = (refusal: { readonly code: string }): refusal is ClosingRefusal =>
  Object.hasOwn(CLOSING_STATUS, refusal.code);

export function closingSentence(refusal: ClosingRefusal): string {
  switch (refusal.code) {
    case 'step-recorded':
      return `È già registrato, ${italianDate(refusal.on)}${refusal.by === null ? '' : ` (da ${refusal.by})`}. Se è sbagliato annulla la registrazione e ripeti.`;
    case 'cycle-closed':
      return `Il ciclo di questo anno è chiuso${refusal.on === null ? '' : ` (${italianDate(refusal.on)})`}: si può solo leggere.`;
    case 'no-plan-yet':
      return 'Questo anno non ha ancora un piano approvato: prima si conferma il piano, poi si registra il resto.';
    case 'by-cycle':
      return 'Questa scadenza si conclude registrando il fatto nella pagina «Il ciclo», e da lì si annulla.';
  }
}
