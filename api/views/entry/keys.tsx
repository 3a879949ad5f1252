/** Keys for programs, on the page of an account's sessions. */
import type { FC } from 'hono/jsx';
import type { ApiKey } from '../../../store/entry/api-keys.js';
import type { EnteredAccount } from '../../account.js';
import { blank, ErrorSummary, Input, Select, type Typed } from '../fields.js';
import { ACCOUNT_ZONE, italianMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

/** How long a key may last, in days. */
export const KEY_DAYS = [30, 90, 365] as const;

interface KeysProps {
  readonly account: EnteredAccount;
  readonly keys: readonly ApiKey[];
  readonly typed?: Typed;
}

export const Keys: FC<KeysProps> = ({ account, keys, typed = blank({ durata: '90' }) }) => (
  <section aria-labelledby="chiavi">
    <h2 id="chiavi">Chiavi per programmi</h2>
    <p>
      Con una chiave un programma usa la <a href="/api/docs">API</a> a tuo nome, con i tuoi ruoli e in un solo
      ente. Si mostra una volta sola: noi non la conserviamo.
    </p>
    <ul class="tr-cards">
      {keys.map(({ id, label, townName, writes, madeAt, expiresAt, usedAt }) => (
        <li class="tr-card">
          <h3>{label}</h3>
          <p>{`${townName}. ${writes ? 'Legge e registra' : 'Legge soltanto'}.`}</p>
          <p>
            {`Creata ${italianMoment(madeAt, ACCOUNT_ZONE)}; scade ${italianMoment(expiresAt, ACCOUNT_ZONE)}. ${
              usedAt === null
                ? 'Mai usata.'
                : `Ultimo uso ${italianMoment(usedAt, ACCOUNT_ZONE)}, con l'approssimazione di un'ora.`
            }`}
          </p>
          <form method="post" action="/accessi/chiavi/revoca">
            <input type="hidden" name="modulo" value={account.formToken} />
            <input type="hidden" name="chiave" value={id} />
            <button type="submit" class="btn btn-outline-primary btn-sm">
              Revoca
              <span class="visually-hidden">{` la chiave ${label}`}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
    {account.as === null ? (
      <p class="tr-hint">
        Per creare una chiave <a href="/ente">scegli prima l'ente</a>.
      </p>
    ) : (
      <form method="post" action="/accessi/chiavi" class="tr-form" novalidate>
        <ErrorSummary typed={typed} />
        <input type="hidden" name="modulo" value={account.formToken} />
        <Input
          name="nome"
          label="Nome della chiave"
          hint="Per esempio: cruscotto della Giunta"
          required
          typed={typed}
        />
        <Select
          name="uso"
          label="Che cosa può fare"
          choices={[
            { value: 'legge', text: 'Leggere soltanto' },
            { value: 'registra', text: 'Leggere e registrare' },
          ]}
          typed={typed}
        />
        <Select
          name="durata"
          label="Quanto dura"
          choices={KEY_DAYS.map((days) => ({ value: String(days), text: `${days} giorni` }))}
          typed={typed}
        />
        <button type="submit" class="btn btn-primary">
          Crea la chiave
        </button>
      </form>
    )}
  </section>
);

export const NewKey: FC<{ readonly frame: Frame; readonly label: string; readonly token: string }> = ({
  frame,
  label,
  token,
}) => (
  <Page frame={frame} title="Chiave creata" subtitle={label} back={{ href: '/accessi', text: 'Accessi' }}>
    <p class="lead">Copiala ora: non si potrà rivedere.</p>
    <p class="tr-code">
      <code>{token}</code>
    </p>
    <p>
      Il programma la manda così: <code>Authorization: Bearer {`${token.slice(0, 8)}…`}</code>. Chi la
      possiede agisce a tuo nome: custodiscila come una password e revocala quando non serve più.
    </p>
  </Page>
);
