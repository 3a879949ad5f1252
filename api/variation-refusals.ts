/** What changes of a plan in force are refused for: code, status, Italian sentence. */
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';

export type VariationRefusal =
  | { readonly code: 'year-has-a-plan' | 'year-has-no-plan'; readonly year: number }
  /** What cannot be carried out, or not without an act: a sentence each. */
  | { readonly code: 'beyond-variation' | 'beyond-correction'; readonly changes: readonly string[] }
  /** The version in force is not the one that the draft began from. */
  | { readonly code: 'plan-varied-since'; readonly version: number }
  | {
      readonly code: 'act-has-another-date';
      readonly adoptedOn: CivilDate;
      /** Where the number of the act was said; `number` unless it says. */
      readonly field?: string;
    };

export const VARIATION_STATUS: Readonly<Record<VariationRefusal['code'], 404 | 409>> = {
  'year-has-a-plan': 409,
  'year-has-no-plan': 404,
  'beyond-variation': 409,
  'beyond-correction': 409,
  'plan-varied-since': 409,
  'act-has-another-date': 409,
};

export const isVariationRefusal = (refusal: { readonly code: string }): refusal is VariationRefusal =>
  Object.hasOwn(VARIATION_STATUS, refusal.code);

export function variationSentence(refusal: VariationRefusal): string {
  switch (refusal.code) {
    case 'year-has-a-plan':
      return `Il ${refusal.year} ha già un piano approvato. Per cambiarlo serve una variazione con il suo atto.`;
    case 'year-has-no-plan':
      return `Il ${refusal.year} non ha un piano in vigore, o il suo ciclo è chiuso: non c'è nulla da variare.`;
    case 'beyond-variation':
      return `La variazione contiene modifiche che il programma non sa ancora riportare sulle scadenze già aperte: ${refusal.changes.join(' ')} Non è stato registrato nulla.`;
    case 'beyond-correction':
      return `Non sono errori materiali: ${refusal.changes.join(' ')} Registra queste modifiche con una variazione. Non è stato registrato nulla.`;
    case 'plan-varied-since':
      return `Dopo che questa bozza è stata aperta il piano è cambiato: adesso è in vigore la versione ${refusal.version}. Nulla è perso: «Riporta le modifiche sul piano in vigore» le porta in una bozza nuova, e dice che cosa non si può riportare.`;
    case 'act-has-another-date':
      return `L'atto con questo numero è già registrato con un'altra data: ${italianDate(refusal.adoptedOn)}. Controlla numero e data.`;
  }
}
