/** The town's OpenID provider on the page where one enters, and the page of somebody who has left. */
import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

/**
 * Why the provider has not let somebody in: it does not answer; it, or they, said no; nobody here is known by what it
 * says; they came back to another browser, too late or twice; what it said does not hold.
 */
export type EntryTrouble = 'away' | 'declined' | 'unknown' | 'begin-again' | 'refused';

const TROUBLES: Readonly<Record<EntryTrouble, string>> = {
  away: 'non risponde in questo momento. Riprova fra poco, oppure entra con il collegamento qui sotto.',
  declined: 'non ha confermato chi sei: l’accesso è stato annullato o non è consentito. Nulla è cambiato.',
  unknown:
    'ti ha riconosciuto, ma con quei dati qui non risulta nessuno. Chiedi al Segretario del tuo ente quale indirizzo o codice fiscale ha registrato per te. Se hai una casella registrata, entra con il collegamento qui sotto.',
  'begin-again':
    'va aperto di nuovo da qui: l’accesso è stato iniziato in un altro browser o scheda, più di dieci minuti fa, oppure è già stato usato.',
  refused:
    'ha mandato una risposta che non si può accettare. Riprova; se succede ancora, avvisa chi gestisce il sistema.',
};

interface ProviderDoorProps {
  /** `null`: there is none, and nothing is shown. */
  readonly provider: string | null;
  readonly wanted: string;
  readonly trouble?: EntryTrouble;
}

export const ProviderDoor: FC<ProviderDoorProps> = ({ provider, wanted, trouble }) =>
  provider === null ? null : (
    <>
      {trouble === undefined ? null : (
        <div class="tr-flash tr-flash-wrong" role="alert">
          <p>
            «Entra con {provider}» {TROUBLES[trouble]}
          </p>
        </div>
      )}
      <p class="tr-actions">
        <a
          class="btn btn-primary"
          href={`/accesso/identita${wanted === '' ? '' : `?poi=${encodeURIComponent(wanted)}`}`}
        >
          Entra con {provider}
        </a>
      </p>
      <h2>Oppure con un collegamento per posta</h2>
    </>
  );

/** Out of here; `away` leads out of the provider too, `null` where it offers no way. */
export const LeftProvider: FC<{
  readonly frame: Frame;
  readonly provider: string;
  readonly away: string | null;
}> = ({ frame, provider, away }) => (
  <Page frame={frame} title="Sei uscito da Traguardo">
    <p class="lead">
      Con {provider} sei forse ancora collegato: chi usa questo browser dopo di te potrebbe rientrare a tuo
      nome con un clic.
    </p>
    {away === null ? (
      <p>Su un computer che usano altri, esci anche dalla pagina con cui ti sei fatto riconoscere.</p>
    ) : (
      <p class="tr-actions">
        <a class="btn btn-primary" href={away}>
          Esci anche da lì
        </a>
      </p>
    )}
    <p>
      <a href="/">Torna alla pagina di accesso</a>
    </p>
  </Page>
);
