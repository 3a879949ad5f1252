/** What answers bring to the 15:00 alert: somebody says it is not theirs; a shared mailbox is locked for the day. */

import type { AnswerAlert } from './alert-facts.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { phraseOf, titleOf } from './line-item.js';
import type { MailItem } from './mail-document.js';
import { type MailWords, roleInWords } from './roles.js';
import { keepTogether } from './wrap-text.js';

const REASON_LIMIT = 600;

export function answerAlertItem(item: AnswerAlert, words: MailWords): MailItem {
  if (item.kind === 'code-locked') {
    return {
      title: roleInWords(item.role, words),
      facts: [
        { label: 'Giorno', value: keepTogether(italianDate(item.day)), strong: true },
        {
          label: 'Che cosa fare',
          value:
            'chiedi a chi legge la casella se è stato un errore; il codice si cambia in «Persone e ruoli».',
        },
      ],
      action: null,
    };
  }
  const phrase = phraseOf(item.subject);
  return {
    title: titleOf(item.subject),
    facts: [
      ...(phrase === null ? [] : [{ label: 'Fase', value: phrase }]),
      ...(item.due === null
        ? []
        : [{ label: 'Entro il', value: keepTogether(italianDate(item.due)), strong: true }]),
      { label: 'A carico di', value: roleInWords(item.role, words) },
      { label: 'Motivo', value: `«${cleanText(item.reason, REASON_LIMIT, 'non indicato')}»` },
      {
        label: 'Che cosa fare',
        value: 'decidi a chi spetta, dal cruscotto: fino ad allora gli avvisi restano a chi ha risposto.',
      },
    ],
    action: null,
  };
}
