/** The same obligation says other things to the Segretario and to the Sindaco; several roles make one mail. */
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../mail/compose.js';
import { digest, FINANCE, MAYOR, noticeLine, SECRETARY } from './facts.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a notice to somebody else than the owner', () => {
  it('late-7 to the Segretario: "Domani la comunicazione va al Sindaco", what "domani" means, and Trattieni', () => {
    const { subject, text, html } = composeDigest(digest([noticeLine('late-7', { recipient: SECRETARY })]));
    expect(subject).toBe('1 comunicazione in partenza per il Sindaco – Comune di Caluso');
    expect(text).toMatch(/^Domani la comunicazione va al Sindaco$/m);
    expect(flat(text)).toContain('«Domani» è il prossimo giorno lavorativo');
    expect(flat(text)).toContain('A carico di: Responsabile del settore Finanziario');
    expect(text).toContain('Apri: trattieni o lascia partire\n   {{link:0}}');
    expect(html).toContain('>Apri: trattieni o lascia partire</a>');
  });

  it.each(['late-8', 'weekly-1'] as const)(
    '%s to the Sindaco (weekly-1 after an outage): what, who owes it, how late; nothing to answer',
    (rung) => {
      const { subject, text } = composeDigest(digest([noticeLine(rung, { recipient: MAYOR })]));
      expect(subject).toBe('Comunicazione al Sindaco: 1 scadenza oltre il termine – Comune di Caluso');
      expect(flat(text)).toContain('Come Sindaco ricevi questo avviso perché 1 scadenza è oltre il termine');
      expect(flat(text)).toContain('A carico di: Responsabile del settore Finanziario');
      expect(flat(text)).toMatch(/oltre il termine da \d+ giorni lavorativi/);
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
