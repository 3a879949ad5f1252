import { expect, it } from 'vitest';
import { wordsOf } from '../../mail/town-words.js';

const chosen = { sector: 'Settore', evaluator: 'OIV', secretary: 'Segretaria generale' };

it.each([
  ['Settore', 'del settore'],
  ['Area', "dell'area"],
  ['Servizio', 'del servizio'],
  ['Direzione', 'della direzione'],
  ['Staff', 'dello staff'],
])('a town whose sectors are called %s writes "%s"', (sector, words) => {
  expect(wordsOf({ ...chosen, sector }, true).ofSector).toBe(words);
});

it('a town calls its Segretario and its evaluators as it likes, and may tell no Sindaco', () => {
  expect(wordsOf(chosen, false)).toEqual({
    ofSector: 'del settore',
    secretary: 'Segretaria generale',
    evaluator: 'OIV',
    mayorIsTold: false,
  });
});
