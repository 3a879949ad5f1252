/** A year that the evaluators can work on, as the 15:00 alert tells it. */
import type { AlertItem } from './alert-facts.js';
import { italianDate } from './italian-dates.js';
import type { MailFact, MailItem } from './mail-document.js';
import { keepTogether } from './wrap-text.js';

export function readyItem({
  year,
  round,
  transmittedOn,
  due,
}: Extract<AlertItem, { readonly kind: 'year-ready' }>): MailItem {
  const dated = (label: string, day: typeof due): readonly MailFact[] =>
    day === null ? [] : [{ label, value: keepTogether(italianDate(day)), strong: true }];
  return {
    title: `Relazione sulla performance ${year}${round > 1 ? `, ${round}ª trasmissione` : ''}`,
    facts: [
      ...dated('Trasmessa', transmittedOn),
      ...dated('Esito entro il', due),
      ...(transmittedOn === null
        ? [{ label: 'A che punto è', value: 'ciò che serve è arrivato; la Relazione non è ancora trasmessa' }]
        : []),
      {
        label: 'Che cosa fare',
        value: 'apri «Istruttoria»: obiettivi, risultati, documenti, domande, criteri ed esito sono lì.',
      },
    ],
    action: null,
  };
}
