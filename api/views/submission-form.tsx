/** The form of a submission: what is missing, the answers given so far, then each objective. One form, two buttons. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../mail/italian-dates.js';
import { counted } from '../../mail/italian-numbers.js';
import type { SubmissionPage } from '../queries/submission-page.js';
import { CommandForm } from './fields.js';
import { titleOf } from './obligation-parts.js';
import { SubmissionLine } from './submission-line.js';
import type { SubmissionProps } from './submission-props.js';

export const SubmissionForm: FC<SubmissionProps> = (props) => {
  const { viewer, page } = props;
  const { submission, lines, may } = page;
  const offered = props.offered?.form === 'compila' ? props.offered : null;
  const place = `/monitoraggio/${submission.id}`;
  return (
    <section aria-labelledby="compila">
      <h2 id="compila">Compila</h2>
      <p class="tr-hint">
        {`Ogni voce parte da ciò che il programma già sa. Indica la situazione a ${italianDate(submission.window.referenceOn)}. Puoi salvare la bozza quante volte vuoi e continuare un altro giorno.`}
      </p>
      {page.compiles ? <Prepares page={page} /> : null}
      {offered === null ? null : <Refused offered={offered} page={page} />}
      <div data-avvisi="">
        <Missing page={page} />
      </div>
      <CommandForm
        viewer={viewer}
        action={`${place}/bozza`}
        class="tr-submission"
        data={{ salva: 'si' }}
        isDraft
      >
        <input type="hidden" name="visto" value={String(submission.rowVersion)} />
        <input type="hidden" name="righe" value={String(lines.length)} />
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
        <div class="tr-save">
          <button type="submit" class="btn btn-outline-primary">
            Salva bozza
          </button>
          {may.transmit ? (
            <button type="submit" class="btn btn-primary" formaction={`${place}/trasmetti`}>
              Trasmetti
            </button>
          ) : null}
          <span class="tr-saved" data-salvato="si" role="status"></span>
        </div>
      </CommandForm>
    </section>
  );
};

const Prepares: FC<Pick<SubmissionProps, 'page'>> = ({ page }) => (
  <p class="tr-lead">
    {page.others === 0
      ? 'Prepari tu le voci: trasmette il Responsabile.'
      : `Prepari ${counted(page.lines.length, 'voce', 'voci')}; ${counted(page.others, 'altra la prepara', 'altre le prepara')} qualcun altro. Trasmette il Responsabile.`}
  </p>
);

const Refused = ({
  offered,
  page,
}: {
  readonly offered: NonNullable<SubmissionProps['offered']>;
  readonly page: SubmissionPage;
}): Child => {
  const names = page.lines
    .filter(({ asked }) => offered.conflicts.includes(asked.objective))
    .map(({ asked }) => titleOf({ number: asked.number, objective: asked.title }));
  return (
    <div class="tr-flash tr-flash-wrong" role="alert">
      {names.length > 0 ? (
        <p>
          {`Mentre scrivevi qualcun altro ha salvato ${names.length === 1 ? 'questa voce' : 'queste voci'}: ${names.join('; ')}. Il resto è salvato. Qui sotto trovi, accanto a ciò che hai scritto, ciò che è salvato adesso: confronta e salva di nuovo.`}
        </p>
      ) : (
        <p>
          <strong>Non è stato trasmesso: c'è qualcosa da completare o da correggere.</strong>
        </p>
      )}
      <Problems problems={offered.problems} />
    </div>
  );
};

const SHOWN = 12;

/** The first of them, each with a way to its field. */
export const Problems: FC<{ readonly problems: SubmissionPage['lines'][number]['missing'] }> = ({
  problems,
}) =>
  problems.length === 0 ? null : (
    <ul>
      {problems.slice(0, SHOWN).map(({ field, message }) => (
        <li>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>
      ))}
      {problems.length > SHOWN ? (
        <li>{`E altre ${problems.length - SHOWN}: le trovi segnate nelle voci.`}</li>
      ) : null}
    </ul>
  );

const Missing = ({ page }: { readonly page: SubmissionPage }): Child => {
  const open = page.lines.filter(({ missing }) => missing.length > 0);
  const total = page.lines.length;
  const then = page.compiles ? 'ora li rilegge e trasmette il Responsabile' : 'si può trasmettere';
  return open.length === 0 ? (
    <p class="tr-flash tr-flash-done">{`${counted(total, 'obiettivo completo', 'obiettivi completi')}: ${then}.`}</p>
  ) : (
    <details class="tr-details">
      <summary>{`Complete ${total - open.length} voci su ${total}: che cosa manca`}</summary>
      <ul class="tr-lines">
        {open.map(({ asked, missing }) => (
          <li>
            <strong>{titleOf({ number: asked.number, objective: asked.title })}</strong>
            <Problems problems={missing} />
          </li>
        ))}
      </ul>
    </details>
  );
};

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
