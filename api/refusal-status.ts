/** The HTTP status of each refusal, and what a heading says of it. */
import { ANSWER_STATUS } from './answer-refusals.js';
import { CLOSING_STATUS } from './closing-refusals.js';
import { type DocumentRefusal, documentStatus } from './document-refusals.js';
import { MEASUREMENT_STATUS } from './measurement-refusals.js';
import { MONITORING_STATUS } from './monitoring-refusals.js';
import type { Refusal } from './refusals.js';
import { REVIEW_STATUS } from './review-refusals.js';
import { VARIATION_STATUS } from './variation-refusals.js';

export type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

const STATUS: Readonly<Record<Exclude<Refusal, DocumentRefusal>['code'], Status>> = {
  'not-entered': 401,
  'not-allowed': 403,
  'key-only-reads': 403,
  'not-found': 404,
  'form-expired': 403,
  'key-used-otherwise': 422,
  invalid: 422,
  'already-done': 409,
  'no-longer-due': 409,
  'not-done': 409,
  'term-known': 409,
  'changed-meanwhile': 409,
  ...ANSWER_STATUS,
  ...MONITORING_STATUS,
  ...CLOSING_STATUS,
  ...MEASUREMENT_STATUS,
  ...REVIEW_STATUS,
  ...VARIATION_STATUS,
  'own-notice': 403,
  'not-warned': 409,
  'not-held-back': 409,
  'mayor-told': 409,
  'draft-changed': 409,
  'import-closed': 409,
  'shared-objective': 409,
  'round-held': 409,
  'offices-closed': 409,
  'nothing-to-send': 409,
  'not-on-trial': 409,
  'content-removed': 404,
  'clock-waits': 503,
  'asked-too-often': 429,
  'tried-too-often': 429,
  'too-large': 413,
  'wrong-type': 415,
  malformed: 400,
  unavailable: 503,
  'no-room': 503,
};

export const statusOf = (refusal: Refusal): Status =>
  refusal.code === 'document-not-made' ? documentStatus(refusal) : STATUS[refusal.code];

/** What a heading says. */
export const TITLES: Readonly<Record<Status, string>> = {
  400: 'Richiesta non leggibile',
  401: 'Prima bisogna entrare',
  403: 'Non consentito',
  404: 'Non trovato',
  409: 'Non più possibile',
  410: 'Collegamento scaduto',
  413: 'Troppo grande',
  415: 'Tipo di file non ammesso',
  422: 'Qualcosa da correggere',
  429: 'Troppe richieste',
  503: 'Non disponibile in questo momento',
};
