/** What stands around a title: its number, its weight, the words that introduce it. */
import { describe, expect, it } from 'vitest';
import { numberAlone, titleParts } from '../../../../domain/reading/plan/title-parts.js';

describe('number and title', () => {
  it.each<readonly [text: string, number: string | null, title: string]>([
    ['1.2 STRADE', '1.2', 'STRADE'],
    ['Obiettivo n. 3 – Riordino', '3', 'Riordino'],
    ['OB. 4 Formazione', '4', 'Formazione'],
    ['Obiettivo di struttura 2 – TRASPARENZA', '2', 'TRASPARENZA'],
    ['OBIETTIVO OPERATIVO N. 2.3 – Sportello', '2.3', 'Sportello'],
    ['Scheda n. 3 – Archivio', '3', 'Archivio'],
    ['2) Archivio', '2', 'Archivio'],
    ['1. Servizio idrico', '1', 'Servizio idrico'],
    ['A1 - Digitalizzazione', 'A1', 'Digitalizzazione'],
    ['OS.1.2 – Digitalizzazione', 'OS.1.2', 'Digitalizzazione'],
    ['N. 5 - Sport', '5', 'Sport'],
    ['1PREVENZIONE DELLA CORRUZIONE', '1', 'PREVENZIONE DELLA CORRUZIONE'],
    ['Obiettivo: Migliorare gli accessi', null, 'Migliorare gli accessi'],
    ["90° ANNIVERSARIO DELL'UVA", null, "90° ANNIVERSARIO DELL'UVA"],
    ['5 giornate di sport', null, '5 giornate di sport'],
    ['1000 alberi', null, '1000 alberi'],
    ['100% digitale', null, '100% digitale'],
    ['2025: anno della cultura', null, '2025: anno della cultura'],
    ['PIAO 2025', null, 'PIAO 2025'],
    ['Covid-19: contrasto', null, 'Covid-19: contrasto'],
    ['G20 e cultura', null, 'G20 e cultura'],
    ['L. 190/2012: adeguamento', null, 'L. 190/2012: adeguamento'],
    ['TARI 2025 – recupero', null, 'TARI 2025 – recupero'],
  ])('%s', (text, number, title) => {
    expect(titleParts(text)).toMatchObject({ number, title });
  });

  it('come with the weight, which is taken out of the title', () => {
    expect(titleParts('Obiettivo 1: Strade (peso 10)')).toEqual({
      number: '1',
      title: 'Strade',
      weight: 10,
      multiplier: false,
      everySector: false,
    });
  });

  it.each([
    ['Obiettivo di struttura 1 – Trasparenza', true],
    ['Obiettivo trasversale – Pagamenti', true],
    ['Obiettivo comune n. 1 – Trasparenza', true],
    ['Obiettivo di settore 1 – Strade', false],
  ])('say whether it is of every sector: %s', (text, every) => {
    expect(titleParts(text).everySector).toBe(every);
  });
});

describe('a number alone', () => {
  it.each([
    ['1', '1'],
    ['1.', '1'],
    ['Ob. 4', '4'],
    ['n. 3', '3'],
    ['Obiettivo 1', '1'],
    ['2.1', '2.1'],
    ['A.1', 'A.1'],
    ['Fase 1', null],
    ['Strade', null],
  ])('"%s"', (text, number) => {
    expect(numberAlone(text)).toBe(number);
  });
});
