/** As whom an account acts, town by town; where it is still entered. */
import type { FC } from 'hono/jsx';
import type { AccountPerson, OpenSession } from '../../../store/entry/account-sessions.js';
import type { ApiKey } from '../../../store/entry/api-keys.js';
import type { EnteredAccount } from '../../account.js';
import type { Typed } from '../fields.js';
import { ACCOUNT_ZONE, italianMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { accountName } from './account-name.js';
import { Keys } from './keys.js';

interface AccountProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
}

interface ChooseTownProps extends AccountProps {
  readonly people: readonly AccountPerson[];
  /** They run the installation too. */
  readonly runs: boolean;
}

export const ChooseTown: FC<ChooseTownProps> = ({ frame, account, people, runs }) => (
  <Page frame={frame} title="Scegli l'ente" subtitle={accountName(account)}>
    {people.length === 0 ? (
      <p class="lead">
        Questo indirizzo non è più registrato in nessun ente. Rivolgiti al Segretario del tuo Comune.
      </p>
    ) : null}
    {people.length < 2 && !runs ? null : (
      <p class="tr-actions">
        {people.length < 2 ? null : <a href="/comuni">Vedi tutti i Comuni in una pagina</a>}
        {runs ? <a href="/installazione">Amministrazione dell'installazione</a> : null}
      </p>
    )}
    <ul class="tr-cards">
      {people.map(({ town, townName, person, name }) => (
        <li class="tr-card">
          <h2>{townName}</h2>
          <p class="tr-card-role">{name}</p>
          <form method="post" action="/ente">
            <input type="hidden" name="modulo" value={account.formToken} />
            <input type="hidden" name="ente" value={town} />
            <input type="hidden" name="persona" value={person} />
            <button type="submit" class="btn btn-primary btn-sm">
              Apri
              <span class="visually-hidden">{` ${townName} come ${name}`}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  </Page>
);

export const OpenSessions: FC<
  AccountProps & {
    /** What the OpenID provider is called; `null`: there is none. */
    readonly provider: string | null;
    readonly open: readonly OpenSession[];
    readonly keys: readonly ApiKey[];
    readonly typed?: Typed;
  }
> = ({ frame, account, provider, open, keys, typed }) => (
  <Page frame={frame} title="Accessi aperti" subtitle={accountName(account)}>
    <p>
      Un accesso si chiude da solo dopo quattro ore senza attività, o dodici in tutto. Non registriamo da
      quale dispositivo o indirizzo.
    </p>
    <ul class="tr-cards">
      {open.map(({ id, madeAt, seenAt, way }) => (
        <li class="tr-card">
          <h2>{id === account.id ? 'Questo accesso' : 'Un altro accesso'}</h2>
          <p>
            {way === 'link' ? 'Con un collegamento per posta.' : `Con ${provider ?? "l'identità dell'ente"}.`}
          </p>
          <p>{`Dal ${italianMoment(madeAt, ACCOUNT_ZONE)}; ultima attività ${italianMoment(seenAt, ACCOUNT_ZONE)}.`}</p>
          <form method="post" action="/accessi/chiudi">
            <input type="hidden" name="modulo" value={account.formToken} />
            <input type="hidden" name="accesso" value={id} />
            <button type="submit" class="btn btn-outline-primary btn-sm">
              Chiudi
              <span class="visually-hidden">{` l'accesso del ${italianMoment(madeAt, ACCOUNT_ZONE)}`}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
    {account.linked && provider !== null ? <LinkedIdentity account={account} provider={provider} /> : null}
    <Keys account={account} keys={keys} {...(typed === undefined ? {} : { typed })} />
  </Page>
);

/** The address is bound to one identity of the provider: a new one of the same address must not slip in by itself. */
const LinkedIdentity: FC<{ readonly account: EnteredAccount; readonly provider: string }> = ({
  account,
  provider,
}) => (
  <section aria-labelledby="identita">
    <h2 id="identita">Identità collegata</h2>
    <p>
      {`Con «${provider}» entra soltanto l'identità usata la prima volta. Se l'ente te ne ha data una nuova con lo stesso indirizzo, scollega quella di prima: si collega la prossima con cui entri.`}
    </p>
    <form method="post" action="/accessi/scollega">
      <input type="hidden" name="modulo" value={account.formToken} />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Scollega
      </button>
    </form>
  </section>
);
