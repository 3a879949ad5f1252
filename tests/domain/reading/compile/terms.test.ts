/** From which words of an objective its terms are read, and which are none of the plan's. */
import { describe, expect, it } from 'vitest';
import { onlyObjective, planOf, termsOf } from './summary.js';

const SECTOR = 'AREA TECNICA';
const termsOfRow = (head: string, row: string) => termsOf(onlyObjective([SECTOR, [head, row]]));

describe('the terms of an objective', () => {
  it('are read alike in description, indicator, target, phases and column of times', () => {
    const terms = termsOfRow(
      'Obiettivo|Descrizione|Indicatore|Target|Fasi|Scadenza',
      'Strade|Gara entro marzo|Avvio entro il 30/06|entro il 31/07|Collaudo entro il 30/09|31/12/2025',
    );
    expect([...terms].sort()).toEqual(['2025-03-31', '2025-06-30', '2025-07-31', '2025-09-30', '2025-12-31']);
  });

  it('that are said twice are one', () => {
    expect(termsOfRow('Obiettivo|Indicatore|Scadenza', 'Strade|Avvio entro il 30/06|30 giugno 2025')).toEqual(
      ['2025-06-30'],
    );
  });

  it('are bare days, months and years only in a column of times', () => {
    expect(termsOfRow('Obiettivo|Tempi', 'Strade|giugno')).toEqual(['2025-06-30']);
    expect(termsOfRow('Obiettivo|Tempi', 'Strade|2025')).toEqual(['2025-01-01..2025-12-31']);
    expect(termsOfRow('Obiettivo|Indicatore', 'Strade|Bilancio 2025')).toEqual([]);
  });

  it('stand on the line of their first word', () => {
    const [one] = onlyObjective([
      SECTOR,
      ['Obiettivo|Indicatore', 'Strade|Avvio', '^|Fine entro il 30/06'],
    ]).milestones;
    expect(one).toMatchObject({ phrase: 'entro il 30/06', sourceLine: 4 });
  });

  it('do not come from the title, unless it is all there is and says "entro"', () => {
    expect(termsOfRow('Obiettivo|Indicatore', 'Rendiconto 2024 al 31 marzo|Delibera')).toEqual([]);
    expect(termsOfRow('Obiettivo|Peso', 'Strade entro il 30/06/2025|100')).toEqual(['2025-06-30']);
  });

  it('leave out a fact of a year before, which says only which act is meant', () => {
    expect(
      termsOfRow('Obiettivo|Indicatore', 'Contratto|Contratto collettivo stipulato il 16 novembre 2022'),
    ).toEqual([]);
    expect(termsOfRow('Obiettivo|Indicatore', 'Contratto|Contratto stipulato il 16 novembre 2025')).toEqual([
      '2025-11-16 event',
    ]);
  });

  it('of a year before are kept where something was due, for the lint to say so', () => {
    const plan = planOf([SECTOR, ['Obiettivo|Peso|Scadenza', 'Strade|100|30/11/2024']]);
    expect(plan.lint.map(({ code }) => code)).toContain('wrong-year');
  });

  it.each([
    ['a value to measure is none', 'Tempo medio|< 5 giorni', []],
    ['a comparison in words is none', 'Rilascio|inferiore a 20 giorni', []],
    ['"entro" and days is one', 'Rilascio|entro 30 giorni', ['P30D']],
    ['a state at a day is as-of', 'Spesa|al 31/12', ['2025-12-31 as-of']],
    [
      'two days of one cell are two',
      'Bilancio|schema 15/11/2025; approvazione 31/12/2025',
      ['2025-11-15', '2025-12-31'],
    ],
    ['a misprint of the month is read', 'Bilancio|entro il 30 novenbre', ['2025-11-30']],
    ['records of years long past are none', 'Atti dal 1950|30/06', ['2025-06-30']],
  ])('of a column of times: %s', (_, row, terms) => {
    expect(termsOfRow('Obiettivo|Indicatore|Scadenza', `Strade|${row}`)).toEqual(terms);
  });
});
