/** The terms of a year's evaluation and closing in words. */
import type { TermField, TermProblem } from '../../../domain/cycle/year-terms.js';

/** What the fields are called on the page. */
export const TERM_WORDS: Readonly<Record<TermField, string>> = {
  'selfEvaluation.opens': 'Le autovalutazioni si aprono il',
  'selfEvaluation.due': 'Autovalutazioni entro il',
  'measurement.opens': 'La misurazione si apre il',
  'measurement.due': 'Gradi decisi entro il',
  order: 'Ordine della chiusura',
  transmission: 'Trasmissione al Nucleo entro il',
  act: 'Atti sulla Relazione entro il',
  validationDays: 'Giorni per la validazione',
  publicationDays: 'Giorni lavorativi per la pubblicazione',
  againDays: 'Giorni per rifare ciò che non è validato',
  lateRule: 'Che cosa dicono le regole dell’ente di chi va oltre questi termini',
};

const SENTENCES: Readonly<Record<TermProblem['code'], string>> = {
  'before-opening': "Il termine viene prima dell'apertura.",
  'before-self-evaluations':
    'I gradi si decidono dopo le autovalutazioni: indica un giorno non anteriore al loro termine.',
  'no-days': 'Indica un numero di giorni, da 1 in su.',
  'too-many-days': 'Sono troppi giorni: al massimo un anno.',
  over: 'Questo giorno è già passato per un anno in corso: indicane uno da oggi in poi, o falli valere dal piano seguente.',
  'closing-begun':
    "Per un anno in corso un passo della chiusura è già registrato: l'ordine nuovo vale dal piano seguente.",
};

export const termProblemInWords = ({ code }: TermProblem): string => SENTENCES[code];
