import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanTerm, readPlanTerms } from '../../../domain/reading/read-plan-terms.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { EXAMPLES } from './examples/all.js';

const told = (terms: readonly PlanTerm[]): readonly object[] => terms.map(({ span: _, ...term }) => term);
const clauses = (
  rows: readonly (readonly [what: string, text: string, ...terms: object[]])[],
): readonly { what: string; text: string; terms: readonly object[] }[] =>
  rows.map(([what, text, ...terms]) => ({ what, text, terms }));
const cells = (
  rows: readonly (readonly [text: string, ...terms: object[]])[],
): readonly { text: string; terms: readonly object[] }[] => rows.map(([text, ...terms]) => ({ text, terms }));
const ALL_YEAR = { kind: 'period', start: '2025-01-01', date: '2025-12-31', role: 'continuous' };

describe('a clause of a plan keeps', () => {
  it.each(
    clauses([
      ['a deadline', 'avvio lavori entro 31/08', { kind: 'date', date: '2025-08-31', phrase: 'entro 31/08' }],
      [
        'the day of a figure as as-of',
        'impegnato su previsioni definitive al 31/12 almeno pari al 95%',
        { kind: 'date', date: '2025-12-31', role: 'as-of', phrase: 'al 31/12' },
      ],
      [
        'a start alone as start-window',
        'Apertura dello sportello da settembre',
        { kind: 'date', date: '2025-09-01', role: 'start-window', phrase: 'da settembre' },
      ],
      [
        'a past fact as event',
        'Applicazione del contratto stipulato il 16 novembre 2022',
        { kind: 'date', date: '2022-11-16', role: 'event', phrase: 'il 16 novembre 2022' },
      ],
      [
        'a first day with its recurrence, as one phrase',
        'Monitoraggio flussi di cassa mensile da 1 marzo',
        {
          kind: 'recurring',
          recurrence: 'FREQ=MONTHLY',
          dtstart: '2025-03-01',
          phrase: 'mensile da 1 marzo',
        },
      ],
      [
        'times a year with the noun they belong to',
        "monitoraggio 2 volte l'anno",
        { kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=6', phrase: "monitoraggio 2 volte l'anno" },
      ],
      [
        'terms fixed elsewhere, with lead-in and a joined acronym',
        'rispetto tempistiche rendicontazione opere da contributi e PNRR.',
        {
          kind: 'external-term',
          anchor: 'contributi e PNRR',
          phrase: 'rispetto tempistiche rendicontazione opere da contributi e PNRR',
        },
      ],
      [
        'respected times to the end of the clause, fixed by nobody named',
        'tempistiche rispettate per le dichiarazioni da parte dei Responsabili; altro',
        {
          kind: 'external-term',
          anchor: null,
          phrase: 'tempistiche rispettate per le dichiarazioni da parte dei Responsabili',
        },
      ],
      [
        'what goes on all year as continuous',
        'Presidio dei parchi in modo continuativo',
        { ...ALL_YEAR, phrase: 'in modo continuativo' },
      ],
      [
        'a day that does not exist, beside the others',
        'consegna entro il 31 giugno; collaudo entro il 30 settembre',
        { kind: 'none', invalid: true, phrase: 'entro il 31 giugno' },
        { kind: 'date', date: '2025-09-30', phrase: 'entro il 30 settembre' },
      ],
      ['nothing of acts, titles and plan years', 'PIAO 2025-2027, G.C. n. 21 del 28/02/2025'],
      ['nothing that the clause leaves open', 'Evasione entro X giorni, di norma entro fine mese'],
    ]),
  )('$what: "$text"', ({ text, terms }) => {
    expect(told(readPlanTerms(text, 2025))).toEqual(terms);
  });

  it('each term once, in the order of the text', () => {
    const terms = readPlanTerms(
      'Avvio entro marzo; report il 30/06 e il 31/12; comunque entro il 30/06',
      2025,
    );
    expect(terms.map(({ date }) => date)).toEqual(['2025-03-31', '2025-06-30', '2025-12-31']);
  });
});

describe('in a cell of a column of times', () => {
  it.each(
    cells([
      ['30/06', { kind: 'date', date: '2025-06-30', phrase: '30/06' }],
      ['31.12', { kind: 'date', date: '2025-12-31', phrase: '31.12' }],
      ['al 31/12', { kind: 'date', date: '2025-12-31', role: 'as-of', phrase: 'al 31/12' }],
      ['dicembre', { kind: 'month-end', date: '2025-12-31', phrase: 'dicembre' }],
      ['mar', { kind: 'month-end', date: '2025-03-31', phrase: 'mar' }],
      ['giugno 2026', { kind: 'month-end', date: '2026-06-30', phrase: 'giugno 2026' }],
      ['1° sem. 2025', { kind: 'period', start: '2025-01-01', date: '2025-06-30', phrase: '1° sem. 2025' }],
      ['2025', { kind: 'period', start: '2025-01-01', date: '2025-12-31', phrase: '2025' }],
      ['trimestrale', { kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=3', phrase: 'trimestrale' }],
      ['30 gg', { kind: 'relative', offset: 'P30D', anchor: null, phrase: '30 gg' }],
      ["tutto l'anno", { ...ALL_YEAR, phrase: "tutto l'anno" }],
      ["nel corso dell'anno", { ...ALL_YEAR, phrase: "nel corso dell'anno" }],
      ['Costante', { ...ALL_YEAR, phrase: 'Costante' }],
      ['dal 1 marzo', { kind: 'date', date: '2025-03-01', role: 'start-window', phrase: 'dal 1 marzo' }],
      ['Termini di legge', { kind: 'external-term', anchor: 'legge', phrase: 'Termini di legge' }],
      [
        'approvato il 12/03/2025',
        { kind: 'date', date: '2025-03-12', role: 'event', phrase: 'il 12/03/2025' },
      ],
      ['G.C. n. 5 del 12/02/2025'],
      ['6 mesi'],
    ]),
  )('"$text"', ({ text, terms }) => {
    expect(told(readPlanTerms(text, 2025, { cell: 'times' }))).toEqual(terms);
  });
});

describe('whatever the clause and the year', () => {
  const scraps =
    "entro il 31 dicembre 2025 | 30/06 dal 1 marzo mensile ; . tutto l'anno costante 29 febbraio n. al , e".split(
      ' ',
    );
  const clause = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((words) => words.join(' ')),
    fc.constantFrom(...EXAMPLES).map(({ text }) => text),
  );
  const year = fc.integer({ min: 1, max: 9999 });
  const cell = fc.constantFrom({}, { cell: 'times' as const });

  it('it never throws, its days exist, and each phrase stands at its span', () => {
    fc.assert(
      fc.property(clause, year, cell, (text, assumed, options) => {
        for (const { date, start, dtstart, phrase, span } of readPlanTerms(text, assumed, options)) {
          for (const day of [date, start, dtstart])
            if (day !== undefined) expect(parseCivilDate(day)).toBe(day);
          expect(text.slice(...span).replace(/\s+/g, ' ')).toBe(phrase);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('line breaks change nothing but the spans', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), ({ text, year: assumed }) => {
        expect(told(readPlanTerms(text.replace(/(?<!-) /g, '\n'), assumed))).toEqual(
          told(readPlanTerms(text, assumed)),
        );
      }),
    );
  });
});
