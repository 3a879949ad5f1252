/** What answers, their withdrawal and the links of mails are refused for: code, status, Italian sentence. */
import { FORECAST_DAYS, LINK_DAYS } from '../domain/obligations/answer-rules.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { italianDate } from '../mail/italian-dates.js';
import { MOST_WRONG_CODES } from '../store/people/role-codes.js';

export type AnswerRefusal =
  | { readonly code: 'forecast-renewed' | 'said-already' | 'withdrawn-already' | 'answer-overtaken' }
  /** Nobody said that it is not theirs, or that was decided already. */
  | { readonly code: 'not-disclaimed' }
  /** Handed over already, or sent by mail. */
  | { readonly code: 'not-on-paper' }
  | { readonly code: 'withdrawal-late'; readonly until: CivilDate }
  /** Of *Ho preso visione*: no notice about it was addressed to them. */
  | { readonly code: 'not-told' }
  /** `on`: the day on which it was recorded. */
  | { readonly code: 'acknowledged-already'; readonly on: CivilDate }
  /** Of a mail's link: not one of ours, or of somebody it no longer concerns. */
  | { readonly code: 'link-broken' | 'link-not-yours' | 'link-reads-only' }
  /** `latest`: the day of the latest mail that speaks of it; `null`: none. */
  | { readonly code: 'link-expired'; readonly latest: CivilDate | null }
  /** Of a shared mailbox's code. */
  | { readonly code: 'code-wrong' | 'code-locked' };

export const ANSWER_STATUS: Readonly<Record<AnswerRefusal['code'], 403 | 404 | 409 | 410>> = {
  'forecast-renewed': 409,
  'said-already': 409,
  'withdrawn-already': 409,
  'answer-overtaken': 409,
  'not-disclaimed': 409,
  'not-on-paper': 409,
  'withdrawal-late': 409,
  'not-told': 409,
  'acknowledged-already': 409,
  'link-broken': 404,
  'link-not-yours': 403,
  'link-reads-only': 403,
  'link-expired': 410,
  'code-wrong': 403,
  'code-locked': 403,
};

export const isAnswerRefusal = (refusal: { readonly code: string }): refusal is AnswerRefusal =>
  Object.hasOwn(ANSWER_STATUS, refusal.code);

export function answerSentence(refusal: AnswerRefusal): string {
  switch (refusal.code) {
    case 'forecast-renewed':
      return `La previsione è già stata rinnovata una volta. Per un altro rinvio, di ${FORECAST_DAYS} giorni al più, rivolgiti al Segretario.`;
    case 'said-already':
      return 'Hai già risposto che non è di tua competenza: il Segretario lo vede sul suo cruscotto.';
    case 'withdrawn-already':
      return 'Questa risposta è già stata ritirata.';
    case 'answer-overtaken':
      return 'Dopo questa risposta la scadenza è cambiata: non si può più ritirare. Rivolgiti al Segretario.';
    case 'not-disclaimed':
      return 'Nessuno ha risposto «Non è di mia competenza», oppure è già stato deciso.';
    case 'not-on-paper':
      return 'Questi avvisi non sono da consegnare: la consegna è già registrata, oppure sono partiti per posta.';
    case 'withdrawal-late':
      return `La risposta si poteva ritirare fino a ${italianDate(refusal.until)}. Per riaprire la scadenza rivolgiti al Segretario.`;
    case 'not-told':
      return "Di questa scadenza non ti è stato rivolto nessun avviso: non c'è nulla di cui prendere visione.";
    case 'acknowledged-already':
      return `La presa visione di questo avviso è già registrata, ${italianDate(refusal.on)}: non serve ripeterla.`;
    case 'link-broken':
      return 'Il collegamento non è valido o è arrivato incompleto. Aprilo dal pulsante del messaggio, oppure copialo per intero.';
    case 'link-not-yours':
      return 'Questa scadenza non riguarda più la persona a cui era rivolto il messaggio: il ruolo è cambiato o è terminato. Non è stato registrato nulla.';
    case 'link-reads-only':
      return 'Da questo collegamento la scadenza si può solo leggere: risponde chi la deve.';
    case 'link-expired':
      return `I collegamenti dei messaggi valgono ${LINK_DAYS} giorni e questo è scaduto. ${latestSentence(refusal.latest)}`;
    case 'code-wrong':
      return 'Il codice non è giusto. Non è stato registrato nulla: controllalo e riprova.';
    case 'code-locked':
      return `Il codice è stato sbagliato ${MOST_WRONG_CODES} volte: per oggi da questa casella non si può rispondere. Il Segretario è stato avvertito.`;
  }
}

const latestSentence = (latest: CivilDate | null): string =>
  latest === null
    ? 'Usa quello del messaggio più recente oppure rivolgiti al Segretario.'
    : `Apri il messaggio più recente che ne parla, di ${italianDate(latest)}, e usa quello.`;
