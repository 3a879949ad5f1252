import type { FC } from 'hono/jsx';
import { ORGANS } from '../commands/plan-checks.js';
import type { PlanPreview } from '../queries/plan-preview.js';
import type { Viewer } from '../viewer.js';
import { blank, CommandForm, Input, Select, TextArea, type Typed } from './fields.js';
import { ORGANS_IN_WORDS } from './words.js';

/** The act by which the plan was approved, and the word of whoever confirms. */
export const ConfirmForm: FC<{
  readonly viewer: Viewer;
  readonly preview: PlanPreview;
  readonly typed: Typed | null;
}> = ({ viewer, preview, typed }) => {
  const values = typed ?? blank({ organ: 'giunta', date: preview.actDate ?? '' });
  return (
    <section class="tr-panel" aria-labelledby="atto">
      <h2 id="atto">Conferma con l'atto</h2>
      <CommandForm viewer={viewer} action={`/importa/${preview.draft.id}/conferma`}>
        <Select
          name="organ"
          label="Organo"
          typed={values}
          required
          choices={ORGANS.map((organ) => ({ value: organ, text: ORGANS_IN_WORDS[organ][0] }))}
        />
        <Input name="number" label="Numero dell'atto" typed={values} autocomplete="off" required />
        <Input name="date" label="Data dell'atto" type="date" typed={values} max={viewer.today} required />
        <Input name="subject" label="Oggetto" typed={values} autocomplete="off" />
        <Input name="protocolNumber" label="Numero di protocollo" typed={values} autocomplete="off" />
        <Input name="protocolDate" label="Data di protocollo" type="date" typed={values} />
        <TextArea
          name="note"
          label="Nota di chi conferma"
          typed={values}
          rows={3}
          hint={
            preview.noteNeeded
              ? "Serve perché il piano ha avvertenze su pesi, numeri o date: di' perché si conferma così."
              : 'Resta accanto al piano.'
          }
          required={preview.noteNeeded}
        />
        <p class="tr-hint">
          Confermando, le scadenze si aprono e gli avvisi partono da soli. Per cambiare poi una data servirà
          un atto.
        </p>
        <button type="submit" class="btn btn-primary">
          Conferma il piano
        </button>
      </CommandForm>
    </section>
  );
};
