/** In the demo's inbox: sends a mail back, to see what happens when it cannot be delivered. */
import type { FC } from 'hono/jsx';
import type { Simulated } from '../../../mail/simulated-return.js';
import type { InboxMessage } from '../../../store/notices/inbox.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Select } from '../fields.js';

const CHOICES: Readonly<Record<Simulated, string>> = {
  inesistente: 'La casella non esiste',
  piena: 'La casella è piena',
  ritardo: 'È in ritardo: il server ritenta',
};

export const ReturnForm: FC<{ readonly viewer: Viewer; readonly message: InboxMessage }> = ({
  viewer,
  message,
}) => (
  <section class="tr-panel" aria-labelledby="simula-rifiuto">
    <h2 id="simula-rifiuto">Simula un rifiuto</h2>
    <p>
      Il server di posta di prova risponde che non ha consegnato questo messaggio, come farebbe uno vero. Il
      Segretario lo vede subito sul cruscotto e nel messaggio delle 15:00; alla seconda volta di seguito, in
      giorni diversi, a quella casella non si scrive più.
    </p>
    <CommandForm viewer={viewer} action={`/posta/${message.id}/ritorno`}>
      <Select
        name="come"
        label="Che cosa risponde"
        typed={blank({ come: 'inesistente' })}
        choices={Object.entries(CHOICES).map(([value, text]) => ({ value, text }))}
      />
      <button type="submit" class="btn btn-outline-primary">
        Simula il rifiuto
      </button>
    </CommandForm>
  </section>
);
