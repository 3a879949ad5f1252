import { describe, expect, it } from 'vitest';
import { targetIn } from '../../../../domain/reading/plan/target.js';
import { weightIn, weightOf } from '../../../../domain/reading/plan/weight-words.js';

describe('A weight among other words', () => {
  /** Words, weight, the words without it. */
  const POINTS: readonly (readonly [string, number | null, string])[] = [
    ['TITOLO – Peso 15', 15, 'TITOLO'],
    ['Titolo (peso 20)', 20, 'Titolo'],
    ['Titolo (20%)', 20, 'Titolo'],
    ['Titolo – 15%', 15, 'Titolo'],
    ['Titolo (20/100)', 20, 'Titolo'],
    ['Titolo – 15 punti', 15, 'Titolo'],
    ['Titolo (punti 15)', 15, 'Titolo'],
    ['Titolo, peso pari a 15%', 15, 'Titolo'],
    ['Titolo [Peso: 15/100] – seguito', 15, 'Titolo seguito'],
    ['(Peso 5) Titolo', 5, 'Titolo'],
    ['peso 10/100', 10, ''],
    ['Pesatura: 7,5', 7.5, ''],
    ['Peso dell’obiettivo (%): 12,5', 12.5, ''],
    ['Peso assegnato all’obiettivo 20', 20, ''],
    ['PESO: 15,0 %', 15, ''],
    ['Aumento del 20% delle entrate', null, 'Aumento del 20% delle entrate'],
    ['90° anniversario della festa', null, '90° anniversario della festa'],
  ];
  it.each(POINTS)('"%s" has weight %s and title "%s"', (text, weight, rest) => {
    expect(weightIn(text)).toEqual({ weight, multiplier: false, rest });
  });

  const FACTORS: readonly (readonly [string, number, string])[] = [
    ['peso x 1,2', 1.2, ''],
    ['Titolo (x 1,2)', 1.2, 'Titolo'],
    ['Titolo (coeff. 1,5)', 1.5, 'Titolo'],
    ['Coefficiente di difficoltà 1,2', 1.2, ''],
    ['Peso: coefficiente 1,3', 1.3, ''],
  ];
  it.each(FACTORS)('"%s" is the factor %s', (text, weight, rest) => {
    expect(weightIn(text)).toEqual({ weight, multiplier: true, rest });
  });

  it.each([
    ['15', 15],
    ['15,00 %', 15],
    ['10/100', 10],
    ['20 punti', 20],
    ['', null],
    ['—', null],
  ] as const)('a field that holds "%s" weighs %s', (value, weight) => {
    expect(weightOf(value).weight).toBe(weight);
  });
});

describe('An expected value', () => {
  const VALUES: readonly (readonly [string, number, string | undefined, string | undefined])[] = [
    ['almeno pari al 95%.', 95, '%', '>='],
    ['≥ 90 %', 90, '%', '>='],
    ['non inferiore a 3', 3, undefined, '>='],
    ['pari o superiore a 8', 8, undefined, '>='],
    ['minimo 50 sopralluoghi', 50, 'sopralluoghi', '>='],
    ['< 30 giorni', 30, 'giorni', '<'],
    ['inferiore a 30', 30, undefined, '<'],
    ['non oltre 2 reclami', 2, 'reclami', '<='],
    ['massimo 5 giorni di ritardo', 5, 'giorni', '<='],
    ['indicatore di ritardo <= 0', 0, undefined, '<='],
    ['più di 20 utenti', 20, 'utenti', '>'],
    ['100%', 100, '%', undefined],
    ['100 per cento', 100, '%', undefined],
    ['-5%', -5, '%', undefined],
    ['n. 5 incontri', 5, 'incontri', undefined],
    ['12 sedute', 12, 'sedute', undefined],
    ['Avvisi notificati: n. 150', 150, undefined, undefined],
    ['Report semestrali: 2', 2, undefined, undefined],
    ['Realizzazione di 3 eventi entro il 31/12', 3, 'eventi', undefined],
    ['sportello in presenza 5 giornate', 5, 'giornate', undefined],
    ['tempo medio: 30 giorni', 30, 'giorni', undefined],
    ['≥ 1.000 presenze', 1000, 'presenze', '>='],
    ['€ 50.000', 50000, '€', undefined],
    ['Euro 1.250,75', 1250.75, '€', undefined],
    ['investimenti 2023 (almeno il 90% realizzato nel 2024)', 90, '%', '>='],
  ];
  it.each(VALUES)('"%s" is %s %s %s', (text, value, unit, op) => {
    expect(targetIn(text)).toEqual({
      value,
      ...(unit === undefined ? {} : { unit }),
      ...(op === undefined ? {} : { op }),
    });
  });

  it.each([
    'SI/NO',
    '31/12/2025',
    'entro il 30 giugno',
    'entro 10 giorni',
    'pubblicazione entro 15 giorni dalla data',
    "monitoraggio 2 volte l'anno",
    '% dipendenti formati nel 2023',
    'adeguamento al D.Lgs. 36/2023',
    'Misura 1.4.1',
    'approvazione bilancio 2024',
    'art. 5 comma 2',
    'i 3 plessi scolastici',
    'almeno un incontro',
  ])('is not printed in "%s"', (text) => {
    expect(targetIn(text)).toBeUndefined();
  });
});
