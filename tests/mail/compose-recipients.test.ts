/** The same obligation says other things to the Segretario and to the Sindaco; several roles make one mail. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import { digest, FINANCE, MAYOR, noticeLine, SECRETARY } from './facts.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a notice to somebody else than the owner', () => {
  it.each([
    ['2023-06-30', 'Domani'],
    ['2023-07-03', 'Lunedì 3 luglio'],
  ])(
    'late-7 to the Segretario, when %s is the next working day: "%s la comunicazione va al Sindaco", and Trattieni',
    (nextWorkingDay, when) => {
      const { subject, text, html } = composeDigest(
        digest([noticeLine('late-7', { recipient: SECRETARY })], {
          nextWorkingDay: civilDate(nextWorkingDay),
        }),
      );
      expect(subject).toBe('1 comunicazione in partenza per il Sindaco – Comune di Caluso');
      expect(text).toContain(`\n${when} la comunicazione va al Sindaco\n`);
      const said = `${when.charAt(0).toLowerCase()}${when.slice(1)} la comunicazione va al Sindaco`;
      expect(flat(text)).toContain(`1 scadenza è oltre il termine e ${said}.`);
      expect(flat(text)).toContain(`non risulta una risposta; ${said}`);
      expect(flat(text)).toContain('A carico di: Responsabile del settore Finanziario');
      expect(text).toContain('Apri: trattieni o lascia partire\n   {{link:0}}');
      expect(html).toContain('>Apri: trattieni o lascia partire</a>');
      expect(flat(text)).toContain('chi li apre può rispondere a tuo nome.');
    },
  );

  it.each(['late-8', 'weekly-1'] as const)(
    '%s to the Sindaco (weekly-1 after an outage): what, who owes it, how late; nothing to answer',
    (rung) => {
      const { subject, text } = composeDigest(digest([noticeLine(rung, { recipient: MAYOR })]));
      expect(subject).toBe('Comunicazione al Sindaco: 1 scadenza oltre il termine – Comune di Caluso');
      expect(flat(text)).toContain('Come Sindaco ricevi questo avviso perché 1 scadenza è oltre il termine');
      expect(flat(text)).toContain('A carico di: Responsabile del settore Finanziario');
      expect(flat(text)).toMatch(/oltre il termine da \d+ giorni lavorativi/);
      expect(flat(text)).toContain('valgono 60 giorni: chi li apre legge come sta ciascuna scadenza.');
      expect(text).not.toContain('Rispondi');
    },
  );

  it('a role that nobody holds is told to who stands in for it, with the reason', () => {
    const { text } = composeDigest(digest([noticeLine('due-day')], { standsInFor: [FINANCE] }));
    expect(flat(text)).toContain(
      'Il ruolo di Responsabile del settore Finanziario è vacante e lo sostituisci: ricevi questo avviso perché 1 scadenza è oggi.',
    );
  });

  it('one person with two roles gets one mail with a section for each, the most urgent first', () => {
    const facts = digest([
      noticeLine('late-7', { recipient: SECRETARY, obligation: 'to-hold-back' }),
      noticeLine('three-days', { recipient: FINANCE, obligation: 'own' }),
    ]);
    const { text, html, links } = composeDigest(facts);
    expect(links).toEqual(['to-hold-back', 'own']);
    expect(text.indexOf('Come Segretario comunale')).toBeLessThan(text.indexOf('Come Responsabile'));
    expect(html.match(/<h2/g)).toHaveLength(2);
    expect(html.match(/<h3/g)).toHaveLength(2);
    expect(html.match(/<h4/g)).toHaveLength(2);
  });
});
