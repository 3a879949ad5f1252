/** "Hai risposto dal messaggio": what was recorded by link since the last mail, so that nobody answers unseen. */
import type { AnsweredByLink } from '../domain/obligations/digest.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { counted } from './italian-numbers.js';
import { type LinkTo, phraseOf, titleOf } from './line-item.js';
import type { MailFact, MailItem, MailSection } from './mail-document.js';
import { keepTogether } from './wrap-text.js';

const NAME_LIMIT = 120;
const REASON_LIMIT = 600;

/** What was decided about answers, then answers by link; empty where there are none. */
export function answeredSections(
  answered: readonly AnsweredByLink[],
  linkTo: LinkTo,
): readonly MailSection[] {
  const ruled = answered.flatMap((one) => (one.ruling == null ? [] : { ...one, ruling: one.ruling }));
  const rest = answered.filter(({ ruling }) => ruling == null);
  return [
    ...(ruled.length === 0 ? [] : [ruledSection(ruled, linkTo)]),
    ...(rest.length === 0 ? [] : [answeredSection(rest, linkTo)]),
  ];
}

type Ruled = AnsweredByLink & { readonly ruling: NonNullable<AnsweredByLink['ruling']> };

const ruledSection = (ruled: readonly Ruled[], linkTo: LinkTo): MailSection => ({
  heading: 'Resta di tua competenza',
  paragraphs: [
    `${ruled.some(({ ruling }) => ruling.answeredBy != null) ? 'Era stato risposto' : 'Avevi risposto'} «Non è di mia competenza». Il Segretario ha deciso che resta a te, per il motivo che leggi qui.`,
  ],
  groups: [
    {
      heading: 'Decisione del Segretario',
      tone: 'plain',
      items: ruled.map(({ subject, obligation, ruling: { on, reason, answeredBy } }) => {
        const phrase = phraseOf(subject);
        return {
          title: titleOf(subject),
          facts: [
            ...(phrase === null ? [] : [{ label: 'Fase', value: phrase }]),
            ...(answeredBy == null
              ? []
              : [{ label: 'Aveva risposto', value: cleanText(answeredBy, NAME_LIMIT, '–') }]),
            { label: 'Deciso', value: dated(on) },
            {
              label: 'Motivo',
              value: `«${cleanText(reason ?? '', REASON_LIMIT, 'cancellato')}»`,
              strong: true,
            },
          ],
          action: { label: 'Apri', quiet: true, link: linkTo(obligation) },
        };
      }),
      rows: [],
    },
  ],
});

const answeredSection = (answered: readonly AnsweredByLink[], linkTo: LinkTo): MailSection => ({
  heading: 'Hai risposto dal messaggio',
  paragraphs: [
    `Dai collegamenti dei messaggi precedenti ${answered.length === 1 ? 'risulta' : 'risultano'} ` +
      `${counted(answered.length, 'risposta', 'risposte')} a tuo nome. Se non sei stato tu, ritirala e avverti il Segretario.`,
  ],
  groups: [
    {
      heading: 'Risposte registrate',
      tone: 'plain',
      items: answered.map((one) => answeredItem(one, linkTo)),
      rows: [],
    },
  ],
});

function answeredItem(one: AnsweredByLink, linkTo: LinkTo): MailItem {
  const phrase = phraseOf(one.subject);
  const facts: (MailFact | null)[] = [
    phrase === null ? null : { label: 'Fase', value: phrase },
    { label: 'Risposta', value: saidIn(one), strong: true },
    { label: 'Registrata', value: dated(one.answeredOn) },
    one.declaredName === null
      ? null
      : { label: 'Ha risposto', value: `${cleanText(one.declaredName, NAME_LIMIT, '–')} (nome dichiarato)` },
    one.withdrawnOn === null ? null : { label: 'Ritirata', value: dated(one.withdrawnOn) },
    one.withdrawUntil === null ? null : { label: 'Si può ritirare fino a', value: dated(one.withdrawUntil) },
  ];
  return {
    title: titleOf(one.subject),
    facts: facts.filter((fact) => fact !== null),
    action: {
      label: one.withdrawUntil === null ? 'Apri' : 'Apri o ritira',
      quiet: true,
      link: linkTo(one.obligation),
    },
  };
}

function saidIn({ kind, doneOn, forecast }: AnsweredByLink): string {
  if (kind === 'done') return doneOn === null ? 'Concluso' : `Concluso ${dated(doneOn)}`;
  if (kind === 'not-mine') return 'Non è di mia competenza';
  return forecast === null ? 'In corso' : `In corso, conclusione prevista ${dated(forecast)}`;
}

const dated = (day: Parameters<typeof italianDate>[0]): string => keepTogether(italianDate(day));
