/** What the closing of a year is refused for: code, status, Italian sentence. */
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';

export type ClosingRefusal =
  /** Recorded, and it stands. */
  | { readonly code: 'step-recorded'; readonly on: CivilDate; readonly by: string | null }
  | { readonly code: 'cycle-closed'; readonly on: CivilDate | null }
  | { readonly code: 'cycle-open' }
  | { readonly code: 'no-plan-yet' }
  /** Of the Relazione: another version was frozen after the one that was seen, and why. */
  | {
      readonly code: 'snapshot-superseded';
      readonly seen: number;
      readonly last: number;
      readonly reason: string | null;
    }
  /** Nothing is frozen yet; nothing has changed since. */
  | { readonly code: 'not-frozen' }
  | { readonly code: 'nothing-changed'; readonly last: number }
  /** Reasons are released by whoever is RPCT. */
  | { readonly code: 'rpct-releases'; readonly by: string }
  /** Of a package for publication. */
  | { readonly code: 'relazione-not-validated'; readonly snapshot: number }
  /** Concluded or opened again by *Il ciclo* alone. */
  | { readonly code: 'by-cycle' };

export const CLOSING_STATUS: Readonly<Record<ClosingRefusal['code'], 409>> = {
  'step-recorded': 409,
  'cycle-closed': 409,
  'cycle-open': 409,
  'no-plan-yet': 409,
  'snapshot-superseded': 409,
  'not-frozen': 409,
  'nothing-changed': 409,
  'rpct-releases': 409,
  'relazione-not-validated': 409,
  'by-cycle': 409,
};

export const isClosingRefusal = (refusal: { readonly code: string }): refusal is ClosingRefusal =>
  Object.hasOwn(CLOSING_STATUS, refusal.code);

export function closingSentence(refusal: ClosingRefusal): string {
  switch (refusal.code) {
    case 'step-recorded':
      return `È già registrato, ${italianDate(refusal.on)}${refusal.by === null ? '' : ` (da ${refusal.by})`}. Se è sbagliato annulla la registrazione e ripeti.`;
    case 'cycle-closed':
      return `Il ciclo di questo anno è chiuso${refusal.on === null ? '' : ` (${italianDate(refusal.on)})`}: si può solo leggere. Il Segretario può riaprirlo, con un motivo, nella pagina «Il ciclo».`;
    case 'cycle-open':
      return "Il ciclo di questo anno è in corso: non c'è nulla da riaprire.";
    case 'no-plan-yet':
      return 'Questo anno non ha ancora un piano approvato: prima si conferma il piano, poi si registra il resto.';
    case 'snapshot-superseded':
      return `L'istantanea n. ${refusal.seen} della Relazione è superata dalla n. ${refusal.last}${refusal.reason === null ? '' : `, fatta perché: «${refusal.reason}»`}. Rileggi quella, poi registra.`;
    case 'not-frozen':
      return 'Nessuna istantanea della Relazione è ancora fissata: la prima si fissa con la trasmissione al Nucleo o con il primo atto.';
    case 'nothing-changed':
      return `Nulla è cambiato dopo l'istantanea n. ${refusal.last}: non serve una nuova versione.`;
    case 'rpct-releases':
      return `Le motivazioni le rilegge e le rilascia il RPCT (${refusal.by}): il Segretario solo dove nessuno ha quel ruolo.`;
    case 'relazione-not-validated':
      return `L'istantanea n. ${refusal.snapshot} della Relazione non è validata: il pacchetto si prepara dopo la validazione, che si registra nella pagina «Il ciclo».`;
    case 'by-cycle':
      return 'Questa scadenza si conclude registrando il fatto nella pagina «Il ciclo», e da lì si annulla.';
  }
}
