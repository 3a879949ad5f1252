/** A round with everything that its papers can say. */
import type { DraftFacts } from '../../../domain/review/drafts/draft-facts.js';

const objective = {
  planned: 'entro il 30/06/2023',
  result: '1 di 1 termine concluso',
  documents: 2,
  note: '',
};

export const DRAFT_FACTS: DraftFacts = {
  ...{ town: 'Comune di Prova', evaluator: 'Nucleo di valutazione', year: 2023, round: 1 },
  ...{
    transmitted: 'giovedì 2 maggio 2024',
    adopted: 'G.C. n. 48 del 3/5/2024',
    examined: { number: 2, sha256: 'ab'.repeat(32) },
    printed: 'lunedì 6 maggio 2024',
  },
  members: [
    { name: 'Anna', conflicts: [], declarations: [], abstained: false },
    {
      name: 'Bruno',
      conflicts: ['ha risposto del settore Tecnico'],
      declarations: ['astensione'],
      abstained: true,
    },
  ],
  criteria: [
    { text: 'È chiara', norm: 'art. 14', conclusion: 'Soddisfatto', note: '' },
    { text: 'È conforme', norm: '', conclusion: null, note: '' },
  ],
  sectors: [
    {
      name: 'Finanziario',
      objectives: [
        { ...objective, id: 'o1', title: 'Rendiconto', degree: '95 %', conclusion: 'Riscontrato' },
        { ...objective, id: 'o2', title: 'Tempi', degree: '–', conclusion: null },
        { ...objective, id: 's1', title: 'Trasparenza', degree: '90 %', conclusion: 'Riscontrato' },
      ],
    },
    {
      name: 'Tecnico',
      objectives: [
        { ...objective, id: 's1', title: 'Trasparenza', degree: '80 %', conclusion: 'Riscontrato' },
      ],
    },
  ],
  questions: [
    {
      on: '3 maggio',
      by: 'Anna',
      to: 'Segretario',
      about: 'Rendiconto',
      text: 'Con quale atto?',
      answer: 'G.C. 12',
    },
    { on: '4 maggio', by: 'Anna', to: 'Segretario', about: 'La Relazione', text: 'Quando?', answer: '' },
  ],
  outcome: {
    words: 'Validata con osservazioni',
    on: 'lunedì 6 maggio 2024',
    reasons: ['Indicatori più chiari'],
  },
};
