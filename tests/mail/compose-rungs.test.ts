/** Each rung says its word, its true due date with the year, how late, its weight and why it is sent. */
import { describe, expect, it } from 'vitest';
import { RUNGS, type Rung } from '../../domain/obligations/ladder.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import { DEFAULT_WORDS } from '../../mail/roles.js';
import { digest, FINANCE, MAYOR, noticeLine, SECRETARY } from './facts.js';

/** The text as it reads, whatever its line breaks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const ownersMail = (rung: Rung): string => flat(composeDigest(digest([noticeLine(rung)])).text);

interface Expected {
  readonly rung: Rung;
  readonly word: string;
  readonly due: string;
  readonly reason: string;
}
const OWNER: readonly Expected[] = [
  {
    rung: 'before-start',
    word: "Termine anteriore all'avvio: conferma se e quando è stato concluso",
    due: 'Entro il: martedì 28 febbraio 2023 Peso',
    reason: "il termine cade prima dell'inizio degli avvisi: conferma se e quando è stato concluso",
  },
  {
    rung: 'first-notice',
    word: 'Promemoria',
    due: 'sabato 29 luglio 2023, tra 21 giorni lavorativi',
    reason: 'mancano 30 giorni al termine',
  },
  {
    rung: 'ten-days',
    word: 'Promemoria',
    due: 'giovedì 13 luglio 2023, tra 10 giorni lavorativi',
    reason: 'mancano 10 giorni lavorativi al termine',
  },
  {
    rung: 'three-days',
    word: 'Promemoria',
    due: 'martedì 4 luglio 2023, tra 3 giorni lavorativi',
    reason: 'mancano 3 giorni lavorativi al termine',
  },
  { rung: 'due-day', word: 'Scade oggi', due: 'giovedì 29 giugno 2023, oggi', reason: 'il termine è oggi' },
  {
    rung: 'late-1',
    word: 'Sollecito',
    due: 'mercoledì 28 giugno 2023, oltre il termine da 1 giorno lavorativo',
    reason: 'a 1 giorno lavorativo dal termine non risulta una risposta',
  },
  {
    rung: 'late-3',
    word: 'Sollecito',
    due: 'lunedì 26 giugno 2023, oltre il termine da 3 giorni lavorativi',
    reason: 'a 3 giorni lavorativi dal termine non risulta una risposta',
  },
  {
    rung: 'late-7',
    word: 'Sollecito',
    due: 'martedì 20 giugno 2023, oltre il termine da 7 giorni lavorativi',
    reason: 'domani la comunicazione va al Sindaco',
  },
  {
    rung: 'late-8',
    word: 'Comunicazione al Sindaco',
    due: 'lunedì 19 giugno 2023, oltre il termine da 8 giorni lavorativi',
    reason: 'a 8 giorni lavorativi dal termine non risulta una risposta; oggi la comunicazione va al Sindaco',
  },
  ...([1, 2, 3, 4] as const).map(
    (week): Expected => ({
      rung: `weekly-${week}`,
      word: 'Sollecito',
      due: '2023, oltre il termine da',
      reason: `non risulta una risposta; è il sollecito settimanale ${week} di 4`,
    }),
  ),
];

describe('a notice to the owner', () => {
  it('has its words for every rung of the ladder', () => {
    expect(OWNER.map(({ rung }) => rung)).toEqual(RUNGS);
  });

  it.each(OWNER)(
    '$rung: says $word, the date with its year and the reason',
    ({ rung, word, due, reason }) => {
      const text = ownersMail(rung);
      expect(text).toContain(word);
      expect(text).toContain(due);
      expect(text.split("Motivo dell'avviso: ")[1]).toContain(reason);
      expect(text).toContain('Peso: 15');
      expect(text).toContain('Fase: «entro 31 maggio»');
    },
  );

  it.each(RUNGS)(
    '%s: says in which role it is received and "ricevi questo avviso perché", on one line',
    (rung) => {
      const { text, html } = composeDigest(digest([noticeLine(rung)]));
      const sentence = 'Come Responsabile del settore Finanziario ricevi questo avviso perché 1 scadenza';
      expect(text).toMatch(/^.*ricevi questo avviso perché/m);
      expect(flat(text)).toContain(sentence);
      expect(html).toContain(sentence);
    },
  );

  it.each(RUNGS)('%s: has one button, "Rispondi", to its obligation', (rung) => {
    const { text, html, links } = composeDigest(digest([noticeLine(rung)]));
    expect(links).toEqual([`obligation-${rung}`]);
    expect(text).toContain('Rispondi\n   {{link:0}}\n');
    expect(html.match(/href="{{link:0}}"/g)).toHaveLength(1);
  });

  it('names the true due date when it is closed and the notice moved back to the last working day', () => {
    const sunday = noticeLine('due-day', {
      term: { kind: 'date', due: civilDate('2023-07-02') },
      workingDaysLeft: 0,
    });
    const { subject, text } = composeDigest(digest([sunday], { day: civilDate('2023-06-30') }));
    expect(subject).toBe('1 scadenza entro domenica 2 luglio 2023 – Comune di Caluso');
    expect(flat(text)).toContain('In scadenza');
    expect(flat(text)).toContain('Entro il: domenica 2 luglio 2023, giorno di chiusura');
    expect(flat(text)).toContain("oggi è l'ultimo giorno lavorativo prima");
    expect(flat(text)).not.toContain('Scade oggi');
  });

  it('flags an implicit term, and says which end of the year it is', () => {
    const implicit = noticeLine('first-notice', {
      term: { kind: 'implicit', due: civilDate('2023-12-31') },
      subject: { ...noticeLine('first-notice').subject, milestone: null },
      workingDaysLeft: 20,
    });
    const text = flat(composeDigest(digest([implicit], { day: civilDate('2023-12-01') })).text);
    expect(text).toContain(
      'domenica 31 dicembre 2023, tra 20 giorni lavorativi – Termine implicito (31 dicembre)',
    );
    expect(text).not.toContain('Fase:');
  });

  it('after an explained delay speaks of the forecast that has passed, not of silence', () => {
    const text = flat(
      composeDigest(digest([noticeLine('late-3', { forecast: civilDate('2023-06-28') })])).text,
    );
    expect(text).toContain('non risulta la conclusione prevista per mercoledì 28 giugno 2023');
    expect(text).not.toContain('non risulta una risposta');
  });

  it('promises nothing about the Sindaco where the town has switched that rung off', () => {
    const { text } = composeDigest(digest([noticeLine('late-8')]), { ...DEFAULT_WORDS, mayorIsTold: false });
    expect(text).not.toContain('Sindaco');
    expect(text).toContain('Sollecito');
  });

  it.each([
    ['to the Segretario, the day before', 'late-7', SECRETARY],
    ['to the Sindaco', 'late-8', MAYOR],
    ['to whoever owes it, on the day', 'late-8', FINANCE],
  ] as const)(
    'cites %s the act that provides for the notice, where the town has named one',
    (_, rung, recipient) => {
      const words = { ...DEFAULT_WORDS, mayorAct: 'G.C. n. 12 del 03/02/2023' };
      const facts = digest([noticeLine(rung, { owner: FINANCE, recipient })]);
      const says = 'La comunicazione al Sindaco è prevista da G.C. n. 12 del 03/02/2023.';
      const { text, html } = composeDigest(facts, words);
      expect(flat(text)).toContain(says);
      expect(flat(html)).toContain(says);
      expect(flat(composeDigest(facts).text)).not.toContain('è prevista da');
      const other = digest([noticeLine('late-3', { recipient })]);
      if (recipient === FINANCE) expect(flat(composeDigest(other, words).text)).not.toContain('G.C. n. 12');
    },
  );

  it('says so when the plan gives no weight, and writes weights with a comma', () => {
    const { subject } = noticeLine('late-1');
    const text = flat(
      composeDigest(digest([noticeLine('late-1', { subject: { ...subject, weight: null } })])).text,
    );
    expect(text).toContain('Peso: non indicato nel piano');
  });

  it('names the sector of the objective when its owner is somebody else than that sector', () => {
    const text = flat(composeDigest(digest([noticeLine('due-day', { owner: SECRETARY })])).text);
    expect(text).toContain('Come Segretario comunale ricevi questo avviso perché');
    expect(text).toContain('Settore: Finanziario');
  });
});
