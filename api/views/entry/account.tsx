/** As whom an account acts, town by town; where it is still entered. */
import type { FC } from 'hono/jsx';
import type { AccountPerson, OpenSession } from '../../../store/account-sessions.js';
import type { ApiKey } from '../../../store/api-keys.js';
import type { EnteredAccount } from '../../account.js';
import type { Typed } from '../fields.js';
import { ACCOUNT_ZONE, italianMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Keys } from './keys.js';

interface AccountProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
}

export const ChooseTown: FC<AccountProps & { readonly people: readonly AccountPerson[] }> = ({
  frame,
  account,
  people,
}) => (
  <Page frame={frame} title="Scegli l'ente" subtitle={account.email}>
    {people.length === 0 ? (
      <p class="lead">
        Questo indirizzo non è più registrato in nessun ente. Rivolgiti al Segretario del tuo Comune.
      </p>
    ) : null}
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
    readonly open: readonly OpenSession[];
    readonly keys: readonly ApiKey[];
    readonly typed?: Typed;
  }
> = ({ frame, account, open, keys, typed }) => (
  <Page frame={frame} title="Accessi aperti" subtitle={account.email}>
    <p>
      Un accesso si chiude da solo dopo quattro ore senza attività, o dodici in tutto. Non registriamo da
      quale dispositivo o indirizzo.
    </p>
    <ul class="tr-cards">
      {open.map(({ id, madeAt, seenAt }) => (
        <li class="tr-card">
          <h2>{id === account.id ? 'Questo accesso' : 'Un altro accesso'}</h2>
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
    <Keys account={account} keys={keys} {...(typed === undefined ? {} : { typed })} />
  </Page>
);
