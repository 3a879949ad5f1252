/** The 15:00 alert: what happened, whose mail, what the server said, what to do. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import type { AlertItem } from '../../mail/alert-facts.js';
import { composeAlert } from '../../mail/compose-alert.js';
import { FINANCE, MAYOR } from './facts.js';

const TODAY = civilDate('2023-06-30');
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const alert = (...items: readonly AlertItem[]) => composeAlert({ town: 'Caluso', day: TODAY, items });

const refusal: AlertItem = {
  kind: 'permanent-refusal',
  roles: [FINANCE],
  mailDay: TODAY,
  code: 550,
  response: '550 5.1.1 <b>No such user</b>\r\nBcc: everybody',
};
const unsent = {
  kind: 'digest-not-sent',
  roles: [MAYOR],
  mailDay: TODAY,
  code: 451,
  response: '4.3.0 later',
} as const;
const outage: AlertItem = {
  kind: 'outage',
  firstDay: civilDate('2023-06-12'),
  lastDay: civilDate('2023-06-29'),
  passedOver: 14,
};

describe('the alert', () => {
  it('says why it is sent, whose mail of which day was refused, the code once, and what to do', () => {
    const { subject, text, links } = alert(refusal);
    expect(subject).toBe('Da vedere oggi: 1 avviso rifiutato – Comune di Caluso');
    expect(flat(text)).toContain('Come Segretario comunale ricevi questo avviso perché');
    expect(flat(text)).toContain(
      '1. Responsabile del settore Finanziario Messaggio di: venerdì 30 giugno 2023',
    );
    expect(flat(text)).toContain('Risposta del server: «550 5.1.1 <b>No such user</b> Bcc: everybody»');
    expect(flat(text)).toContain("Che cosa fare: controlla l'indirizzo");
    expect(links).toEqual([]);
  });

  it("shows the server's words as text in HTML, on one line", () => {
    expect(alert(refusal).html).toContain('«550 5.1.1 &lt;b&gt;No such user&lt;/b&gt; Bcc: everybody»');
  });

  it.each([
    ['of today, refused for now, is tried again until 17:00', TODAY, false, 'ritentata fino alle 17:00'],
    ['of today that may have arrived is repeated as it is', TODAY, true, 'ripetuto identico'],
    ['of yesterday joins the next mail', civilDate('2023-06-29'), false, 'passano nel prossimo messaggio'],
    [
      'of yesterday that may have arrived: ask',
      civilDate('2023-06-29'),
      true,
      'chiedi a chi doveva riceverlo',
    ],
  ] as const)('a digest %s', (_, mailDay, uncertain, says) => {
    const { text } = alert({ ...unsent, mailDay, uncertain });
    expect(flat(text)).toContain(says);
    expect(flat(text)).toContain('Risposta del server: «451 4.3.0 later»');
  });

  it('puts the refusals first, whatever the order of the facts, and counts each kind', () => {
    const { subject, text } = alert(outage, { ...unsent, uncertain: false }, refusal, refusal, {
      kind: 'no-recipient',
      role: FINANCE,
      mailDay: TODAY,
      notices: 2,
    });
    expect(subject).toBe(
      'Da vedere oggi: 2 avvisi rifiutati, 1 avviso non spedito, 1 ruolo scoperto, 1 periodo senza avvisi – Comune di Caluso',
    );
    expect(flat(text)).toContain('Da lunedì 12 giugno 2023 a giovedì 29 giugno 2023 Avvisi saltati: 14');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('says of an outage that skipped 0 notices how many left late', () => {
    const text = flat(alert({ ...outage, passedOver: 0, joined: 3, people: 2 }).text);
    expect(text).toContain('Avvisi partiti in ritardo: 3 Persone avvisate: 2');
    expect(text).not.toContain('saltati');
  });

  it('says "nessuna" when the server gave no answer, and makes no mail out of nothing', () => {
    expect(flat(alert({ ...unsent, uncertain: true, code: null, response: ' ' }).text)).toContain(
      'Risposta del server: nessuna',
    );
    expect(() => alert()).toThrow(RangeError);
  });
});
