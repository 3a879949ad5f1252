/** The evaluators' working papers speak as the town does. */
import { expect, it } from 'vitest';
import { declaredValue } from '../../../domain/review/drafts/declared-value.js';
import { workingPapers } from '../../../domain/review/drafts/working-papers.js';
import { DRAFT_FACTS } from './draft-facts.js';

const objective = {
  title: 'Rendiconto',
  places: [
    {
      ...{ sector: 'Finanziaria', weight: '20', proposed: '90 %', claimed: '95 %', decided: '95 %' },
      ...{ reason: '', proof: '' },
    },
  ],
  ...{ terms: [], indicators: [], evidence: [], history: [], questions: [], notes: [], conclusion: null },
};

it.each(['Settore', 'Area'])(
  'who answers for an objective stands under %s, as the town says',
  (sectorWord) => {
    const papers = workingPapers({ ...DRAFT_FACTS, sectorWord, objectives: [objective], notes: [] });
    const heads = JSON.stringify(papers).match(/"title":"(Settore|Area)"/g);
    expect(heads).toEqual([`"title":"${sectorWord}"`]);
  },
);

it.each([
  ['nobody', ['', ''], 'nessuno'],
  ['all the same', ['96', '96'], '96'],
  ['the second alone', ['', '96'], 'Finanziario: nessuno\nTecnico: 96'],
  ['two values', ['95', '96'], 'Finanziario: 95\nTecnico: 96'],
])('what %s declared of an indicator of two sectors is told whole', (_, [first = '', second = ''], told) => {
  expect(
    declaredValue([
      { sector: 'Finanziario', value: first },
      { sector: 'Tecnico', value: second },
    ]),
  ).toBe(told);
});
