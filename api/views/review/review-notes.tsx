/** Notes of a review: one's own, and those that were shared. */
import type { FC } from 'hono/jsx';
import type { KeptNote } from '../../../store/review/review-notes.js';
import { CheckBox, CommandForm, ErrorSummary, TextArea } from '../fields.js';
import { italianMoment } from '../italian-time.js';
import { isSent, type ReviewProps, stepPath, typedIn } from './review-props.js';

interface NotesProps extends ReviewProps {
  readonly notes: readonly KeptNote[];
  /** Id; `null`: about the whole. */
  readonly objective: string | null;
}

export const Notes: FC<NotesProps> = (props) => {
  const { viewer, page, notes } = props;
  if (!page.may.work && notes.length === 0) return null;
  return (
    <section aria-labelledby="appunti">
      <h2 id="appunti">Appunti</h2>
      {notes.length === 0 ? <p class="tr-empty">Nessun appunto.</p> : null}
      <ul class="tr-lines">
        {notes.map((note) => (
          <li>
            <p class="tr-said">{note.text === '' ? 'Testo cancellato.' : note.text}</p>
            <p class="tr-due-note">
              {`${note.authorName}, ${italianMoment(note.writtenAt, viewer.town.clock.zone)}. ${note.sharedAt === null ? 'Lo vedi solo tu.' : 'Condiviso.'}`}
            </p>
            {note.sharedAt === null && page.may.work ? <OwnNote {...props} note={note} /> : null}
          </li>
        ))}
      </ul>
      {page.may.work ? <WriteForm {...props} /> : null}
    </section>
  );
};

const OwnNote: FC<NotesProps & { readonly note: KeptNote }> = (props) => (
  <div class="tr-filter-buttons">
    <Step {...props} step="condividi" words="Condividi" />
    <Step {...props} step="togli" words="Togli" />
  </div>
);

const Step: FC<
  NotesProps & { readonly note: KeptNote; readonly step: 'condividi' | 'togli'; readonly words: string }
> = (props) => (
  <CommandForm viewer={props.viewer} action={stepPath(props, props.step)} class="tr-inline-form">
    <input type="hidden" name="note" value={props.note.id} />
    <input type="hidden" name="objective" value={props.objective ?? ''} />
    <button type="submit" class="btn btn-outline-primary btn-sm">
      {props.words}
      <span class="visually-hidden">{` l'appunto: ${props.note.text.slice(0, 60)}`}</span>
    </button>
  </CommandForm>
);

const WriteForm: FC<NotesProps> = (props) => {
  const field = { of: 'appunto', typed: typedIn(props, 'appunti') };
  return (
    <details class="tr-details" open={isSent(props, 'appunti')}>
      <summary>Scrivi un appunto</summary>
      <ErrorSummary {...field} />
      <CommandForm viewer={props.viewer} action={stepPath(props, 'appunti')}>
        <input type="hidden" name="round" value={String(props.page.round.number)} />
        <input type="hidden" name="objective" value={props.objective ?? ''} />
        <TextArea
          {...field}
          name="text"
          label="Appunto"
          rows={3}
          required
          hint="Finché non lo condividi lo leggi solo tu: né gli altri componenti né il Segretario."
        />
        <CheckBox
          {...field}
          name="shared"
          label="Condividilo subito con gli altri componenti e con il Segretario"
        />
        <button type="submit" class="btn btn-outline-primary">
          Salva l'appunto
        </button>
      </CommandForm>
    </details>
  );
};
