/** What is told before validation: the plan, and nothing of how it went, whatever the facts hold. */
import { expect, it } from 'vitest';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import { onLineUntil } from '../../../domain/relazione/on-line-until.js';
import { plannedFacts } from '../../../domain/relazione/planned-facts.js';
import { isPublishedDocument, PUBLISHED_DOCUMENTS } from '../../../domain/relazione/published-documents.js';
import { facts, objective, on, phase, reason } from './small-facts.js';

const told = facts(
  [
    objective('Tempi di pagamento', 30, 80, {
      phases: [phase('2023-06-30', '2023-07-04'), phase('2023-09-30', null, { state: 'waived' })],
      indicators: [{ text: 'Giorni di ritardo', target: { op: '<=', value: 0 }, result: 'RISULTATO' }],
      reason: reason('MOTIVO', 'RILASCIATO'),
      evidence: [{ description: 'PROVA', on: on('2023-07-04'), file: { name: 'FILE.pdf', sha256: 'a' } }],
    }),
  ],
  {
    texts: { presentation: 'TESTO' },
    publishesTotals: true,
    acts: [{ organ: 'giunta', number: '48', date: on('2024-05-03'), subject: 'ADOZIONE', protocol: null }],
  },
);

it('of 8 things that say how it went none is left in the JSON; title, term, target and waiver are', () => {
  const text = JSON.stringify(relazione(plannedFacts(told), 'publication'));
  for (const word of [
    'RISULTATO',
    'MOTIVO',
    'RILASCIATO',
    'PROVA',
    'FILE',
    'TESTO',
    'ADOZIONE',
    '2023-07-04',
  ])
    expect(text).not.toContain(word);
  for (const word of ['Tempi di pagamento', '2023-06-30', 'Giorni di ritardo', '"state":"waived"'])
    expect(text).toContain(word);
  expect(text).toContain('"outcome":"undecided"');
  expect(text).not.toMatch(/"(total|degree)":"/);
});

it.each([
  ['2024-05-10', '2029-12-31'],
  ['2024-01-01', '2029-12-31'],
  ['2023-12-31', '2028-12-31'],
])('what is published on %s stays until %s: five years from the next 1 January', (first, last) => {
  expect(onLineUntil(on(first))).toBe(last);
});

it('the checklist has seven documents, each once, each with a section and a norm', () => {
  expect(new Set(PUBLISHED_DOCUMENTS.map(({ id }) => id)).size).toBe(7);
  for (const { section, norm } of PUBLISHED_DOCUMENTS) {
    expect(section.length).toBe(2);
    expect(norm).toMatch(/^d\.lgs\. \d+\/\d{4} art\. \d+/);
  }
  expect(['report', 'constructor', ''].map(isPublishedDocument)).toEqual([true, false, false]);
});
