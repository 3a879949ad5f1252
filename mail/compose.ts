/**
 * The digest of one person, town and day: facts → subject, text and HTML with placeholders for the
 * links. Pure: the same facts give the same bytes, in the rehearsal and in the round.
 */
import { LINK_DAYS } from '../domain/obligations/answer-rules.js';
import type { DigestFacts } from '../domain/obligations/digest.js';
import { answeredSections } from './answered-section.js';
import { digestSubject } from './digest-subject.js';
import { renderHtml } from './html-part.js';
import { italianDate } from './italian-dates.js';
import type { ComposedMail, MailDocument } from './mail-document.js';
import { noticeSections, noticesByRole } from './notice-sections.js';
import { DEFAULT_WORDS, type MailWords } from './roles.js';
import { summarySection, summaryTitle } from './summary-section.js';
import { renderText } from './text-part.js';
import { townName } from './town-name.js';
import { keepTogether } from './wrap-text.js';

/** One mail for all roles of a person. Throws `RangeError` when there is nothing to say (no line, no summary): then there is no mail. */
export function composeDigest(facts: DigestFacts, words: MailWords = DEFAULT_WORDS): ComposedMail {
  if (facts.lines.length === 0 && facts.summary === null) {
    throw new RangeError(`a digest of ${facts.day} without a line`);
  }
  const links: string[] = [];
  const linkTo = (obligation: string): number => links.push(obligation) - 1;
  const document = digestDocument(facts, words, linkTo);
  return {
    subject: digestSubject(facts, words),
    text: renderText(document),
    html: renderHtml(document),
    links,
  };
}

function digestDocument(
  facts: DigestFacts,
  words: MailWords,
  linkTo: (obligation: string) => number,
): MailDocument {
  const notices = noticeSections(noticesByRole(facts, words), facts, words, linkTo);
  const summary = facts.summary === null ? [] : [summarySection(facts.summary, facts, words, linkTo)];
  const { answered = [] } = facts;
  const all = [...notices, ...summary, ...answeredSections(answered, linkTo)];
  const [only] = all;
  const day = keepTogether(italianDate(facts.day));
  const about = notices.length === 0 && facts.summary !== null ? summaryTitle(facts.summary) : 'Avvisi';
  const town = townName(facts.town);
  const labels = new Set(
    all.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.flatMap(({ action }) => action?.label ?? [])),
    ),
  );
  const answers = labels.has('Rispondi');
  // To the Sindaco, about what others owe: whoever opens it can do nothing in somebody's name.
  const readsOnly = all.length === notices.length && labels.size === 1 && labels.has('Apri');
  return {
    town,
    title: `${about} – ${day}`,
    sections: all.length === 1 && only !== undefined ? [{ ...only, heading: null }] : all,
    footer: [
      ...(answers
        ? [
            'Con «Rispondi» registri a che punto è ciascuna scadenza. Per quelle concluse non partono altri avvisi.',
          ]
        : []),
      ...(labels.size > 0
        ? [
            `I collegamenti sono personali e valgono ${LINK_DAYS} giorni: ${readsOnly ? 'chi li apre legge come sta ciascuna scadenza' : 'chi li apre può rispondere a tuo nome'}.`,
          ]
        : []),
      `Messaggio automatico di Traguardo – ${town}. L'apertura di questo messaggio non viene registrata.`,
    ],
  };
}
