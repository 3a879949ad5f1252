/** The evaluators' working papers: for each objective what was planned, claimed, attained, proved, asked, noted, concluded. */
import {
  type PrintedDocument,
  type PrintedSection,
  said,
  tabled,
} from '../../printed-document/printed-document.js';
import { ofEvaluator } from './draft-facts.js';
import { draft, membersSection } from './draft-parts.js';
import { criteriaTable, questionsOf, questionsTable } from './draft-tables.js';
import type { WorkingFacts, WorkingObjective } from './working-facts.js';
import { indicatorsTable, linesTable } from './working-tables.js';

/** Same facts, same document. */
export const workingPapers = (facts: WorkingFacts): PrintedDocument => ({
  ...draft(facts, `Carte di lavoro dell’istruttoria ${facts.year}`, true, [
    {
      heading: 'Obiettivi',
      blocks: [
        said('Un obiettivo di più settori compare una volta, con il peso e il grado che ha in ciascuno.'),
      ],
      sections: facts.objectives.map((one) => objectiveSection(one, facts.sectorWord)),
    },
    {
      heading: 'Sulla Relazione nel suo insieme',
      blocks: [criteriaTable(facts, true), ...linesTable('Appunti condivisi', facts.notes)],
    },
    { heading: 'Tutte le domande', blocks: [questionsTable(facts)] },
    membersSection(facts),
    { heading: 'Esito', blocks: [said(outcomeInWords(facts))] },
  ]),
  contents: true,
  lead: [
    {
      kind: 'note',
      text: `Con quanto è registrato fino a ${facts.printed}. Sono carte interne ${ofEvaluator(facts.evaluator)}: non si pubblicano, e non contengono gli appunti privati.`,
    },
  ],
});

const outcomeInWords = ({ outcome }: WorkingFacts): string =>
  outcome === null
    ? 'Non è ancora registrato.'
    : [`Relazione ${outcome.words.toLowerCase()} (${outcome.on}).`, ...outcome.reasons].join('\n');

function objectiveSection(one: WorkingObjective, sectorWord: string): PrintedSection {
  const { title, places, terms, indicators, evidence, history, questions, notes, conclusion } = one;
  return {
    heading: title,
    blocks: [
      tabled({
        caption: 'Previsto, dichiarato, riconosciuto',
        columns: [
          { title: sectorWord, share: 20, as: 'name' },
          { title: 'Peso', share: 6, as: 'figure' },
          { title: 'Proposto dai dati', share: 14 },
          { title: 'Autovalutato', share: 10 },
          { title: 'Grado deciso', share: 10 },
          { title: 'Motivazione e riscontri dichiarati', share: 40 },
        ],
        rows: places.map(({ sector, weight, proposed, claimed, decided, reason, proof }) => [
          ...[sector, weight, proposed, claimed, decided],
          [reason, proof === '' ? '' : `Riscontri: ${proof}`].filter((part) => part !== '').join('\n') || '–',
        ]),
        empty: 'Nessun settore.',
      }),
      tabled({
        caption: 'Termini',
        columns: [
          { title: 'Fase', share: 25, as: 'name' },
          { title: 'A carico di', share: 33 },
          { title: 'Entro il', share: 10 },
          { title: 'Conclusa il', share: 10 },
          { title: 'Come sta', share: 22 },
        ],
        rows: terms.map(({ phase, owner, due, done, standing }) => [phase, owner, due, done, standing]),
        empty: 'Nessuna fase con un termine.',
      }),
      ...(indicators.length === 0 ? [] : [indicatorsTable(one)]),
      tabled({
        caption: 'Documenti',
        columns: [
          { title: 'File', share: 28, as: 'name' },
          { title: 'A proposito di', share: 28 },
          { title: 'Aggiunto', share: 14 },
          { title: 'Impronta (SHA-256)', share: 30, as: 'below' },
        ],
        rows: evidence.map(({ name, about, added, sha256 }) => [name, about, added, sha256]),
        empty: 'Nessun documento.',
      }),
      ...linesTable('Storia', history),
      ...(questions.length === 0 ? [] : [questionsOf('Domande e risposte', questions)]),
      ...linesTable('Appunti condivisi', notes),
      {
        kind: 'facts',
        facts:
          conclusion === null
            ? [['Conclusione', 'senza conclusione']]
            : [
                ['Conclusione', `${conclusion.words} (${conclusion.given})`],
                ...(conclusion.note === '' ? [] : [['Nota', conclusion.note] as const]),
              ],
      },
    ],
  };
}
