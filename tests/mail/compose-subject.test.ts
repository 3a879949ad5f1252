/** The subject tells what the mail holds, in singular and plural. */
import { describe, expect, it } from 'vitest';
import type { DigestFacts } from '../../domain/obligations/digest.js';
import type { Rung } from '../../domain/obligations/ladder.js';
import { composeDigest } from '../../mail/compose.js';
import { digest, noticeLine, SECRETARY, summary } from './facts.js';

const of = (...rungs: readonly Rung[]): DigestFacts => digest(rungs.map((rung) => noticeLine(rung)));
const late = noticeLine(null, { recipient: SECRETARY });
const external = noticeLine(null, { recipient: SECRETARY, term: { kind: 'external', anchor: null } });

const CASES: readonly (readonly [string, DigestFacts])[] = [
  ['2 scadenze oggi, 1 oltre il termine', of('late-3', 'due-day', 'due-day')],
  ['1 scadenza oggi', of('due-day')],
  ['1 scadenza oltre il termine', of('late-1')],
  ['3 scadenze oltre il termine', of('late-8', 'weekly-2', 'late-1')],
  ['1 scadenza entro martedì 4 luglio 2023', of('three-days')],
  ['2 scadenze entro martedì 4 luglio 2023', of('three-days', 'three-days')],
  ['2 scadenze in arrivo', of('three-days', 'ten-days')],
  ['1 scadenza oggi, 2 in arrivo', of('due-day', 'three-days', 'ten-days')],
  ['1 scadenza da confermare', of('before-start')],
  ['1 scadenza oltre il termine, 2 da confermare', of('late-1', 'before-start', 'before-start')],
  [
    '2 comunicazioni in partenza per il Sindaco',
    digest([noticeLine('late-7', { recipient: SECRETARY }), noticeLine('late-7', { recipient: SECRETARY })]),
  ],
  ['Riepilogo settimanale: 2 oltre il termine', digest([], { summary: summary({ late: [late, late] }) })],
  ['Termini esterni da definire: 1', digest([], { summary: summary({ external: [external] }) })],
  [
    '1 scadenza oggi; riepilogo settimanale: 1 oltre il termine',
    digest([noticeLine('due-day')], { summary: summary({ late: [late], external: [external] }) }),
  ],
];

describe('the subject of a digest', () => {
  it.each(CASES)('%s', (says, facts) => {
    expect(composeDigest(facts).subject).toBe(`${says} – Comune di Caluso`);
  });

  it.each([
    ['Caluso', 'Comune di Caluso'],
    ['Comune di Caluso', 'Comune di Caluso'],
    ['COMUNE DI CALUSO', 'COMUNE DI CALUSO'],
    ['Unione dei Comuni del Canavese', 'Unione dei Comuni del Canavese'],
    ['Comunità montana', 'Comunità montana'],
    ['Comunello', 'Comune di Comunello'],
    ['Città di Ivrea', 'Città di Ivrea'],
  ])('calls the town %s "%s"', (town, name) => {
    expect(composeDigest(digest([noticeLine('due-day')], { town })).subject).toBe(
      `1 scadenza oggi – ${name}`,
    );
  });

  it('is one line without control characters, whatever the town is called', () => {
    const { subject } = composeDigest(
      digest([noticeLine('due-day')], { town: 'Caluso\r\nBcc: x@y.example\u0000' }),
    );
    expect(subject).toBe('1 scadenza oggi – Comune di Caluso Bcc: x@y.example');
  });

  it('refuses to make a mail out of nothing', () => {
    expect(() => composeDigest(digest([]))).toThrow(RangeError);
  });
});
