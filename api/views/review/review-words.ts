/** The Italian of the evaluators' review. */
import type { Role } from '../../../domain/obligations/obligation.js';
import type { Conflict, DeclarationKind } from '../../../domain/review/body.js';
import type { Conclusion } from '../../../domain/review/criteria.js';
import type { ObjectiveState } from '../../../domain/review/objective-state.js';
import type { QuestionState } from '../../../domain/review/question.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptRound } from '../../../store/review/review.js';
import { OUTCOME_WORDS } from '../cycle/cycle-words.js';

/** "Istruttoria del Nucleo di valutazione", "Istruttoria dell'OIV". */
export const reviewTitle = (evaluator: string): string =>
  `Istruttoria ${/^[aeiou]/i.test(evaluator) ? "dell'" : 'del '}${evaluator}`;

export const CONCLUSION_WORDS: Readonly<Record<Conclusion, string>> = {
  met: 'Soddisfatto',
  'with-remarks': 'Soddisfatto con rilievi',
  'not-met': 'Non soddisfatto',
  'not-applicable': 'Non pertinente',
};

/** The same, said of an objective. */
export const OBJECTIVE_CONCLUSIONS: Readonly<Record<Conclusion, string>> = {
  met: 'Riscontrato',
  'with-remarks': 'Riscontrato con rilievi',
  'not-met': 'Non riscontrato',
  'not-applicable': 'Non esaminato',
};

/** A badge of the colours that standings have. */
export const OBJECTIVE_STATES: Readonly<Record<ObjectiveState, readonly [tone: string, words: string]>> = {
  'to-see': ['to-do', 'Da esaminare'],
  waiting: ['due-soon', 'In attesa di risposta'],
  answered: ['due-today', 'Risposta arrivata'],
  concluded: ['done', 'Esaminato'],
};

export const QUESTION_STATES: Readonly<Record<QuestionState, readonly [tone: string, words: string]>> = {
  waiting: ['due-soon', 'In attesa di risposta'],
  answered: ['done', 'Risposto'],
  withdrawn: ['waived', 'Ritirata'],
  unanswered: ['late', 'Senza risposta'],
};

export const DECLARATION_WORDS: Readonly<Record<DeclarationKind, string>> = {
  declared: 'Dichiarato',
  abstained: 'Astensione',
  'taken-back': 'Ritirato quanto detto prima',
};

const OFFICES: Readonly<Record<Exclude<Role['role'], 'head' | 'oiv'>, string>> = {
  secretary: 'nell’anno ha svolto le funzioni di Segretario',
  'vice-secretary': 'nell’anno è stato Vice Segretario',
  mayor: 'nell’anno è stato Sindaco',
  assessor: 'nell’anno è stato assessore',
  rpct:
    'nell’anno è stato Responsabile della prevenzione della corruzione e della trasparenza: per ANAC (1074/2018, ' +
    '180/2020) è incompatibile, ma nessuna norma lo vieta in un Nucleo',
};

export const conflictInWords = (conflict: Conflict): string =>
  conflict.is === 'own-sector'
    ? `nell’anno ha risposto del settore ${conflict.sector}: quel settore non lo valuta`
    : OFFICES[conflict.role];

/** Where a round stands, in a sentence. */
export function roundInWords({ number, transmittedOn, due, outcome }: KeptRound): string {
  const name = number === 1 ? 'La Relazione' : `La Relazione, alla ${number}ª trasmissione,`;
  if (outcome !== null)
    return `${name} ha il suo esito: ${OUTCOME_WORDS[outcome.is].toLowerCase()} ${italianDate(outcome.on)}.`;
  if (transmittedOn === null || due === null)
    return `${name} non è ancora trasmessa: si può già leggere, chiedere e annotare.`;
  return `${name} è stata trasmessa ${italianDate(transmittedOn)}: l'esito è atteso entro ${italianDate(due)}.`;
}
