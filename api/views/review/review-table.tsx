/** The objectives of a sector as a review lists them: planned, attained, claimed, decided, proved, asked. */
import type { Child } from 'hono/jsx';
import { dueOf } from '../../../domain/obligations/obligation.js';
import { reasonTold } from '../../../domain/scoring/assessment.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { ReviewedObjective } from '../../queries/review-page.js';
import { verdictInWords } from '../evaluation/measurement-words.js';
import { titleOf } from '../obligations/obligation-parts.js';
import type { Column } from '../table.js';
import { OBJECTIVE_STATES } from './review-words.js';

export const OBJECTIVE_COLUMNS: readonly Column<ReviewedObjective>[] = [
  {
    title: 'Obiettivo',
    heading: true,
    cell: ({ measured: { objective } }) => (
      <a href={`/istruttoria/${objective.id}`}>
        {titleOf({ number: objective.number, objective: objective.title })}
      </a>
    ),
  },
  { title: 'Previsto', cell: planned },
  { title: 'Risultato', cell: attained },
  {
    title: 'Autovalutato',
    cell: ({ measured }) => verdictInWords(measured.assessment.stands.selfEvaluated),
  },
  {
    title: 'Grado',
    cell: ({ measured: { assessment } }) => (
      <>
        {verdictInWords(assessment.stands.decided)}
        {reasonTold(assessment.stands) === null ? null : <span class="tr-due-note">con motivazione</span>}
      </>
    ),
  },
  { title: 'Documenti', numeric: true, cell: ({ documents }) => String(documents) },
  {
    title: 'Domande',
    cell: ({ questions }) => {
      const open = questions.filter(({ state }) => state === 'waiting').length;
      return open === 0 ? String(questions.length) : `${questions.length}, di cui ${open} senza risposta`;
    },
  },
  {
    title: 'Esame',
    cell: ({ state }) => {
      const [tone, words] = OBJECTIVE_STATES[state];
      return <span class={`tr-badge tr-badge-${tone}`}>{words}</span>;
    },
  },
];

function planned({ measured: { objective } }: ReviewedObjective): Child {
  const days = objective.phases.flatMap((phase) => {
    const due = phase.state === 'superseded' ? null : dueOf(phase);
    return due === null ? [] : [due];
  });
  const last = days.sort().at(-1);
  return (
    <>
      {last === undefined ? 'Termine da definire' : `Entro ${italianDate(last)}`}
      <span class="tr-due-note">
        {`${counted(days.length, 'termine', 'termini')}, ${counted(objective.indicators.length, 'indicatore', 'indicatori')}`}
      </span>
    </>
  );
}

function attained({ measured: { objective } }: ReviewedObjective): Child {
  const phases = objective.phases.filter(({ state }) => state === 'open' || state === 'done');
  const done = phases.filter(({ state }) => state === 'done');
  const late = done.filter((phase) => {
    const due = dueOf(phase);
    return due !== null && phase.doneOn !== null && phase.doneOn > due;
  }).length;
  return (
    <>
      {phases.length === 0 ? '–' : `Fasi concluse: ${done.length} di ${phases.length}`}
      {late === 0 ? null : <span class="tr-due-note tr-due-late">{`${late} oltre il termine`}</span>}
    </>
  );
}
