/** A mailbox that nothing is written to any more, because mail came back from it: why, and what to do. */
import type { FC } from 'hono/jsx';
import type { Instant } from '../../../domain/time/instant.js';
import type { Person } from '../../../store/people/people.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { italianMoment } from '../italian-time.js';

/** Beside an address in a list. */
export const StoppedBadge: FC = () => (
  <span class="tr-due-note">
    <span class="tr-badge tr-badge-late">casella sospesa</span> avvisi da consegnare a mano
  </span>
);

interface StoppedProps {
  readonly viewer: Viewer;
  readonly person: Person;
  /** Town time; `null`: it is written to. */
  readonly since: Instant | null;
}

export const StoppedMailbox: FC<StoppedProps> = ({ viewer, person, since }) =>
  since === null ? null : (
    <section class="tr-panel tr-panel-alert" aria-labelledby="casella-sospesa">
      <h2 id="casella-sospesa">Casella sospesa</h2>
      <p>
        {`Da ${italianMoment(since, viewer.town.clock.zone)} non scriviamo più a ${person.email ?? 'questa casella'}: due volte di seguito, in giorni diversi, il messaggio è stato rifiutato o è tornato indietro. Intanto gli avvisi per ${person.name} passano al Segretario, da consegnare a mano.`}
      </p>
      <p>
        Se l'indirizzo è sbagliato, correggilo in «Nome e casella» qui sotto: vale da subito. Se è giusto e la
        casella è stata riparata, premi «Riprova».
      </p>
      <CommandForm viewer={viewer} action={`/persone/${person.id}/riprova`}>
        <button type="submit" class="btn btn-primary">
          Riprova
        </button>
      </CommandForm>
    </section>
  );
