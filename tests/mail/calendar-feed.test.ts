/** The personal calendar, read back by a parser that is not the writer's. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { points } from '../../domain/plan/points.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { type CalendarTerm, calendarFeed } from '../../mail/calendar-feed.js';
import { DEFAULT_WORDS } from '../../mail/roles.js';

const AT = instant(Date.UTC(2023, 2, 1, 9, 30, 15));

function obligation(
  change: Partial<Obligation> = {},
  words: Partial<Obligation['subject']> = {},
): Obligation {
  return {
    ...{ id: '0b8e0f0a-0000-4000-8000-000000000001', kind: 'milestone', year: 2023, objectiveId: 'o1' },
    owner: { role: 'head', sector: 'Finanziario' },
    term: { kind: 'date', due: civilDate('2023-05-31') },
    ...{ opens: null, startDay: civilDate('2023-03-01'), recurrence: null, version: 1, state: 'open' },
    ...{ doneOn: null, forecast: null, heldBack: false },
    subject: {
      ...{
        sector: 'Finanziario',
        number: '3',
        objective: 'Gestione della TARI',
        milestone: 'entro 31 maggio',
      },
      weight: points(15),
      ...words,
    },
    ...change,
  };
}

const feedOf = (...obligations: readonly Obligation[]): string => feed(obligations.map((one) => term(one)));
const term = (one: Obligation): CalendarTerm => ({ obligation: one, sequence: 2, changedAt: AT });
const feed = (terms: readonly CalendarTerm[]): string =>
  calendarFeed(
    { town: 'Comune di Prova', terms, linkTo: (id) => `https://traguardo.example/scadenze/${id}` },
    DEFAULT_WORDS,
  );

function eventsIn(text: string): readonly ICAL.Event[] {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
const onlyEvent = (text: string): ICAL.Event => {
  const [event, more] = eventsIn(text);
  if (event === undefined || more !== undefined) throw new Error('one event was expected');
  return event;
};
const textOf = (event: ICAL.Event, property: string): string =>
  String(event.component.getFirstPropertyValue(property));

const categoriesOf = (event: ICAL.Event): readonly unknown[] =>
  event.component.getAllProperties('categories').flatMap((one) => one.getValues());

/** What RFC 5545 §3.1 wants of every line. */
function expectLines(text: string): void {
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
}

