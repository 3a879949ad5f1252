/** *Il mio calendario*: the secret address, shown once, and what it is for. */
import type { FC } from 'hono/jsx';
import type { Instant } from '../../../domain/time/instant.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { ShownAddress } from '../../calendar-address.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

interface CalendarFeedProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** Since when there is an address; `null`: there is none. */
  readonly since: Instant | null;
  /** What was just made. */
  readonly made: ShownAddress | null;
}

const PLACE = '/le-mie-scadenze/calendario';

export const CalendarFeedView: FC<CalendarFeedProps> = ({ frame, viewer, since, made }) => (
  <Page
    frame={frame}
    title="Il mio calendario"
    subtitle="Le tue scadenze nel calendario che usi già"
    back={{ href: '/le-mie-scadenze', text: 'Le mie scadenze' }}
  >
    {made === null ? null : <Made made={made} />}
    <p class="tr-lead">
      Ogni scadenza di cui rispondi compare nel giorno in cui scade, con l'obiettivo, la fase e a che punto è.
      Il calendario si aggiorna da solo: le scadenze concluse sono segnate, quelle spostate cambiano giorno, i
      termini esterni entrano quando la data è nota.
    </p>
    <p>
      Non suona alcun avviso: i promemoria e i solleciti restano i messaggi di posta. Chi legge il calendario
      e quando non viene registrato.
    </p>
    <section class="tr-panel" aria-labelledby="indirizzo">
      <h2 id="indirizzo">{since === null ? 'Nessun indirizzo attivo' : "L'indirizzo è attivo"}</h2>
      {since === null ? (
        <p>Crea l'indirizzo, poi incollalo nel tuo calendario dove c'è «aggiungi da URL» o «iscriviti».</p>
      ) : (
        <p>
          {`Creato ${italianDate(civilDateAt(since, viewer.town.clock.zone))}. L'indirizzo non si può rileggere: se lo hai perso, o se può averlo visto qualcun altro, rinnovalo. Quello di prima smette subito di funzionare.`}
        </p>
      )}
      <CommandForm viewer={viewer} action={PLACE}>
        <button type="submit" class="btn btn-primary">
          {since === null ? "Crea l'indirizzo" : "Rinnova l'indirizzo"}
        </button>
      </CommandForm>
      {since === null ? null : (
        <CommandForm viewer={viewer} action={`${PLACE}/annulla`}>
          <button type="submit" class="btn btn-outline-primary">
            Annulla l'indirizzo
          </button>
        </CommandForm>
      )}
    </section>
    <section aria-labelledby="attenzione">
      <h2 id="attenzione">Chi ha l'indirizzo legge il calendario</h2>
      <p>
        Non serve una password: trattalo come una chiave e non inoltrarlo. Un calendario in rete (Google,
        Outlook.com) lo conserva sui propri server. Vale finché non lo rinnovi o lo annulli; si chiude da solo
        quando non hai più un ruolo. Il Segretario vede che c'è, non qual è, e può annullarlo.
      </p>
    </section>
  </Page>
);

const Made: FC<{ readonly made: ShownAddress }> = ({ made }) => (
  <section class="tr-flash tr-flash-done" role="status" aria-labelledby="nuovo">
    <h2 id="nuovo" class="h5">
      {'again' in made ? "L'indirizzo è già stato mostrato" : 'Il tuo indirizzo: copialo adesso'}
    </h2>
    {'again' in made ? (
      <p>Il modulo è arrivato due volte. Se non hai copiato l'indirizzo, rinnovalo.</p>
    ) : (
      <>
        <p class="tr-secret">
          <code>{made.address}</code>
        </p>
        <p>
          È mostrato solo questa volta. Sul telefono o con Thunderbird puoi anche aprire{' '}
          <a href={made.address.replace(/^https?:/, 'webcal:')}>il collegamento al calendario</a>.
        </p>
      </>
    )}
  </section>
);
