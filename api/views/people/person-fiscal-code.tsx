/** For the Segretario: by which fiscal code somebody enters with SPID or CIE. It is written, and never shown. */
import type { FC } from 'hono/jsx';
import type { Person } from '../../../store/people/people.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, Input, type Typed } from '../fields.js';

interface PersonFiscalCodeProps {
  readonly viewer: Viewer;
  readonly person: Person;
  readonly known: boolean;
  readonly typed: Typed;
}

export const PersonFiscalCode: FC<PersonFiscalCodeProps> = ({ viewer, person, known, typed }) => (
  <section class="tr-panel" aria-labelledby="codice-fiscale">
    <h2 id="codice-fiscale">Accesso con SPID o CIE</h2>
    <p>
      {known
        ? 'Un codice fiscale è registrato. Ne conserviamo solo un’impronta: non si può rileggere, ma si può sostituire o togliere.'
        : 'Con il codice fiscale la persona entra con SPID o CIE anche senza una casella di posta. Ne conserviamo solo un’impronta.'}
    </p>
    <CommandForm viewer={viewer} action={`/persone/${person.id}/codice-fiscale`}>
      <Input
        name="fiscalCode"
        label="Codice fiscale"
        typed={typed}
        autocomplete="off"
        hint="Sedici caratteri."
        required
      />
      <button type="submit" class="btn btn-outline-primary">
        {known ? 'Sostituisci' : 'Registra'}
      </button>
    </CommandForm>
    {known ? (
      <CommandForm viewer={viewer} action={`/persone/${person.id}/codice-fiscale`}>
        <input type="hidden" name="togli" value="si" />
        <button type="submit" class="btn btn-outline-primary">
          Togli il codice fiscale
        </button>
      </CommandForm>
    ) : null}
  </section>
);
