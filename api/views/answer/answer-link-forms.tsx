/** Forms that only the page of a mail's link has: who answers, *Concluso* by thumb, *Trattieni*. */
import type { Child, FC } from 'hono/jsx';
import { roleInWords } from '../../../mail/roles.js';
import type { AnswerLink } from '../../open-link.js';
import type { RecordView } from '../../queries/obligation-view.js';
import { ACCEPTED_EXTENSIONS } from '../../uploads/file-type.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, FileInput, Input, TextArea, type Typed } from '../fields.js';
import { townWords } from '../page/frame.js';
import { concludingOf } from '../review/question-panel.js';

/** Asked at a mailbox that several people read, and nowhere else. */
export const WhoFields: FC<{
  readonly link: AnswerLink;
  readonly of: string;
  readonly typed: Typed | null;
}> = ({ link, of, typed }) => {
  const values = typed ?? blank();
  return link.asksName ? (
    <>
      <Input
        name="chi"
        of={of}
        label="Chi risponde"
        typed={values}
        autocomplete="name"
        hint="Nome e cognome: la casella è letta da più persone. Resta registrato come dichiarato."
        required
      />
      {link.code === null ? null : (
        <Input
          name="codice"
          of={of}
          label={`Codice di ${roleInWords(link.code, townWords(link.viewer.town))}`}
          // What was typed is not shown again.
          typed={{ ...values, values: { ...values.values, codice: '' } }}
          type="password"
          autocomplete="off"
          inputmode="numeric"
          hint="Lo ha dato il Segretario a chi può rispondere da questa casella."
          required
        />
      )}
    </>
  ) : null;
};

interface LinkFormProps {
  readonly viewer: Viewer;
  readonly term: RecordView;
  readonly place: string;
  readonly typed: Typed | null;
  readonly who: Child;
}

export const ConcludeForm: FC<LinkFormProps> = ({ viewer, term, place, typed, who }) => {
  const values = typed ?? blank({ doneOn: viewer.today });
  const words = concludingOf(term.obligation.kind);
  return (
    <CommandForm viewer={viewer} action={`${place}/concluso`} files>
      <input type="hidden" name="visto" value={String(term.record.rowVersion)} />
      {who}
      <Input
        name="doneOn"
        of="concluso"
        label={words.day}
        type="date"
        typed={values}
        max={viewer.today}
        hint={words.dayHint}
        required
      />
      <TextArea
        name="note"
        of="concluso"
        label={words.note}
        typed={values}
        rows={3}
        hint={words.noteHint}
        required={words.required}
      />
      <FileInput
        name="file"
        of="concluso"
        label="Documenti"
        typed={values}
        accept={ACCEPTED_EXTENSIONS}
        multiple
        hint="Fino a 5, di 25 MB l'uno: anche una foto o un file firmato P7M."
      />
      <button type="submit" class="btn btn-primary">
        {words.required ? words.button : 'Registra: concluso'}
      </button>
    </CommandForm>
  );
};

/** The Segretario's, between the warning and the notice to the Sindaco. */
export const HoldForm: FC<LinkFormProps & { readonly hold: boolean }> = ({
  viewer,
  term,
  place,
  typed,
  who,
  hold,
}) => (
  <section class="tr-panel" aria-labelledby="sindaco">
    <h2 id="sindaco">Comunicazione al Sindaco</h2>
    <p>
      {hold
        ? 'Se nessuno risponde parte il prossimo giorno lavorativo. La puoi trattenere, con il motivo.'
        : 'È trattenuta: al Sindaco non parte nulla.'}
    </p>
    <CommandForm viewer={viewer} action={`${place}/${hold ? 'trattieni' : 'lascia'}`}>
      <input type="hidden" name="visto" value={String(term.record.rowVersion)} />
      {who}
      {hold ? (
        <TextArea name="reason" of="trattieni" label="Motivo" typed={typed ?? blank()} rows={3} required />
      ) : null}
      <button type="submit" class="btn btn-primary">
        {hold ? 'Trattieni' : 'Lascia partire'}
      </button>
    </CommandForm>
  </section>
);
