/** One press makes a dossier and hands it over as a file; that it was made enters the register. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';

interface DossierButtonsProps {
  readonly viewer: Viewer;
  readonly action: string;
  /** Said to screen readers: a page may have many of these. */
  readonly about: string;
}

export const DossierButtons: FC<DossierButtonsProps> = ({ viewer, action, about }) => (
  <CommandForm viewer={viewer} action={action} class="tr-inline-form">
    <button type="submit" name="formato" value="pdf" class="btn btn-outline-primary btn-sm">
      Dossier PDF
      <span class="visually-hidden">{`: ${about}`}</span>
    </button>
    <button type="submit" name="formato" value="json" class="btn btn-outline-primary btn-sm">
      JSON
      <span class="visually-hidden">{`: dossier di ${about}`}</span>
    </button>
  </CommandForm>
);

/** With its heading and a sentence: for the page of the thing itself. */
export const DossierPanel: FC<DossierButtonsProps & { readonly sentence: string }> = ({
  sentence,
  ...buttons
}) => (
  <section class="tr-panel" aria-labelledby="dossier">
    <h2 id="dossier">Dossier</h2>
    <p>{sentence}</p>
    <DossierButtons {...buttons} />
  </section>
);
