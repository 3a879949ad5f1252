/** How the 15:00 alert calls what it tells, in which order, and why it cannot wait. */
import type { AlertItem } from './alert-facts.js';

/** What an alert is about. */
export type AlertKind = AlertItem['kind'];

/** Heading of the group, and what one and many are called in the subject. */
export const ALERT_KINDS: Readonly<
  Record<AlertKind, { readonly heading: string; readonly one: string; readonly many: string }>
> = {
  'not-mine': {
    heading: '«Non è di mia competenza»',
    one: 'risposta «non è di mia competenza»',
    many: 'risposte «non è di mia competenza»',
  },
  'code-locked': {
    heading: 'Risposte bloccate per oggi: codice sbagliato più volte',
    one: 'casella bloccata',
    many: 'caselle bloccate',
  },
  'year-ready': {
    heading: 'Pronta per la tua istruttoria',
    one: 'Relazione da esaminare',
    many: 'Relazioni da esaminare',
  },
  'permanent-refusal': {
    heading: 'Avvisi rifiutati dal server di posta',
    one: 'avviso rifiutato',
    many: 'avvisi rifiutati',
  },
  bounced: {
    heading: 'Avvisi tornati indietro',
    one: 'avviso tornato indietro',
    many: 'avvisi tornati indietro',
  },
  'digest-not-sent': { heading: 'Avvisi non spediti', one: 'avviso non spedito', many: 'avvisi non spediti' },
  'no-recipient': {
    heading: 'Avvisi di ruoli scoperti',
    one: 'ruolo scoperto',
    many: 'ruoli scoperti',
  },
  'to-hand-over': {
    heading: 'Avvisi da consegnare a mano',
    one: 'persona a cui consegnare a mano',
    many: 'persone a cui consegnare a mano',
  },
  outage: { heading: 'Giorni senza avvisi', one: 'periodo senza avvisi', many: 'periodi senza avvisi' },
};
/** As they stand in the mail. */
export const ALERT_ORDER: readonly AlertKind[] = [
  'year-ready',
  'not-mine',
  'permanent-refusal',
  'bounced',
  'digest-not-sent',
  'no-recipient',
  'to-hand-over',
  'code-locked',
  'outage',
];
/** Why it cannot wait. */
export const ALERT_WAITS = {
  secretary: 'ci sono fatti che non possono aspettare il riepilogo settimanale',
  evaluators: "c'è un anno su cui puoi lavorare",
} as const;
