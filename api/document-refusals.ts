/** Why a document was not made: status and Italian sentence. What was recorded with it stays. */
import type { NotTypeset } from '../documents/apart/typeset-apart.js';

export interface DocumentRefusal {
  readonly code: 'document-not-made';
  readonly why: NotTypeset;
  /** What else there is to take; a sentence, or empty. */
  readonly instead: string;
}

/** Too much to set is the document's doing, the rest is ours. */
export const documentStatus = ({ why }: DocumentRefusal): 422 | 503 =>
  why === 'too-long' || why === 'too-much-memory' ? 422 : 503;

const SENTENCES: Readonly<Record<NotTypeset, string>> = {
  'too-long': 'Il PDF è troppo lungo: la sua preparazione è stata interrotta.',
  'too-much-memory': 'Il PDF è troppo grande: la sua preparazione è stata interrotta.',
  crashed: 'Il PDF non si è potuto preparare. Riprova; se succede ancora, avverti chi gestisce il programma.',
  busy: 'Si stanno preparando molti altri documenti: riprova tra un minuto.',
};

export const documentSentence = ({ why, instead }: DocumentRefusal): string =>
  [SENTENCES[why], instead].filter((text) => text !== '').join(' ');
