/**
 * The catalogue of what the API says no to: one code each, its HTTP status and its Italian sentence.
 * Commands return them as values; pages and the JSON API show the same words.
 */
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { italianDate } from '../mail/italian-dates.js';
import { type AnswerRefusal, answerSentence, isAnswerRefusal } from './answer-refusals.js';
import { type ClosingRefusal, closingSentence, isClosingRefusal } from './closing-refusals.js';
import { type DocumentRefusal, documentSentence } from './document-refusals.js';
import {
  isMeasurementRefusal,
  type MeasurementRefusal,
  measurementSentence,
} from './measurement-refusals.js';
import { isMonitoringRefusal, type MonitoringRefusal, monitoringSentence } from './monitoring-refusals.js';
import { isReviewRefusal, type ReviewRefusal, reviewSentence } from './review-refusals.js';
import { isVariationRefusal, type VariationRefusal, variationSentence } from './variation-refusals.js';
import { italianTime } from './views/italian-time.js';

/** What is wrong with one field of a form or of a request's body. */
export interface FieldProblem {
  /** Name of the field; in nested bodies as `sectors[2].name`. Empty: the whole. */
  readonly field: string;
  readonly message: string;
}

export type Refusal =
  | { readonly code: 'not-entered' | 'not-allowed' | 'not-found' | 'form-expired' | 'key-used-otherwise' }
  /** A program's key, asked to change something. */
  | { readonly code: 'key-only-reads' }
  | { readonly code: 'invalid'; readonly problems: readonly FieldProblem[] }
  /** Somebody else was first, or it is closed for another reason. Instants are town time. */
  | {
      readonly code: 'already-done';
      readonly by: string | null;
      readonly doneOn: CivilDate | null;
      readonly recordedAt: Instant | null;
      readonly zone: string;
    }
  | { readonly code: 'no-longer-due' | 'not-done' | 'term-known' | 'changed-meanwhile' }
  | AnswerRefusal
  | MonitoringRefusal
  | ClosingRefusal
  | MeasurementRefusal
  | ReviewRefusal
  | DocumentRefusal
  | VariationRefusal
  /** Of *Trattieni* and *Lascia partire*. */
  | { readonly code: 'own-notice' | 'not-warned' | 'not-held-back' | 'mayor-told' }
  /** Of an import: somebody corrected the same thing after the page was shown. */
  | {
      readonly code: 'draft-changed';
      readonly by: string | null;
      readonly at: Instant | null;
      readonly zone: string;
    }
  | { readonly code: 'import-closed' | 'shared-objective' }
  | { readonly code: 'round-held'; readonly at: Instant; readonly zone: string }
  | { readonly code: 'offices-closed' | 'nothing-to-send'; readonly next: CivilDate | null }
  /** Of the trial's inbox and of going live. */
  | { readonly code: 'not-on-trial' }
  /** Of a document whose time of retention is over. */
  | { readonly code: 'content-removed' }
  | { readonly code: 'clock-waits'; readonly waitingFor: string }
  /** Of links to enter, from one source. */
  | { readonly code: 'asked-too-often' }
  /** Of mails that try the mail server, from one account. */
  | { readonly code: 'tried-too-often' }
  /** `file`: which of several, as the sender called it; `null`: none, the body itself. */
  | { readonly code: 'too-large'; readonly limit: string; readonly file?: string | null }
  | { readonly code: 'wrong-type'; readonly accepted: string; readonly file?: string }
  | { readonly code: 'malformed'; readonly why: string }
  /** `reading`: nothing was to be recorded. */
  | { readonly code: 'unavailable' | 'no-room'; readonly reading: boolean };

