/** *Cancella i dati di questa persona*: what goes, what stays, and on which request. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Input } from '../fields.js';

interface ErasePanelProps {
  readonly viewer: Viewer;
  readonly person: { readonly id: string; readonly name: string };
  /** They hold a role, today or later. */
  readonly isInOffice: boolean;
}

export const ErasePanel: FC<ErasePanelProps> = ({ viewer, person, isInOffice }) => (
  <details class="tr-details">
    <summary>Cancella i dati di questa persona</summary>
    <p>
      {isInOffice
        ? 'Si cancellano i testi che ha scritto e quelli che altri hanno scritto sulle sue scadenze. Nome e casella restano finché ricopre un ruolo.'
        : 'Si cancellano i testi che ha scritto, quelli che altri hanno scritto sulle sue scadenze, il nome, la casella, le assenze e gli accessi: al loro posto resta il ruolo. Gli avvisi che la nominano perdono il testo.'}{' '}
      Giorni, codici e impronte del registro restano, e le catene si verificano come prima. Non si può
      annullare. Restano gli atti: piano deliberato, monitoraggi trasmessi, Relazione.
    </p>
    <CommandForm viewer={viewer} action={`/persone/${person.id}/cancella`}>
      <Input
        name="reason"
        label="Richiesta o decisione su cui si fonda"
        typed={blank()}
        hint="Per esempio: richiesta di cancellazione, prot. n. 1234 del 5 maggio 2023."
        required
      />
      <button type="submit" class="btn btn-outline-danger">
        {`Cancella i dati di ${person.name}`}
      </button>
    </CommandForm>
  </details>
);
