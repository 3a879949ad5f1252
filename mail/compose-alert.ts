/** The 15:00 alert mail: what happened, whose mail it was, what the server said, what to do. Pure. */
import type { Role } from '../domain/obligations/obligation.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { AlertFacts, AlertItem, ServerAnswer } from './alert-facts.js';
import { ALERT_KINDS, ALERT_ORDER, ALERT_WAITS } from './alert-words.js';
import { answerAlertItem } from './answer-alert.js';
import { cleanText } from './clean-text.js';
import { renderHtml } from './html-part.js';
import { italianDate } from './italian-dates.js';
import { counted, listed } from './italian-numbers.js';
import type { ComposedMail, MailFact, MailGroup, MailItem } from './mail-document.js';
import { paperItems } from './paper-alert.js';
import { readyItem } from './ready-alert.js';
import { receivesAs } from './receives-as.js';
import { DEFAULT_WORDS, type MailWords, roleInWords } from './roles.js';
import { renderText } from './text-part.js';
import { townName } from './town-name.js';
import { keepTogether } from './wrap-text.js';

const RESPONSE_LIMIT = 300;
const SECRETARY: Role = { role: 'secretary' };
const STOPPED =
  "consegna tu gli avvisi di quel giorno. È la seconda volta di seguito: a quell'indirizzo non scriviamo più, e i " +
  'prossimi avvisi te li elenchiamo da consegnare, finché non lo correggi o non premi «Riprova» in «Persone e ruoli».';

/** Throws `RangeError` when there is nothing to tell: then there is no alert. It has no links. */
export function composeAlert(facts: AlertFacts, words: MailWords = DEFAULT_WORDS): ComposedMail {
  if (facts.items.length === 0) throw new RangeError(`an alert of ${facts.day} without an item`);
  const town = townName(facts.town);
  const kinds = ALERT_ORDER.map((kind) => ({
    kind,
    items: facts.items.filter((item) => item.kind === kind),
  })).filter(({ items }) => items.length > 0);
  const counts = kinds.map(({ kind, items }) =>
    counted(items.length, ALERT_KINDS[kind].one, ALERT_KINDS[kind].many),
  );
  const document = {
    town,
    title: `Da vedere oggi – ${dated(facts.day)}`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `${receivesAs(facts.to ?? SECRETARY, facts, words)} ${keepTogether('ricevi questo avviso perché')} ${ALERT_WAITS[(facts.to ?? SECRETARY).role === 'oiv' ? 'evaluators' : 'secretary']}: ${listed(counts)}.`,
        ],
        groups: kinds.map(
          ({ kind, items }): MailGroup => ({
            heading: ALERT_KINDS[kind].heading,
            tone: kind === 'outage' || kind === 'year-ready' ? 'plain' : 'late',
            items: items.flatMap((item) =>
              item.kind === 'to-hand-over' ? paperItems(item, words) : alertItem(item, facts.day, words),
            ),
            rows: [],
          }),
        ),
      },
    ],
    footer: [`Messaggio automatico di Traguardo – ${town}.`],
  };
  const subject = `Da vedere oggi: ${counts.join(', ')} – ${town}`;
  return { subject, text: renderText(document), html: renderHtml(document), links: [] };
}

const dated = (day: CivilDate): string => keepTogether(italianDate(day));

function alertItem(
  item: Exclude<AlertItem, { kind: 'to-hand-over' }>,
  today: CivilDate,
  words: MailWords,
): MailItem {
  const sentence = (title: string, facts: readonly MailFact[], todo: string): MailItem => ({
    title,
    facts: [...facts, { label: 'Che cosa fare', value: todo }],
    action: null,
  });
  switch (item.kind) {
    case 'not-mine':
    case 'code-locked':
      return answerAlertItem(item, words);
    case 'year-ready':
      return readyItem(item);
    case 'permanent-refusal':
      return sentence(
        recipients(item.roles, words),
        [messageOf(item.mailDay), answerOf(item)],
        "controlla l'indirizzo in «Persone e ruoli» e consegna tu gli avvisi di quel giorno.",
      );
    case 'bounced':
      return sentence(
        recipients(item.roles, words),
        [messageOf(item.mailDay), answerOf(item)],
        item.stopped
          ? STOPPED
          : "controlla l'indirizzo in «Persone e ruoli» e consegna tu gli avvisi di quel giorno.",
      );
    case 'digest-not-sent':
      return sentence(
        recipients(item.roles, words),
        [messageOf(item.mailDay), answerOf(item)],
        notSent(item, today),
      );
    case 'no-recipient':
      return sentence(
        roleInWords(item.role, words),
        [messageOf(item.mailDay), { label: 'Avvisi', value: String(item.notices) }],
        'consegna gli avvisi a chi svolge il compito e indica la persona o la casella in «Persone e ruoli».',
      );
    case 'outage':
      return sentence(
        `Da ${dated(item.firstDay)} a ${dated(item.lastDay)}`,
        outageFacts(item),
        'nulla, se le date sono giuste: per ogni scadenza è partito oggi un solo avviso, il più urgente.',
      );
  }
}

const DELAYED = 'Avvisi partiti in ritardo';
const JOINED = 'Riuniti in un solo avviso per scadenza';

const outageFacts = ({
  passedOver,
  joined,
  people,
}: AlertItem & { readonly kind: 'outage' }): readonly MailFact[] => [
  // An outage may skip nothing and only delay.
  ...(passedOver === 0 ? [] : [{ label: 'Avvisi saltati', value: String(passedOver) }]),
  ...(joined === undefined ? [] : [{ label: passedOver === 0 ? DELAYED : JOINED, value: String(joined) }]),
  ...(people === undefined ? [] : [{ label: 'Persone avvisate', value: String(people) }]),
];

const recipients = (roles: readonly Role[], words: MailWords): string =>
  listed(roles.map((role) => roleInWords(role, words)));

const messageOf = (mailDay: CivilDate): MailFact => ({
  label: 'Messaggio di',
  value: dated(mailDay),
  strong: true,
});

/** The server's words are foreign: cleaned, cut and quoted. */
function answerOf({ code, response }: ServerAnswer): MailFact {
  const text = cleanText(response, RESPONSE_LIMIT, '');
  const withCode = code === null || text.startsWith(String(code)) ? text : `${code} ${text}`.trim();
  return { label: 'Risposta del server', value: withCode === '' ? 'nessuna' : `«${withCode}»` };
}

function notSent(item: AlertItem & { readonly kind: 'digest-not-sent' }, today: CivilDate): string {
  const open = item.mailDay === today;
  if (item.uncertain) {
    return open
      ? 'la consegna si è interrotta e il messaggio potrebbe essere arrivato: fino alle 17:00 viene ripetuto identico.'
      : 'la consegna si è interrotta: chiedi a chi doveva riceverlo se il messaggio è arrivato.';
  }
  return open
    ? 'la spedizione viene ritentata fino alle 17:00; avverti chi gestisce la posta del Comune.'
    : 'gli avvisi passano nel prossimo messaggio; avverti chi gestisce la posta del Comune.';
}
