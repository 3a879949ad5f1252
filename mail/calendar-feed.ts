/**
 * What a person owes as a calendar (RFC 5545): one all-day event a term. The same facts give the same bytes, on
 * any day: nothing in it counts days from today. It has no alarms, because the mails are the reminders. Pure.
 */
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { dueOf, type Obligation } from '../domain/obligations/obligation.js';
import { type CivilDate, dayOf, daysBetween, monthOf, yearOf } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { counted, italianPoints } from './italian-numbers.js';
import { phraseOf, titleOf } from './line-item.js';
import { type MailWords, roleInWords, sectorName } from './roles.js';
import { townName } from './town-name.js';

/** Something owed, with what tells a calendar that it changed. */
export interface CalendarTerm {
  readonly obligation: Obligation;
  /** Rises with every change. */
  readonly sequence: number;
  /** When it last changed (town time). */
  readonly changedAt: Instant;
}

export interface CalendarFacts {
  readonly town: string;
  /** Those without a date have no event. */
  readonly terms: readonly CalendarTerm[];
  /** The address of an obligation's page. */
  readonly linkTo: (obligation: string) => string;
}

/** How often a calendar program may come back, in seconds. */
const REFRESH_SECONDS = 4 * 3600;
/** A title stands in the cell of a day: the whole of it is in the description. */
const TITLE_LIMIT = 120;
const PHRASE_LIMIT = 80;

/** The bytes of the feed, lines folded at 75 octets. */
export function calendarFeed({ town, terms, linkTo }: CalendarFacts, words: MailWords): string {
  const name = townName(town);
  const calendar = new ICalCalendar({
    name: `Le mie scadenze – ${name}`,
    description: 'Le scadenze del ciclo della performance di cui rispondi. I promemoria arrivano per e-mail.',
    prodId: { company: 'Traguardo', product: 'Scadenze', language: 'IT' },
    ttl: REFRESH_SECONDS,
  });
  for (const { obligation, sequence, changedAt } of terms) {
    const due = dueOf(obligation);
    if (due === null) continue;
    const link = linkTo(obligation.id);
    calendar.createEvent({
      id: obligation.id,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: midnight(due),
      allDay: true,
      // A term takes no time of the day: who looks for a free hour finds one.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: untagged(summaryOf(obligation)),
      description: untagged([...linesOf(obligation, due, words), `Apri la scadenza: ${link}`].join('\n')),
      categories: categoriesOf(obligation).map((category) => ({ name: untagged(category) })),
      url: link,
    });
  }
  return calendar.toString();
}

/** As the writer wants a day: midnight UTC, of which it prints the date. */
const midnight = (day: CivilDate): Date => new Date(Date.UTC(yearOf(day), monthOf(day) - 1, dayOf(day)));

/** Some calendars show descriptions as HTML: what reads as a tag must not become one. */
const untagged = (text: string): string => text.replace(/<(?=[a-z/!?])/gi, '‹');

function summaryOf({ subject, state }: Obligation): string {
  const title = cleanText(titleOf(subject), TITLE_LIMIT, '');
  const phrase = subject.milestone === null ? '' : cleanText(subject.milestone, PHRASE_LIMIT, '');
  return `${state === 'done' ? 'Conclusa: ' : ''}${title}${phrase === '' ? '' : ` – ${phrase}`}`;
}

function linesOf(obligation: Obligation, due: CivilDate, words: MailWords): readonly string[] {
  const { subject, owner, term } = obligation;
  const phrase = phraseOf(subject);
  const implicit = term.kind === 'implicit' ? ' – Termine implicito (31 dicembre)' : '';
  return [
    titleOf(subject),
    ...(phrase === null ? [] : [`Fase: ${phrase}`]),
    `Entro il: ${italianDate(due)}${implicit}`,
    `Peso: ${subject.weight === null ? 'non indicato nel piano' : italianPoints(subject.weight)}`,
    `Come sta: ${standingInWords(obligation, due)}`,
    `È nel tuo calendario perché ne rispondi come ${roleInWords(owner, words)}.`,
  ];
}

/** Without counting from today: what was said stays true until somebody says something else. */
function standingInWords({ state, doneOn, forecast }: Obligation, due: CivilDate): string {
  if (state !== 'done')
    return forecast === null
      ? 'da concludere'
      : `in corso, conclusione prevista per ${italianDate(forecast)}`;
  if (doneOn === null) return 'conclusa';
  const late = daysBetween(due, doneOn);
  return `conclusa ${italianDate(doneOn)}${late > 0 ? `, ${counted(late, 'giorno', 'giorni')} oltre il termine` : ''}`;
}

const categoriesOf = ({ subject, state }: Obligation): readonly string[] => [
  'Ciclo della performance',
  ...(subject.sector === '' ? [] : [sectorName(subject.sector)]),
  ...(state === 'done' ? ['Conclusa'] : []),
];
