/** Tables of the drafts of a round: criteria, objectives, questions. */
import { type PrintedBlock, tabled } from '../../printed-document/printed-document.js';
import type { DraftFacts, DraftQuestion } from './draft-facts.js';

const UNSAID = 'senza conclusione';

/** `withNorm`: with what each rests on. */
export const criteriaTable = ({ criteria }: DraftFacts, withNorm: boolean): PrintedBlock =>
  tabled({
    caption: 'Criteri e conclusioni',
    columns: [
      { title: 'Criterio', share: withNorm ? 36 : 46, as: 'name' },
      ...(withNorm ? [{ title: 'Norma', share: 22 }] : []),
      { title: 'Conclusione', share: withNorm ? 16 : 20 },
      { title: 'Nota', share: withNorm ? 26 : 34 },
    ],
    rows: criteria.map(({ text, norm, conclusion, note }) => [
      text,
      ...(withNorm ? [norm === '' ? '–' : norm] : []),
      conclusion ?? UNSAID,
      note,
    ]),
    empty: 'Nessun criterio.',
  });

/** One for each sector. */
export const objectivesTables = ({ sectors }: DraftFacts): readonly PrintedBlock[] =>
  sectors.map(({ name, objectives }) =>
    tabled({
      caption: name,
      columns: [
        { title: 'Obiettivo', share: 31, as: 'name' },
        { title: 'Previsto', share: 13 },
        { title: 'Risultato', share: 14 },
        { title: 'Grado', share: 8 },
        { title: 'Documenti', share: 8, as: 'figure' },
        { title: 'Esame', share: 26 },
      ],
      rows: objectives.map(({ title, planned, result, degree, documents, conclusion, note }) => [
        ...[title, planned, result, degree, documents],
        [conclusion ?? UNSAID, note].filter((one) => one !== '').join(': '),
      ]),
      empty: 'Nessun obiettivo.',
    }),
  );

/** Of the round, with their answers. */
export const questionsTable = ({ questions }: DraftFacts): PrintedBlock =>
  questionsOf('Domande e risposte', questions);

/** Some of them. */
export const questionsOf = (caption: string, questions: readonly DraftQuestion[]): PrintedBlock =>
  tabled({
    caption,
    columns: [
      { title: 'Quando e chi', share: 20 },
      { title: 'Su che cosa', share: 20 },
      { title: 'Domanda', share: 30, as: 'name' },
      { title: 'Risposta', share: 30 },
    ],
    rows: questions.map(({ on, by, to, about, text, answer }) => [
      `${on}\n${by}\na: ${to}`,
      about,
      text,
      answer === '' ? 'senza risposta' : answer,
    ]),
    empty: 'Non sono state poste domande.',
  });
