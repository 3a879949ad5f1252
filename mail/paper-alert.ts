/** The notices that the Segretario hands over to people without a mailbox: per person, what, by when, how late. */
import type { AlertItem } from './alert-facts.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { counted, listed } from './italian-numbers.js';
import { phraseOf, titleOf } from './line-item.js';
import type { MailFact, MailItem } from './mail-document.js';
import { type MailWords, roleInWords } from './roles.js';
import { keepTogether } from './wrap-text.js';

type Paper = Extract<AlertItem, { kind: 'to-hand-over' }>;

const NAME_LIMIT = 120;

/** One item a notice, the first with what to do. */
export function paperItems({ person, roles, mailDay, lines }: Paper, words: MailWords): readonly MailItem[] {
  const who = `${cleanText(person, NAME_LIMIT, '–')}, ${listed(roles.map((role) => roleInWords(role, words)))}`;
  const todo: MailFact = {
    label: 'Che cosa fare',
    value:
      "stampa l'elenco «Avvisi da consegnare», consegnalo e registra quando e da chi è stato consegnato.",
  };
  return lines.map(({ subject, due, workingDaysLate }, index) => {
    const phrase = phraseOf(subject);
    return {
      title: titleOf(subject),
      facts: [
        { label: 'Da consegnare a', value: who, strong: true },
        ...(phrase === null ? [] : [{ label: 'Fase', value: phrase }]),
        {
          label: 'Entro il',
          value: due === null ? 'data da definire' : `${dated(due)}${lateInWords(workingDaysLate)}`,
          strong: true,
        },
        { label: 'Avviso di', value: dated(mailDay) },
        ...(index === 0 ? [todo] : []),
      ],
      action: null,
    };
  });
}

const dated = (day: Parameters<typeof italianDate>[0]): string => keepTogether(italianDate(day));

const lateInWords = (days: number): string =>
  days === 0 ? '' : `, oltre il termine da ${counted(days, 'giorno lavorativo', 'giorni lavorativi')}`;
