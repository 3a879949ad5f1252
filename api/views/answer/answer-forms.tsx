/**
 * The answers *In corso* and *Non è di mia competenza*, and the withdrawal of an answer: the same fields on
 * the page of a mail's link and on the obligation's own.
 */
import type { Child, FC } from 'hono/jsx';
import { lastForecastDay, lateNoticesResume } from '../../../domain/obligations/answer-rules.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Answer, Ruling } from '../../../store/obligations/answers.js';
import type { RecordView } from '../../queries/obligation-view.js';
import type { StandingAnswer } from '../../queries/standing-answers.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Input, TextArea, type Typed } from '../fields.js';
import { italianTime } from '../italian-time.js';

interface AnswerFormProps {
  readonly viewer: Viewer;
  readonly term: RecordView;
  /** Where its forms go: the page's own path. */
  readonly place: string;
  /** `null`: not sent yet. */
  readonly typed: Typed | null;
  /** Who answers and with which code, where that is asked. */
  readonly who?: Child;
}

const Seen: FC<{ readonly term: RecordView }> = ({ term }) => (
  <input type="hidden" name="visto" value={String(term.record.rowVersion)} />
);

export const ExplainForm: FC<AnswerFormProps> = ({ viewer, term, place, typed, who }) => {
  const values = typed ?? blank();
  return (
    <CommandForm viewer={viewer} action={`${place}/in-corso`}>
      <Seen term={term} />
      {who}
      <TextArea
        name="reason"
        of="in-corso"
        label="Motivazione dello scostamento"
        typed={values}
        rows={3}
        hint="Che cosa manca, e perché."
        required
      />
      <Input
        name="forecast"
        of="in-corso"
        label="Conclusione prevista"
        type="date"
        typed={values}
        min={viewer.today}
        max={lastForecastDay(viewer.today)}
        hint={`Al più tardi ${italianDate(lastForecastDay(viewer.today))}. Si può rinnovare una volta; poi decide il Segretario.`}
        required
      />
      <p class="tr-hint">
        I solleciti si fermano fino al primo giorno lavorativo dopo quella data. Il termine del piano resta lo
        stesso.
      </p>
      <button type="submit" class="btn btn-primary">
        Registra: in corso
      </button>
    </CommandForm>
  );
};

export const DisclaimForm: FC<AnswerFormProps> = ({ viewer, term, place, typed, who }) => (
  <CommandForm viewer={viewer} action={`${place}/non-mia`}>
    <Seen term={term} />
    {who}
    <TextArea
      name="reason"
      of="non-mia"
      label="Perché, e di chi è"
      typed={typed ?? blank()}
      rows={3}
      hint="Il Segretario lo legge subito sul suo cruscotto e decide. Nel frattempo gli avvisi non si fermano."
      required
    />
    <button type="submit" class="btn btn-primary">
      Registra: non è di mia competenza
    </button>
  </CommandForm>
);

/** "In corso, conclusione prevista venerdì 14 luglio 2023": what an answer said. */
export function answerInWords({
  kind,
  doneOn,
  forecast,
}: Pick<Answer, 'kind' | 'doneOn' | 'forecast'>): string {
  if (kind === 'done') return doneOn === null ? 'Concluso' : `Concluso ${italianDate(doneOn)}`;
  if (kind === 'in-progress')
    return forecast === null ? 'In corso' : `In corso, conclusione prevista ${italianDate(forecast)}`;
  return 'Non è di mia competenza';
}

/** What was recorded, when, by whom, what follows from it, and how to take it back. */
export const OwnAnswer: FC<Omit<AnswerFormProps, 'typed'> & { readonly own: StandingAnswer }> = ({
  viewer,
  term,
  place,
  own: { answer, withdrawUntil },
  who,
}) => {
  const { zone } = viewer.town.clock;
  const said = answer.declaredName === null ? '' : `, come ${answer.declaredName}`;
  return (
    <div class="tr-receipt">
      <p>
        <strong>{`Hai risposto: ${answerInWords(answer)}.`}</strong>
      </p>
      {answer.note === null ? null : <p class="tr-phrase">{`«${answer.note}»`}</p>}
      <p>
        {`Registrato ${italianDate(civilDateAt(answer.at, zone))} alle ${italianTime(answer.at, zone)}${said}${CHANNEL[answer.channel]}. ${effectOf(viewer, term, answer)}`}
      </p>
      {answer.ruling === null ? null : (
        <p>
          <strong>{rulingInWords(answer.ruling)}</strong>
        </p>
      )}
      {withdrawUntil === null ? null : (
        <CommandForm viewer={viewer} action={`${place}/ritira`}>
          <input type="hidden" name="risposta" value={answer.id} />
          {who}
          <p class="tr-hint">{`Se è un errore, la puoi ritirare fino a ${italianDate(withdrawUntil)}: la scadenza torna com'era.`}</p>
          <button type="submit" class="btn btn-outline-primary">
            Ritira la risposta
          </button>
        </CommandForm>
      )}
    </div>
  );
};

/** "Il Segretario ha deciso che resta a chi ha risposto: «motivo»" */
export const rulingInWords = ({ reason }: Ruling): string =>
  `Il Segretario ha deciso che resta a chi ha risposto: «${reason ?? 'motivo cancellato'}»`;

const CHANNEL: Readonly<Record<Answer['channel'], string>> = {
  'mail-answer': ", dal collegamento dell'avviso",
  page: ', dalle pagine',
  api: ', da un programma',
  workflow: '',
  cli: '',
};

function effectOf(viewer: Viewer, { due }: RecordView, { kind, forecast, ruling }: Answer): string {
  if (ruling !== null) return '';
  if (kind === 'done') return 'Per questa scadenza non partono altri avvisi.';
  if (kind === 'not-mine' || forecast === null) return 'Il Segretario è avvertito e decide a chi spetta.';
  const resume = lateNoticesResume(due, forecast, workingCalendar(viewer.town.closures));
  return resume === null ? '' : `I solleciti riprendono ${italianDate(resume)}, se non risulta conclusa.`;
}