describe('a term in the calendar', () => {
  it('is one day without hours on the due date, that takes no time and rings no bell', () => {
    const text = feedOf(obligation());
    const event = onlyEvent(text);
    expect(text).toContain('DTSTART;VALUE=DATE:20230531\r\n');
    expect(event.startDate.isDate).toBe(true);
    expect(event.endDate.toString()).toBe('2023-06-01');
    expect(textOf(event, 'transp')).toBe('TRANSPARENT');
    expect(text).not.toMatch(/VALARM|DTEND|TZID/);
  });

  it('says objective and phase, why it is there, how it stands and where to answer', () => {
    const event = onlyEvent(feedOf(obligation()));
    expect(event.summary).toBe('Obiettivo 3 – Gestione della TARI – entro 31 maggio');
    expect(event.description.split('\n')).toEqual([
      'Obiettivo 3 – Gestione della TARI',
      'Fase: «entro 31 maggio»',
      'Entro il: mercoledì 31 maggio 2023',
      'Peso: 15',
      'Come sta: da concludere',
      'È nel tuo calendario perché ne rispondi come Responsabile del settore Finanziario.',
      'Apri la scadenza: https://traguardo.example/scadenze/0b8e0f0a-0000-4000-8000-000000000001',
    ]);
    expect(textOf(event, 'url')).toBe(
      'https://traguardo.example/scadenze/0b8e0f0a-0000-4000-8000-000000000001',
    );
    expect(categoriesOf(event)).toEqual(['Ciclo della performance', 'Finanziario']);
  });

  it.each([
    ['met by the day', { doneOn: civilDate('2023-05-30') }, 'conclusa martedì 30 maggio 2023'],
    [
      'met 2 days late',
      { doneOn: civilDate('2023-06-02') },
      'conclusa venerdì 2 giugno 2023, 2 giorni oltre il termine',
    ],
  ])('that was %s stays, marked', (_, change, says) => {
    const event = onlyEvent(feedOf(obligation({ state: 'done', ...change })));
    expect(event.summary).toMatch(/^Conclusa: Obiettivo 3/);
    expect(event.description).toContain(`Come sta: ${says}\n`);
    expect(categoriesOf(event)).toContain('Conclusa');
  });

  it('with an answer in corso says the forecast; an implicit term says that it is one', () => {
    expect(onlyEvent(feedOf(obligation({ forecast: civilDate('2023-06-15') }))).description).toContain(
      'Come sta: in corso, conclusione prevista per giovedì 15 giugno 2023\n',
    );
    const implicit = obligation({ term: { kind: 'implicit', due: civilDate('2023-12-31') } });
    expect(onlyEvent(feedOf(implicit)).description).toContain(
      'domenica 31 dicembre 2023 – Termine implicito (31 dicembre)\n',
    );
  });

  it('that is external and has no date is absent', () => {
    expect(eventsIn(feedOf(obligation({ term: { kind: 'external', anchor: 'bandi' } })))).toEqual([]);
  });

  it.each(['2024-02-29', '2023-03-26', '2023-10-29', '2023-12-31', '2024-01-01'])(
    'stands on %s, also where the machine keeps another zone',
    (due) => {
      const text = feedOf(obligation({ term: { kind: 'date', due: civilDate(due) } }));
      expect(text).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}\r\n`);
    },
  );
});

describe('the file', () => {
  it('is the same bytes for the same facts, with times of the facts and a stable UID', () => {
    const text = feedOf(obligation());
    expect(feedOf(obligation())).toBe(text);
    expect(text).toContain('UID:0b8e0f0a-0000-4000-8000-000000000001\r\n');
    expect(text).toContain('DTSTAMP:20230301T093015Z\r\n');
    expect(text).toContain('LAST-MODIFIED:20230301T093015Z\r\n');
    expect(text).toContain('SEQUENCE:2\r\n');
  });

  it('asks calendar programs to come back every 4 hours, and is a calendar without any term too', () => {
    const text = feed([]);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n');
    expect(text).toContain('X-PUBLISHED-TTL:PT4H\r\n');
    expect(new ICAL.Component(ICAL.parse(text)).name).toBe('vcalendar');
    expectLines(text);
  });

  const HOSTILE: Readonly<Record<string, string>> = {
    'line breaks': 'prima\r\nEND:VEVENT\r\nBEGIN:VALARM\nTRIGGER:-PT5M',
    'commas, semicolons and backslashes': 'a,b;c\\n d:"e" \\',
    emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(60),
    'accents two bytes long': 'à'.repeat(5000),
    '5,000 characters': 'x'.repeat(5000),
    HTML: '<img src=x onerror=alert(1)><script>alert(1)</script><!-- --> meno di < 40',
    'nothing but spaces': ' \u00a0\u2028 ',
    'half a character': 'a\ud83dz',
    'control and direction characters': 'a\u0000b\u202ec\u0007d',
    placeholders: '{{link:0}} {{seal}}',
  };

  it.each(Object.keys(HOSTILE))('with %s in titles and phases stays one event of folded lines', (name) => {
    const words = HOSTILE[name] ?? '';
    const text = feedOf(obligation({}, { objective: words, milestone: words, sector: words }));
    expectLines(text);
    const event = onlyEvent(text);
    expect(event.component.getAllSubcomponents()).toEqual([]);
    expect([...event.summary].length).toBeLessThan(220);
    for (const said of [event.summary, event.description]) expect(said).not.toMatch(/<[a-z/!?]/i);
    expect(event.description).toContain('\nApri la scadenza: https://traguardo.example/');
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
  });

  it('keeps what is only a sign: "meno di < 40"', () => {
    expect(onlyEvent(feedOf(obligation({}, { objective: 'PM10 < 40' }))).summary).toContain('PM10 < 40');
  });
});
