/** The Segretario's weekly summary (design §3). */
import { describe, expect, it } from 'vitest';
import { points } from '../../domain/plan/points.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import { digest, FINANCE, noticeLine, SECRETARY, SUBJECT, summary } from './facts.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const late = noticeLine(null, { recipient: SECRETARY, obligation: 'late' });
const explained = noticeLine(null, {
  recipient: SECRETARY,
  obligation: 'explained',
  forecast: civilDate('2023-07-14'),
});
const external = noticeLine(null, {
  recipient: SECRETARY,
  obligation: 'external',
  term: { kind: 'external', anchor: 'bandi' },
  workingDaysLeft: null,
  workingDaysLate: 0,
});
const full = summary({
  late: [late, explained],
  external: [external],
  noAnswer: [
    { owner: FINANCE, count: 3 },
    { owner: { role: 'head', sector: 'Area Tecnica' }, count: 1 },
  ],
  recurrences: [
    { subject: { ...SUBJECT, milestone: 'mensile da 1 marzo' }, confirmed: 6, come: 10, total: 12 },
    { subject: { ...SUBJECT, milestone: "2 volte l'anno" }, confirmed: 0, come: 1, total: 2 },
  ],
  weightAtRisk: [{ sector: 'Finanziario', points: points(22.5) }],
});

describe('the weekly summary', () => {
  const mail = composeDigest(digest([], { roles: [SECRETARY], summary: full }));
  const text = flat(mail.text);

  it('is called "Riepilogo settimanale" and says since when each line is late and who owes it', () => {
    expect(text).toContain('Riepilogo settimanale – giovedì 29 giugno 2023');
    expect(text).toContain('lunedì 26 giugno 2023, oltre il termine da 3 giorni lavorativi');
    expect(text).toContain('A carico di: Responsabile del settore Finanziario');
  });

  it('tells an explained delay from silence by its forecast', () => {
    expect(text).toContain('In corso, conclusione prevista: venerdì 14 luglio 2023');
  });

  it('says who has not answered, in singular and plural, with the sector as the town calls it', () => {
    expect(text).toContain('Senza riscontro');
    expect(text).toContain('- Responsabile del settore Finanziario: 3 scadenze');
    expect(text).toContain("- Responsabile dell'Area Tecnica: 1 scadenza");
  });

  it('counts recurrences as "6 di 10 confermate" and the weight at risk with a comma', () => {
    expect(text).toContain("«mensile da 1 marzo» (Finanziario): 6 di 10 confermate (12 nell'anno)");
    expect(text).toContain("«2 volte l'anno» (Finanziario): 0 di 1 confermata (2 nell'anno)");
    expect(text).toContain('Peso in scadenza nei prossimi 30 giorni');
    expect(text).toContain('- Finanziario: peso 22,5');
  });

  it('lists the external terms without date with what they depend on', () => {
    expect(text).toContain('Termini esterni da definire');
    expect(text).toContain('Entro il: Termine esterno da definire (dipende da: bandi)');
  });

  it('has one button "Apri" a line, in order, and none for counts', () => {
    expect(mail.links).toEqual(['late', 'explained', 'external']);
    expect(mail.html.match(/<a /g)).toHaveLength(3);
    expect(mail.html.match(/>Apri<\/a>/g)).toHaveLength(3);
  });

  it('gives no reason by rung: its lines have no rung', () => {
    expect(text).not.toContain("Motivo dell'avviso");
  });
});

describe('the monthly list of external terms', () => {
  const mail = composeDigest(digest([], { roles: [SECRETARY], summary: summary({ external: [external] }) }));

  it('alone is called "Termini esterni da definire", without empty groups', () => {
    expect(flat(mail.text)).toContain('Termini esterni da definire – giovedì 29 giugno 2023');
    expect(mail.text).not.toContain('Riepilogo settimanale');
    expect(mail.text).not.toContain('Senza riscontro');
    expect(mail.html.match(/<h2/g)).toHaveLength(1);
  });
});

describe('what the evaluators observed', () => {
  const of = (lines: readonly string[]) => {
    const observed = { year: 2022, on: civilDate('2023-05-20'), lines };
    const facts = digest([], { roles: [SECRETARY], summary: { ...summary({ late: [late] }), observed } });
    return composeDigest(facts);
  };

  it('stands as a list under its year, with the day of the validation', () => {
    const text = flat(of(['Indicatori misurabili', 'Tempi di pagamento']).text);
    expect(text).toContain('Osservazioni sul 2022 da riprendere nel 2023');
    expect(text).toContain('- Indicatori misurabili - Tempi di pagamento');
    expect(text).toContain('Scritte con la validazione, sabato 20 maggio 2023');
  });

  it('of 12 lines tells 10 and where the others are; none is longer than 300 letters or brings marks of its own', () => {
    const mail = of([
      `<b>${'x'.repeat(5_000)}`,
      ...Array.from({ length: 11 }, (_, at) => `riga ${at}\u202e`),
    ]);
    expect(flat(mail.text)).toContain('e altre 2, nella pagina Il ciclo');
    expect(mail.text).not.toMatch(/riga 9|\u202e/);
    expect(mail.text.match(/x+/g)?.join('').length ?? 0).toBeLessThanOrEqual(300);
    expect(mail.html).not.toContain('<b>x');
  });
});
