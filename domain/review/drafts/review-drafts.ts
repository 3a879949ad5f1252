/**
 * The papers of a round, as drafts to complete and sign: the validation document, the report that goes with it (an
 * integral part of it and published: ANAC, President's act of 6 November), the minutes. Same facts, same document.
 */
import { type PrintedDocument, said } from '../../printed-document/printed-document.js';
import { type DraftFacts, ofEvaluator } from './draft-facts.js';
import { draft, membersSection, outcomeSection } from './draft-parts.js';
import { criteriaTable, objectivesTables, questionsTable } from './draft-tables.js';

/** Validation document, accompanying report, minutes. */
export const DRAFTS = ['validation', 'report', 'minutes'] as const;
/** One of {@link DRAFTS}. */
export type DraftName = (typeof DRAFTS)[number];

const MAKERS: Readonly<Record<DraftName, (facts: DraftFacts) => PrintedDocument>> = {
  validation: validationDocument,
  report: accompanyingReport,
  minutes,
};

export const reviewDraft = (name: DraftName, facts: DraftFacts): PrintedDocument => MAKERS[name](facts);

/** Which Relazione: "… è stata trasmessa giovedì 2 maggio 2024 (2ª trasmissione)", its act, its hash. */
function aboutWhich({ year, transmitted, round, adopted, examined }: DraftFacts): readonly string[] {
  const again = round > 1 ? ` (${round}ª trasmissione)` : '';
  const act = adopted === null ? '' : ` È stata adottata con ${adopted}.`;
  return [
    transmitted === null
      ? `La Relazione sulla performance ${year} non risulta ancora trasmessa.${act}`
      : `La Relazione sulla performance ${year} è stata trasmessa ${transmitted}${again}.${act}`,
    ...(examined === null
      ? []
      : [
          `La Relazione esaminata è quella dell’istantanea n. ${examined.number}, impronta dei dati (SHA-256): ${examined.sha256}`,
        ]),
  ];
}

function validationDocument(facts: DraftFacts): PrintedDocument {
  const { year, evaluator } = facts;
  return draft(facts, `Documento di validazione della Relazione sulla performance ${year}`, false, [
    {
      heading: 'Premesse',
      blocks: [
        {
          kind: 'list',
          items: [
            'Visto l’art. 14, comma 4, lettera c), e comma 6, del D.Lgs. 27 ottobre 2009, n. 150: la validazione è condizione inderogabile per l’accesso agli strumenti per premiare il merito.',
            'Viste le Linee guida del Dipartimento della funzione pubblica n. 3/2018, seguite per analogia.',
            ...aboutWhich(facts),
            `L’esame è stato svolto sui dati, sui documenti e sulle risposte acquisite; ne dà conto la relazione di accompagnamento ${ofEvaluator(evaluator)}, che è parte integrante di questo documento.`,
          ],
        },
      ],
    },
    membersSection(facts),
    { heading: 'Criteri', blocks: [criteriaTable(facts, false)] },
    outcomeSection(facts, 'Esito'),
  ]);
}

function accompanyingReport(facts: DraftFacts): PrintedDocument {
  const all = new Map(facts.sectors.flatMap(({ objectives }) => objectives).map((one) => [one.id, one]));
  const seen = [...all.values()].filter(({ conclusion }) => conclusion !== null).length;
  const answered = facts.questions.filter(({ answer }) => answer !== '').length;
  return draft(facts, `Relazione di accompagnamento alla validazione ${facts.year}`, true, [
    {
      heading: 'Come si è svolta l’istruttoria',
      blocks: [
        ...aboutWhich(facts).map(said),
        said(
          `Obiettivi esaminati con una conclusione: ${seen} su ${all.size}. Domande poste: ${facts.questions.length}, con risposta: ${answered}.`,
        ),
      ],
    },
    { heading: 'Criteri di validazione', blocks: [criteriaTable(facts, true)] },
    { heading: 'Obiettivi', blocks: objectivesTables(facts) },
    outcomeSection(facts, 'Esito e osservazioni'),
  ]);
}

function minutes(facts: DraftFacts): PrintedDocument {
  return draft(facts, `Verbale dell’istruttoria sulla Relazione ${facts.year}`, true, [
    {
      heading: 'Seduta',
      blocks: [said('Luogo, giorno e ora: ________________________________'), ...aboutWhich(facts).map(said)],
    },
    membersSection(facts),
    { heading: 'Domande e risposte', blocks: [questionsTable(facts)] },
    { heading: 'Conclusioni', blocks: [criteriaTable(facts, false)] },
    outcomeSection(facts, 'Esito'),
  ]);
}
