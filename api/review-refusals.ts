/** What the review of a year is refused for: code, status, Italian sentence. */
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';
import { listed } from '../mail/italian-numbers.js';

export type ReviewRefusal =
  /** The round has its outcome, or another one runs by now. */
  | { readonly code: 'review-closed' }
  | { readonly code: 'review-not-open'; readonly opens: CivilDate }
  /** Of a sector that the member answered for, or abstained from. */
  | { readonly code: 'own-evaluation' | 'abstained' }
  /** Every member abstained; `alone`: the only one. */
  | { readonly code: 'nobody-left'; readonly alone: boolean }
  | { readonly code: 'conflict-undeclared'; readonly who: readonly string[] };

export const REVIEW_STATUS: Readonly<Record<ReviewRefusal['code'], 403 | 409>> = {
  'review-closed': 409,
  'review-not-open': 409,
  'own-evaluation': 403,
  abstained: 403,
  'nobody-left': 409,
  'conflict-undeclared': 409,
};

export const isReviewRefusal = (refusal: { readonly code: string }): refusal is ReviewRefusal =>
  Object.hasOwn(REVIEW_STATUS, refusal.code);

export function reviewSentence(refusal: ReviewRefusal): string {
  switch (refusal.code) {
    case 'review-closed':
      return "Questa istruttoria si è già conclusa con un esito: si può solo leggere. Se l'esito è sbagliato si annulla in «Il ciclo».";
    case 'review-not-open':
      return `L'istruttoria di questo anno si apre ${italianDate(refusal.opens)}, o prima se la Relazione è trasmessa.`;
    case 'own-evaluation':
      return 'Nessuno valuta ciò di cui ha risposto: su questo settore non puoi intervenire. Lo fa un altro componente.';
    case 'abstained':
      return "Ti sei astenuto: l'esito lo registra un altro componente. Se l'astensione non vale più, ritirala.";
    case 'nobody-left':
      return refusal.alone
        ? "L'unico componente si è astenuto: il Sindaco nomina chi lo sostituisce e il Segretario lo registra in «Persone e ruoli»; poi l'esito si registra."
        : "Tutti i componenti si sono astenuti: il Sindaco nomina chi li sostituisce e il Segretario lo registra in «Persone e ruoli»; poi l'esito si registra.";
    case 'conflict-undeclared':
      return `${listed(refusal.who)}: prima dell'esito va registrata la dichiarazione sul conflitto di interessi, o l'astensione.`;
  }
}
