/** Questions and answers of a review, and the form that asks one. */
import type { FC } from 'hono/jsx';
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { KeptQuestion } from '../../../store/review/review-questions.js';
import { CommandForm, ErrorSummary, Select, TextArea } from '../fields.js';
import { townWords } from '../page/frame.js';
import { isSent, type ReviewProps, stepPath, typedIn } from './review-props.js';
import { QUESTION_STATES } from './review-words.js';

interface QuestionsProps extends ReviewProps {
  readonly questions: readonly KeptQuestion[];
  /** Says what each is about, where they are of several objectives. */
  readonly withObjective: boolean;
}

export const QuestionList: FC<QuestionsProps> = (props) =>
  props.questions.length === 0 ? (
    <p class="tr-empty">Nessuna domanda.</p>
  ) : (
    <ul class="tr-lines">
      {props.questions.map((question) => (
        <li id={`domanda-${question.id}`}>
          <OneQuestion {...props} question={question} />
        </li>
      ))}
    </ul>
  );

const OneQuestion: FC<QuestionsProps & { readonly question: KeptQuestion }> = (props) => {
  const { viewer, page, question, withObjective } = props;
  const [tone, words] = QUESTION_STATES[question.state];
  const about = withObjective ? objectiveTitle(props, question.objective) : null;
  const mayTakeBack = page.may.work && question.state === 'waiting' && question.duty === page.round.duty;
  return (
    <>
      <p class="tr-badges">
        <span class={`tr-badge tr-badge-${tone}`}>{words}</span>
      </p>
      {about === null ? null : (
        <p>
          {page.isWhole && question.objective !== null ? (
            <a href={`/istruttoria/${question.objective}`}>{about}</a>
          ) : (
            about
          )}
        </p>
      )}
      <p class="tr-said">{question.text === '' ? 'Testo cancellato.' : question.text}</p>
      <p class="tr-due-note">
        {`Chiesto ${italianDate(question.askedOn)} da ${question.askedByName} a: ${roleInWords(question.to, townWords(viewer.town))}. `}
        {question.state === 'waiting' ? `Risposta entro ${italianDate(question.due)}. ` : ''}
        <a href={`/scadenze/${question.id}`}>
          {mayAnswer(props, question) ? 'Rispondi' : 'Apri la scadenza'}
          <span class="visually-hidden">{`: ${question.text.slice(0, 60)}`}</span>
        </a>
      </p>
      {question.answers.map((answer) => (
        <blockquote class="tr-answer-said">
          <p class="tr-said">{answer.text === '' ? 'Testo cancellato.' : answer.text}</p>
          <p class="tr-due-note">{`Risposta di ${answer.byName}, ${italianDate(answer.on)}`}</p>
        </blockquote>
      ))}
      {mayTakeBack ? (
        <CommandForm viewer={viewer} action={stepPath(props, 'ritira')} class="tr-inline-form">
          <input type="hidden" name="question" value={question.id} />
          <input type="hidden" name="objective" value={withObjective ? '' : (question.objective ?? '')} />
          <button type="submit" class="btn btn-outline-primary btn-sm">
            Ritira la domanda
            <span class="visually-hidden">{`: ${question.text.slice(0, 60)}`}</span>
          </button>
        </CommandForm>
      ) : null}
    </>
  );
};

const mayAnswer = ({ viewer }: ReviewProps, { to, state }: KeptQuestion): boolean =>
  state === 'waiting' && viewer.roles.some((role) => roleKey(role) === roleKey(to));

function objectiveTitle({ page }: ReviewProps, id: string | null): string {
  if (id === null) return 'Sulla Relazione nel suo insieme';
  const all = page.year.sectors.flatMap(({ objectives }) => objectives);
  const found = all.find(({ objective }) => objective.id === id)?.objective;
  if (found === undefined) return 'Su un obiettivo ritirato';
  return found.number === null ? found.title : `Obiettivo ${found.number} – ${found.title}`;
}

interface AskProps extends ReviewProps {
  /** Id; `null`: about the Relazione as a whole. */
  readonly objective: string | null;
  /** Names of the sectors whose heads may be asked. */
  readonly sectors: readonly string[];
}

export const AskForm: FC<AskProps> = (props) => {
  const { viewer, page, objective, sectors } = props;
  const words = townWords(viewer.town);
  const whom: readonly Role[] = [
    ...sectors.map((sector): Role => ({ role: 'head', sector })),
    { role: 'secretary' },
  ];
  const first = whom[0] ?? { role: 'secretary' };
  const field = { of: 'domanda', typed: typedIn(props, 'domande', { to: roleKey(first) }) };
  return (
    <details class="tr-details" open={isSent(props, 'domande')}>
      <summary>Fai una domanda</summary>
      <ErrorSummary {...field} />
      <CommandForm viewer={viewer} action={stepPath(props, 'domande')}>
        <input type="hidden" name="round" value={String(page.round.number)} />
        <input type="hidden" name="objective" value={objective ?? ''} />
        <Select
          {...field}
          name="to"
          label="A chi"
          required
          choices={whom.map((role) => ({ value: roleKey(role), text: roleInWords(role, words) }))}
        />
        <TextArea
          {...field}
          name="text"
          label="Domanda"
          rows={4}
          required
          hint="La leggono chi deve rispondere, i componenti e il Segretario. La risposta è attesa entro 5 giorni lavorativi."
        />
        <button type="submit" class="btn btn-primary">
          Invia la domanda
        </button>
      </CommandForm>
    </details>
  );
};
