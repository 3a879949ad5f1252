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
  expect(wordsOf({ ...chosen, sector }, { on: true, act: null }).ofSector).toBe(words);
});

it('a town calls its Segretario and its evaluators as it likes, and may tell no Sindaco', () => {
  expect(wordsOf(chosen, { on: false, act: 'G.C. n. 12 del 03/02/2023' })).toEqual({
    ofSector: 'del settore',
    secretary: 'Segretaria generale',
    evaluator: 'OIV',
    mayorIsTold: false,
    mayorAct: null,
  });
});

it('cites the act that provides for the notice to the Sindaco, on one clean line', () => {
  const { mayorIsTold, mayorAct } = wordsOf(chosen, {
    on: true,
    act: ' G.C. n. 12\r\ndel 03/02/2023 {{link:0}}',
  });
  expect([mayorIsTold, mayorAct]).toEqual([true, 'G.C. n. 12 del 03/02/2023 { {link:0}}']);
  expect(wordsOf(chosen, { on: true, act: ' ' }).mayorAct).toBeNull();
});
