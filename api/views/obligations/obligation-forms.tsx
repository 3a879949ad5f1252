/** The forms of an obligation's page: one question each, with what happens next said before the button. */
import type { FC } from 'hono/jsx';
import type { ObligationPage } from '../../queries/obligation-page.js';
import { ACCEPTED_EXTENSIONS } from '../../uploads/file-type.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, FileInput, Input, TextArea, type Typed } from '../fields.js';
import { concludingOf } from '../review/question-panel.js';

interface FormProps {
  readonly viewer: Viewer;
  readonly page: ObligationPage;
  /** `null`: not sent yet. */
  readonly typed: Typed | null;
}

const FILE_HINT = 'PDF, documenti, fogli, immagini, file firmati P7M, posta EML, ZIP: fino a 25 MB.';

const placeOf = ({ term }: ObligationPage): string => `/scadenze/${term.obligation.id}`;

/** The row version the person looked at: of two at once, one is told. */
const Seen: FC<{ readonly page: ObligationPage }> = ({ page }) => (
  <input type="hidden" name="visto" value={String(page.term.record.rowVersion)} />
);

export const CompleteForm: FC<FormProps> = ({ viewer, page, typed }) => {
  const values = typed ?? blank({ doneOn: viewer.today });
  const words = concludingOf(page.term.obligation.kind);
  return (
    <section class="tr-panel" aria-labelledby="concludi">
      <h2 id="concludi">{words.title}</h2>
      <ErrorSummary typed={values} />
      <CommandForm viewer={viewer} action={`${placeOf(page)}/concludi`} files>
        <Seen page={page} />
        <Input
          name="doneOn"
          label={words.day}
          type="date"
          typed={values}
          max={viewer.today}
          hint={words.dayHint}
          required
        />
        <TextArea
          name="note"
          label={words.note}
          typed={values}
          hint={words.noteHint}
          required={words.required}
        />
        <FileInput
          name="file"
          label={words.file}
          typed={values}
          accept={ACCEPTED_EXTENSIONS}
          hint={FILE_HINT}
        />
        <p class="tr-hint">Dopo la conferma non partono altri avvisi per questa scadenza.</p>
        <button type="submit" class="btn btn-primary">
          {words.button}
        </button>
      </CommandForm>
    </section>
  );
};

export const SetDateForm: FC<FormProps> = ({ viewer, page, typed }) => {
  const values = typed ?? blank();
  const { year } = page.term.obligation;
  return (
    <section class="tr-panel" aria-labelledby="data">
      <h2 id="data">Indica la data del termine</h2>
      <ErrorSummary typed={values} of="termine" />
      <CommandForm viewer={viewer} action={`${placeOf(page)}/data`}>
        <Seen page={page} />
        <Input
          name="due"
          of="termine"
          label="Entro il"
          type="date"
          typed={values}
          min={`${year}-01-01`}
          max={`${year + 1}-12-31`}
          hint="Il piano rinvia a un termine fissato altrove: quando è noto, si indica qui e partono i promemoria."
          required
        />
        <button type="submit" class="btn btn-primary">
          Registra la data
        </button>
      </CommandForm>
    </section>
  );
};

export const ReopenForm: FC<FormProps> = ({ viewer, page, typed }) => {
  const values = typed ?? blank();
  return (
    <section aria-labelledby="riapri">
      <h2 id="riapri" class="visually-hidden">
        Riapri
      </h2>
      <details class="tr-details" open={typed !== null}>
        <summary>Riapri questa scadenza</summary>
        <ErrorSummary typed={values} of="riapri" />
        <CommandForm viewer={viewer} action={`${placeOf(page)}/riapri`}>
          <Seen page={page} />
          <TextArea
            name="reason"
            of="riapri"
            label="Motivo"
            typed={values}
            rows={3}
            hint="Resta nella storia. Gli avvisi riprendono dal prossimo giorno lavorativo."
            required
          />
          <button type="submit" class="btn btn-outline-primary">
            Riapri
          </button>
        </CommandForm>
      </details>
    </section>
  );
};

export const AddFileForm: FC<FormProps> = ({ viewer, page, typed }) => {
  const values = typed ?? blank();
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>Aggiungi un documento</summary>
      <ErrorSummary typed={values} of="documento" />
      <CommandForm viewer={viewer} action={`${placeOf(page)}/documenti`} files>
        <FileInput
          name="file"
          of="documento"
          label="Documento"
          typed={values}
          accept={ACCEPTED_EXTENSIONS}
          hint={FILE_HINT}
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Aggiungi
        </button>
      </CommandForm>
    </details>
  );
};
