/** The evaluators' working papers speak as the town does. */
import { expect, it } from 'vitest';
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
