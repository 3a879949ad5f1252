import { expect, test } from 'vitest';
import { oracle } from './oracle.js';
import { by, every, external, objective, planOf, sector, told } from './written-plans.js';

const STRUCTURE = [
  objective('PREVENZIONE DELLA CORRUZIONE', [every('FREQ=MONTHLY;INTERVAL=6'), external(null)], {
    number: '1',
    shared: true,
  }),
  objective('PERSEGUIMENTO PROGRAMMA AMMINISTRATIVO', [{ ...by('2023-12-31'), role: 'as-of' }], {
    number: '2',
    shared: true,
  }),
];

/** Part of the plan of Caluso for 2023, approved on Tuesday 28 February: enough to meet every rule. */
const CALUSO = planOf(2023, [
  sector('Amministrativo', [
    ...STRUCTURE,
    objective('EROGAZIONE BUONI SPESA ALIMENTARE', [external('decreto assegnazione contributo')]),
    objective('MANUALE DI GESTIONE', [by('2023-04-30'), by('2023-05-31')]),
  ]),
  sector('Finanziario', [
    ...STRUCTURE,
    objective('GESTIONE TARI', [by('2023-05-31'), by('2023-03-31')]),
    objective('APPROVAZIONE RENDICONTO', [
      every('FREQ=MONTHLY', '2023-03-01'),
      by('2023-04-15'),
      by('2023-12-31'),
    ]),
  ]),
  sector('Tecnico', [...STRUCTURE, objective('PROGRAMMA LAVORI', [by('2023-02-28')])]),
  sector('Territorio', [
    ...STRUCTURE,
    objective('PIANO INVESTIMENTI', [by('2023-08-31'), external('contributi e PNRR')]),
  ]),
]);

const approved = '2023-02-28';

test('Caluso, March and April 2023: every line of every mail, by hand', () => {
  const externals = (day: string): string[] => Array<string>(6).fill(`${day} secretary summary unknown`);
  expect(told(CALUSO, { approved, to: '2023-04-30' })).toEqual([
    '2023-03-01 head:Finanziario first-notice 2023-03-31',
    '2023-03-01 head:Tecnico before-start 2023-02-28',
    ...externals('2023-03-01'),
    '2023-03-16 head:Finanziario first-notice 2023-04-15',
    '2023-03-17 head:Finanziario ten-days 2023-03-31',
    '2023-03-28 head:Finanziario three-days 2023-03-31',
    '2023-03-31 head:Amministrativo first-notice 2023-04-30',
    '2023-03-31 head:Finanziario due-day 2023-03-31',
    '2023-03-31 head:Finanziario ten-days 2023-04-15',
    '2023-03-31 head:Finanziario due-day 2023-03-31',
    '2023-04-03 head:Finanziario late-1 2023-03-31',
    ...externals('2023-04-03'),
    '2023-04-05 head:Finanziario late-3 2023-03-31',
    '2023-04-05 head:Finanziario late-3 2023-03-31',
    '2023-04-11 secretary summary 2023-03-31',
    '2023-04-12 head:Finanziario three-days 2023-04-15',
    '2023-04-12 secretary late-7 2023-03-31',
    '2023-04-13 head:Finanziario late-8 2023-03-31',
    '2023-04-13 mayor late-8 2023-03-31',
    '2023-04-14 head:Amministrativo ten-days 2023-04-30',
    '2023-04-14 head:Finanziario due-day 2023-04-15',
    '2023-04-17 head:Finanziario late-1 2023-04-15',
    '2023-04-17 head:Finanziario weekly-1 2023-03-31',
    '2023-04-17 secretary summary 2023-03-31',
    '2023-04-19 head:Finanziario late-3 2023-04-15',
    '2023-04-24 head:Finanziario weekly-2 2023-03-31',
    '2023-04-24 secretary summary 2023-04-15',
    '2023-04-24 secretary summary 2023-03-31',
    '2023-04-26 head:Amministrativo three-days 2023-04-30',
    '2023-04-26 secretary late-7 2023-04-15',
    '2023-04-27 head:Finanziario late-8 2023-04-15',
    '2023-04-27 mayor late-8 2023-04-15',
    '2023-04-28 head:Amministrativo due-day 2023-04-30',
    '2023-04-28 head:Amministrativo first-notice 2023-05-31',
    '2023-04-28 head:Finanziario due-day 2023-04-30',
    '2023-04-28 head:Finanziario first-notice 2023-05-31',
  ]);
});

test('Caluso, the last mails: the summary of 27 December has ten terms, and nothing leaves after 29 December', () => {
  const mails = oracle(CALUSO, { approved, from: '2023-12-19' });
  const summary = mails.find(({ to }) => to === 'secretary');
  expect(summary?.day).toBe('2023-12-27');
  expect(summary?.items.map(({ sector: name, due }) => `${name} ${due}`)).toEqual([
    'Amministrativo 2023-06-30',
    'Amministrativo 2023-04-30',
    'Amministrativo 2023-05-31',
    'Finanziario 2023-06-30',
    'Finanziario 2023-04-15',
    'Finanziario 2023-03-31',
    'Finanziario 2023-05-31',
    'Tecnico 2023-06-30',
    'Territorio 2023-06-30',
    'Territorio 2023-08-31',
  ]);
  expect(mails.filter(({ day }) => day > '2023-12-27').map(({ day, to }) => `${day} ${to}`)).toEqual([
    '2023-12-29 head:Amministrativo',
    '2023-12-29 head:Finanziario',
    '2023-12-29 head:Tecnico',
    '2023-12-29 head:Territorio',
  ]);
});

test('Caluso, 1 December 2023: objective 2 has its implicit notice in each sector, beside those of 31 December', () => {
  const mails = oracle(CALUSO, { approved, from: '2023-12-01', to: '2023-12-01' });
  const counts = mails.map(({ to, items }) => `${to} ${items.length}`);
  expect(counts).toEqual([
    'head:Amministrativo 2',
    'head:Finanziario 3',
    'head:Tecnico 2',
    'head:Territorio 2',
    'secretary 6',
  ]);
  const implicit = mails[0]?.items.find(({ milestone }) => milestone === null);
  expect(implicit).toEqual({
    sector: 'Amministrativo',
    number: '2',
    objective: 'PERSEGUIMENTO PROGRAMMA AMMINISTRATIVO',
    milestone: null,
    due: '2023-12-31',
    rung: 'first-notice',
  });
});
