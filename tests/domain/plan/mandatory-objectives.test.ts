/** The duties of law: from which year each is owed, and the words that meet it. */
import { describe, expect, it } from 'vitest';
import { dutiesMet } from '../../../domain/plan/mandatory-objectives.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';

const planOf = (year: number, title: string, indicator = ''): PlanDocument => ({
  document: { body: null, kind: 'plan', year, act: null, actDate: null, weights: 'none' },
  sectors: [
    {
      name: 'Tributi',
      owner: null,
      weightTotal: null,
      objectives: [
        {
          number: '1',
          title,
          weight: null,
          shared: false,
          indicators: indicator === '' ? [] : [{ text: indicator }],
          milestones: [],
        },
      ],
    },
  ],
  lint: [],
});

const metBy = (plan: PlanDocument): readonly (string | null)[] =>
  dutiesMet(plan).map(({ by }) => by?.title ?? null);

describe('the objectives that the law wants', () => {
  it.each([
    [2012, 0],
    [2013, 1],
    [2023, 1],
    [2024, 2],
    [2025, 3],
    [2026, 3],
  ])('a plan of %i owes %i of them', (year, count) => {
    expect(dutiesMet(planOf(year, 'Manutenzione del verde'))).toHaveLength(count);
  });

  it.each([
    ['Aggiornamento di Amministrazione trasparente', 0],
    ['ATTUAZIONE DELLE MISURE ANTICORRUZIONE', 0],
    ['Prevenzione della corruzione', 0],
    ['Adempimenti del RPCT', 0],
    ['Rispetto dei tempi di pagamento', 1],
    ['TEMPESTIVITÀ DEI PAGAMENTI', 1],
    ['Riduzione del ritardo medio nei pagamenti', 1],
    ['Pagamento delle fatture entro 30 giorni', 1],
    ['Azzeramento dello stock di debiti commerciali', 1],
    ['Formazione del personale: 40 ore a persona', 2],
    ['Percorsi formativi per i dipendenti', 2],
  ])('«%s» meets duty %i of a plan of 2026', (title, duty) => {
    const met = metBy(planOf(2026, title));
    expect(met.map((one) => one !== null)).toEqual([0, 1, 2].map((one) => one === duty));
  });

  it.each([
    'Riscossione della TARI e solleciti di pagamento agli utenti',
    'Formazione delle graduatorie di Protezione civile',
    'Vetrate trasversali della palestra',
  ])('«%s» meets none', (title) => {
    expect(metBy(planOf(2026, title))).toEqual([null, null, null]);
  });

  it('also an indicator may say it', () => {
    expect(metBy(planOf(2025, 'Personale', '% di dipendenti formati'))).toEqual([null, null, 'Personale']);
  });
});
