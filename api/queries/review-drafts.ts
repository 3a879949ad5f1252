/** The facts of a review as its papers say them. */
import { dueOf } from '../../domain/obligations/obligation.js';
import { isAbstained, standingDeclarations } from '../../domain/review/body.js';
import { citedOnPaper } from '../../domain/review/criteria.js';
import type { DraftFacts, DraftObjective, DraftQuestion } from '../../domain/review/drafts/draft-facts.js';
import { observationsIn } from '../../domain/review/reminders.js';
import { numericDate } from '../../domain/time/italian-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import { roleInWords } from '../../mail/roles.js';
import { townName } from '../../mail/town-name.js';
import type { Viewer } from '../viewer.js';
import { OUTCOME_WORDS } from '../views/cycle/cycle-words.js';
import { verdictInWords } from '../views/evaluation/measurement-words.js';
import { titleOf } from '../views/obligations/obligation-parts.js';
import { townWords } from '../views/page/frame.js';
import {
  CONCLUSION_WORDS,
  conflictInWords,
  DECLARATION_WORDS,
  OBJECTIVE_CONCLUSIONS,
} from '../views/review/review-words.js';
import { actCited } from '../views/words.js';
import type { ReviewedObjective, ReviewPage } from './review-page.js';

export function draftFacts(viewer: Viewer, page: ReviewPage): DraftFacts {
  const { round, criteria, conclusions, members, declarations } = page;
  const standing = standingDeclarations(declarations);
  return {
    ...{ town: townName(viewer.town.name), evaluator: viewer.town.settings.words.evaluator },
    ...{
      year: page.cycle.year,
      round: round.number,
      printed: italianDate(viewer.today),
    },
    transmitted: round.transmittedOn === null ? null : italianDate(round.transmittedOn),
    adopted: round.adoption?.act ? actCited(round.adoption.act) : null,
    examined:
      page.examined === null ? null : { number: page.examined.number, sha256: page.examined.sha256.facts },
    members: members.map(({ person, name, conflicts }) => ({
      name,
      conflicts: conflicts.map(conflictInWords),
      abstained: isAbstained(person, standing),
      declarations: standing
        .filter(({ member }) => member === person)
        .map(
          ({ kind, sector, on, text }) =>
            `${DECLARATION_WORDS[kind].toLowerCase()}${sector === null ? '' : ` (${sector})`} ${italianDate(on)}: ${text}`,
        ),
    })),
    criteria: criteria.criteria.map(({ key, text, norm, verified }) => {
      const stands = conclusions.find(({ criterion }) => criterion === key);
      const conclusion = stands === undefined ? null : CONCLUSION_WORDS[stands.conclusion];
      return { text, norm: citedOnPaper({ norm, verified }), conclusion, note: stands?.note ?? '' };
    }),
    sectors: page.sectors.map(({ name, objectives }) => ({
      name,
      objectives: objectives.map(objectiveFacts),
    })),
    questions: questionFacts(viewer, page),
    outcome:
      round.outcome === null
        ? null
        : {
            words: OUTCOME_WORDS[round.outcome.is],
            on: italianDate(round.outcome.on),
            reasons: observationsIn(round.fact?.note ?? ''),
          },
  };
}

function objectiveFacts({ measured, documents, conclusion }: ReviewedObjective): DraftObjective {
  const { objective, assessment } = measured;
  const phases = objective.phases.filter(({ state }) => state === 'open' || state === 'done');
  const last = phases
    .flatMap((phase) => dueOf(phase) ?? [])
    .sort()
    .at(-1);
  const done = phases.filter(({ state }) => state === 'done').length;
  return {
    id: objective.id,
    title: titleOf({ number: objective.number, objective: objective.title }),
    planned: last === undefined ? 'termine da definire' : `entro il ${numericDate(last)}`,
    result: phases.length === 0 ? '–' : doneInWords(done, phases.length),
    degree: verdictInWords(assessment.stands.decided),
    documents,
    conclusion: conclusion === null ? null : OBJECTIVE_CONCLUSIONS[conclusion.conclusion],
    note: conclusion?.note ?? '',
  };
}

/** "1 di 2 termini conclusi", "0 di 1 termine concluso". */
const doneInWords = (done: number, all: number): string =>
  `${done} di ${all} ${all === 1 ? 'termine concluso' : 'termini conclusi'}`;

/** Of this round, on that objective where one is given; those withdrawn are left out. */
export function questionFacts(
  { town }: Viewer,
  page: ReviewPage,
  objective?: string,
): readonly DraftQuestion[] {
  const objectives = page.sectors.flatMap(({ objectives }) =>
    objectives.map(({ measured }) => measured.objective),
  );
  return page.questions
    .filter(({ duty, state }) => duty === page.round.duty && state !== 'withdrawn')
    .filter((one) => objective === undefined || one.objective === objective)
    .map(({ askedOn, askedByName, to, objective: asked, text, answers }) => {
      const about = objectives.find(({ id }) => id === asked);
      return {
        ...{ on: italianDate(askedOn), by: askedByName, to: roleInWords(to, townWords(town)), text },
        about:
          about === undefined ? 'La Relazione' : titleOf({ number: about.number, objective: about.title }),
        answer: answers.map((one) => `${one.text}\n(${one.byName}, ${italianDate(one.on)})`).join('\n'),
      };
    });
}
