/** What the document says of itself, and a sector that the reading missed. */
import type { FC } from 'hono/jsx';
import type { DraftPage } from '../../queries/draft-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Input, Select, type Typed } from '../fields.js';
import { draftPath } from './draft-parts.js';

const WEIGHTS = [
  { value: 'points', text: 'punti che sommano a 100 per settore' },
  { value: 'multiplier', text: 'moltiplicatori, che non sommano a nulla' },
  { value: 'none', text: 'nessun peso' },
];

interface FormProps {
  readonly viewer: Viewer;
  readonly page: DraftPage;
  readonly typed: Typed | null;
}

export const DocumentForm: FC<FormProps> = ({ viewer, page, typed }) => {
  const { document } = page.draft.plan;
  const values =
    typed ??
    blank({
      body: document.body ?? '',
      year: String(document.year),
      weights: document.weights,
      act: document.act ?? '',
      actDate: document.actDate ?? '',
    });
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>{`Dati del documento: anno ${document.year}, ${document.act ?? 'atto non indicato'}`}</summary>
      <CommandForm viewer={viewer} action={`${draftPath(page)}/documento`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <Input name="year" label="Anno degli obiettivi" typed={values} of="documento" required />
        <Input name="body" label="Ente, come lo chiama il documento" typed={values} of="documento" />
        <Select name="weights" label="I pesi sono" typed={values} of="documento" choices={WEIGHTS} required />
        <Input name="act" label="Atto, come è scritto" typed={values} of="documento" />
        <Input name="actDate" label="Data dell'atto" type="date" typed={values} of="documento" />
        <button type="submit" class="btn btn-primary btn-sm">
          Salva i dati del documento
        </button>
      </CommandForm>
    </details>
  );
};

export const AddSector: FC<FormProps> = ({ viewer, page, typed }) => (
  <details class="tr-details" open={typed !== null}>
    <summary>Aggiungi un settore</summary>
    <CommandForm viewer={viewer} action={`${draftPath(page)}/settori`}>
      <Input
        name="name"
        label="Nome del settore"
        typed={typed ?? blank()}
        of="settore-nuovo"
        autocomplete="off"
        required
      />
      <button type="submit" class="btn btn-primary btn-sm">
        Aggiungi il settore
      </button>
    </CommandForm>
  </details>
);