/** What happened, and what to do. */
export function sentenceOf(refusal: Refusal): string {
  if (isAnswerRefusal(refusal)) return answerSentence(refusal);
  if (isMonitoringRefusal(refusal)) return monitoringSentence(refusal);
  if (isClosingRefusal(refusal)) return closingSentence(refusal);
  if (isMeasurementRefusal(refusal)) return measurementSentence(refusal);
  if (isReviewRefusal(refusal)) return reviewSentence(refusal);
  if (isVariationRefusal(refusal)) return variationSentence(refusal);
  switch (refusal.code) {
    case 'document-not-made':
      return documentSentence(refusal);
    case 'not-entered':
      return 'Questa pagina è riservata: entra e riprova.';
    case 'not-allowed':
      return 'Il tuo ruolo non comprende questa operazione. Rivolgiti al Segretario.';
    case 'key-only-reads':
      return 'Questa chiave può solo leggere: per registrare ne serve una che lo permetta, da «Accessi».';
    case 'not-found':
      return "Qui non c'è nulla, oppure è di un altro ente. Controlla l'indirizzo.";
    case 'form-expired':
      return 'Il modulo è scaduto o viene da un altro sito. Riapri la pagina e invialo di nuovo: nulla è stato registrato.';
    case 'key-used-otherwise':
      return 'Questo modulo è già stato usato per una richiesta diversa. Riapri la pagina e invialo di nuovo.';
    case 'invalid':
      return refusal.problems.map(({ message }) => message).join(' ');
    case 'already-done':
      return alreadyDone(refusal);
    case 'no-longer-due':
      return 'Non è più dovuta: è stata superata o ritirata con un atto.';
    case 'not-done':
      return "Risulta ancora aperta: non c'è nulla da riaprire.";
    case 'term-known':
      return 'La data di questo termine è già nota o la scadenza è chiusa.';
    case 'changed-meanwhile':
      return "Qualcuno l'ha modificata mentre la stavi guardando. Rileggi come sta adesso e, se serve, ripeti.";
    case 'own-notice':
      return 'Nessuno trattiene la comunicazione che riguarda una propria scadenza.';
    case 'not-warned':
      return "La comunicazione al Sindaco non è ancora annunciata: si trattiene dopo l'avviso del settimo giorno lavorativo.";
    case 'not-held-back':
      return "La comunicazione al Sindaco non è trattenuta: non c'è nulla da lasciar partire.";
    case 'mayor-told':
      return 'La comunicazione al Sindaco è già partita: non si può più trattenere.';
    case 'draft-changed':
      return `${refusal.by ?? 'Qualcuno'} ha corretto la stessa voce${refusal.at === null ? '' : ` alle ${italianTime(refusal.at, refusal.zone)}`}, dopo che avevi aperto la pagina. Quello che hai scritto non è ancora salvato: confronta e decidi.`;
    case 'import-closed':
      return 'Questa bozza è già stata confermata o scartata: non si può più correggere.';
    case 'shared-objective':
      return "L'obiettivo è comune a più settori: prima togli la condivisione, poi uniscilo o spostalo.";
    case 'round-held':
      return `L'invio di oggi è già avvenuto alle ${italianTime(refusal.at, refusal.zone)}.`;
    case 'offices-closed':
      return `Oggi gli uffici sono chiusi e non parte nulla.${nextSentence(refusal.next)}`;
    case 'nothing-to-send':
      return `Oggi non c'è nulla da inviare.${nextSentence(refusal.next)}`;
    case 'not-on-trial':
      return "L'ente non è in prova: non c'è una posta di prova, e nulla da mettere in esercizio.";
    case 'content-removed':
      return 'Il contenuto di questo documento è stato cancellato alla fine del suo tempo di conservazione. Restano nome, dimensione e impronta.';
    case 'clock-waits':
      return `L'orologio non è ancora arrivato: si attende ${refusal.waitingFor}. Riprova tra poco.`;
    case 'asked-too-often':
      return 'Da questa rete sono stati chiesti troppi collegamenti. Riprova fra dieci minuti.';
    case 'tried-too-often':
      return 'Hai già chiesto cinque messaggi di prova. Aspetta un quarto d’ora e riprova.';
    case 'too-large':
      return refusal.file === null
        ? `Quanto è stato inviato supera il limite di ${refusal.limit}: dividilo in più richieste.`
        : `Il file${called(refusal.file)} supera il limite di ${refusal.limit}. Riducilo o dividilo.`;
    case 'wrong-type':
      return `Il contenuto del file${called(refusal.file)} non è tra i tipi ammessi: ${refusal.accepted}.`;
    case 'malformed':
      return refusal.why;
    case 'no-room':
      return `Sul disco del server non c'è più spazio${refusal.reading ? '' : ': nulla è stato registrato'}. Avvisa chi gestisce il sistema.`;
    case 'unavailable':
      return `La base dati non risponde. ${refusal.reading ? 'Riprova' : 'Nulla è stato registrato: riprova'} tra qualche minuto.`;
  }
}

function alreadyDone({ by, doneOn, recordedAt, zone }: Extract<Refusal, { code: 'already-done' }>): string {
  const who = by === null ? 'È già conclusa' : `L'ha già conclusa ${by}`;
  const declared = doneOn === null ? '' : `, con data ${italianDate(doneOn)}`;
  const when = recordedAt === null ? '' : ` (registrata alle ${italianTime(recordedAt, zone)})`;
  return `${who}${declared}${when}. La tua risposta non è stata registrata.`;
}

const called = (file: string | undefined): string =>
  file === undefined ? '' : ` «${file.slice(0, FILE_NAME_LIMIT)}»`;
const FILE_NAME_LIMIT = 100;

const nextSentence = (next: CivilDate | null): string =>
  next === null ? '' : ` Il prossimo invio è ${italianDate(next)}.`;
