/** For the Segretario: whether somebody's calendar has an address, never which. */
import type { FC } from 'hono/jsx';
import type { Instant } from '../../../domain/time/instant.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Person } from '../../../store/people/people.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';

interface PersonCalendarProps {
  readonly viewer: Viewer;
  readonly person: Person;
  /** `null`: none is open. */
  readonly since: Instant | null;
}

export const PersonCalendar: FC<PersonCalendarProps> = ({ viewer, person, since }) => (
  <section class="tr-panel" aria-labelledby="calendario">
    <h2 id="calendario">Calendario personale</h2>
    {since === null ? (
      <p>Nessun indirizzo attivo. Lo crea la persona stessa, da «Le mie scadenze».</p>
    ) : (
      <>
        <p>
          {`Un indirizzo segreto è attivo da ${italianDate(civilDateAt(since, viewer.town.clock.zone))}. Chi lo ha legge le scadenze di ${person.name}; si chiude da solo quando non ha più un ruolo.`}
        </p>
        <CommandForm viewer={viewer} action={`/persone/${person.id}/calendario/annulla`}>
          <button type="submit" class="btn btn-outline-primary">
            Annulla l'indirizzo
          </button>
        </CommandForm>
      </>
    )}
  </section>
);
