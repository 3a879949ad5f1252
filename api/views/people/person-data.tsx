/** For the Segretario: everything held about a person, to hand over to them when they ask. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';

interface PersonDataProps {
  readonly viewer: Viewer;
  readonly person: { readonly id: string; readonly name: string };
}

export const PersonData: FC<PersonDataProps> = ({ viewer, person }) => (
  <section class="tr-panel" aria-labelledby="dati">
    <h2 id="dati">Dati personali</h2>
    <p>
      Tutto ciò che si conserva di questa persona, da consegnarle se ne fa richiesta. Chi può entrare lo
      scarica da sé, da «I miei dati». <a href="/conservazione">Che cosa si conserva e per quanto</a>.
    </p>
    <CommandForm viewer={viewer} action={`/persone/${person.id}/dati`} class="tr-inline-form">
      <button type="submit" name="formato" value="pdf" class="btn btn-outline-primary btn-sm">
        Dati in PDF
        <span class="visually-hidden">{`: ${person.name}`}</span>
      </button>
      <button type="submit" name="formato" value="json" class="btn btn-outline-primary btn-sm">
        JSON
        <span class="visually-hidden">{`: dati di ${person.name}`}</span>
      </button>
    </CommandForm>
  </section>
);
