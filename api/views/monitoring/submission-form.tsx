/** The form of a submission: what is missing, the answers given so far, then each objective. One form, two buttons. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { SubmissionPage } from '../../queries/submission-page.js';
import { CompiledForm, type CompiledLine, Missing, NotTaken } from '../compiled-form.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { SubmissionLine } from './submission-line.js';
import type { SubmissionProps } from './submission-props.js';

export const SubmissionForm: FC<SubmissionProps> = (props) => {
  const { viewer, page } = props;
  const { submission, lines, may } = page;
  const offered = props.offered?.form === 'compila' ? props.offered : null;
  const conflicting = (objectives: readonly string[]) =>
    lines.filter(({ asked }) => objectives.includes(asked.objective));
  return (
    <section aria-labelledby="compila">
      <h2 id="compila">Compila</h2>
      <p class="tr-hint">
        {`Ogni voce parte da ciò che il programma già sa. Indica la situazione a ${italianDate(submission.window.referenceOn)}. Puoi salvare la bozza quante volte vuoi e continuare un altro giorno.`}
      </p>
      {page.compiles ? <Prepares page={page} /> : null}
      {offered === null ? null : (
        <NotTaken conflicts={compiled(conflicting(offered.conflicts))} problems={offered.problems} />
      )}
      <div data-avvisi="">
        <Missing
          lines={compiled(lines)}
          then={page.compiles ? 'ora li rilegge e trasmette il Responsabile' : 'si può trasmettere'}
        />
      </div>
      <CompiledForm
        viewer={viewer}
        place={`/monitoraggio/${submission.id}`}
        rowVersion={submission.rowVersion}
        lines={lines.length}
        mayTransmit={may.transmit}
      >
        <Answers page={page} />
        {lines.map((line, index) => (
          <SubmissionLine
            line={line}
            index={index}
            zone={viewer.town.clock.zone}
            today={viewer.today}
            offered={offered?.lines.find(({ objective }) => objective === line.asked.objective) ?? null}
            isConflict={offered?.conflicts.includes(line.asked.objective) ?? false}
            problems={offered?.problems ?? []}
          />
        ))}
      </CompiledForm>
    </section>
  );
};

const compiled = (lines: SubmissionPage['lines']): readonly CompiledLine[] =>
  lines.map(({ asked: { number, title }, missing }) => ({ number, title, missing }));

const Prepares: FC<Pick<SubmissionProps, 'page'>> = ({ page }) => (
  <p class="tr-lead">
    {page.others === 0
      ? 'Prepari tu le voci: trasmette il Responsabile.'
      : `Prepari ${counted(page.lines.length, 'voce', 'voci')}; ${counted(page.others, 'altra la prepara', 'altre le prepara')} qualcun altro. Trasmette il Responsabile.`}
  </p>
);

/** Already answered, from mails or pages: read again and confirmed as a list. */
const Answers = ({ page }: { readonly page: SubmissionPage }): Child =>
  page.hasAnswers ? (
    <fieldset class="tr-panel">
      <legend>Risposte già date</legend>
      <input type="hidden" name="elenco" value="si" />
      <ul class="tr-lines">
        {page.lines.flatMap(({ asked }) =>
          asked.milestones
            .filter(({ state }) => state === 'done')
            .map(({ phrase, doneOn, obligation }) => (
              <li>
                <a href={`/scadenze/${obligation}`}>
                  {titleOf({ number: asked.number, objective: asked.title })}
                </a>
                {phrase === null ? null : <span class="tr-phrase">{`«${phrase}»`}</span>}
                <span class="tr-due-note">{`conclusa ${doneOn === null ? '' : italianDate(doneOn)}`}</span>
              </li>
            )),
        )}
      </ul>
      <div class="tr-check">
        <input
          type="checkbox"
          id="confirmed"
          name="confirmed"
          value="si"
          checked={page.submission.confirmed}
        />
        <label for="confirmed">Le ho rilette e le confermo</label>
        <p class="tr-hint">Se una è sbagliata aprila e riaprila con il motivo.</p>
      </div>
    </fieldset>
  ) : null;
