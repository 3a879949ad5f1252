/** What the editor of the ladder says of each rung: when it goes, to whom. */
import type { Rung } from '../../../domain/obligations/ladder.js';

/** The days are those of the ladder's rules; only those of the first notice can be chosen. */
export const RUNG_HINTS: Readonly<Record<Rung, string>> = {
  'before-start':
    'A chi deve rispondere, una volta sola, per i termini già passati quando gli avvisi cominciano.',
  'first-notice':
    'A chi deve rispondere; se quel giorno è già passato, come per una domanda del Nucleo, il primo giorno lavorativo dopo. Per i termini impliciti è il solo avviso.',
  'ten-days': 'A chi deve rispondere, il decimo giorno lavorativo prima del termine.',
  'three-days': 'A chi deve rispondere, il terzo giorno lavorativo prima del termine.',
  'due-day': 'A chi deve rispondere, il giorno del termine; se gli uffici sono chiusi, quello prima.',
  'late-1': 'A chi deve rispondere. Senza, la scadenza non compare nel riepilogo settimanale del Segretario.',
  'late-3': 'A chi deve rispondere.',
  'late-7': 'Al Segretario, che può trattenere la comunicazione del giorno dopo.',
  'late-8': "L'ottavo giorno lavorativo dopo il termine: al Sindaco, se prevista, e a chi deve rispondere.",
  'weekly-1': 'A chi deve rispondere, la settimana dopo.',
  'weekly-2': 'A chi deve rispondere.',
  'weekly-3': 'A chi deve rispondere.',
  'weekly-4': "A chi deve rispondere. È l'ultimo.",
};
