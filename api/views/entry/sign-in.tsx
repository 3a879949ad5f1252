/** The pages of somebody who enters: the address, the mail on its way, the link opened. */
import type { FC } from 'hono/jsx';
import { SIGN_IN_MINUTES } from '../../../mail/sign-in-mail.js';
import type { SignInState } from '../../../store/entry/sign-in.js';
import { blank, Input } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type EntryTrouble, ProviderDoor } from './openid.js';

/** The door: the town's OpenID provider, where there is one; the address that the Segretario has written down for you. */
export const AskForLink: FC<{
  readonly frame: Frame;
  /** What the OpenID provider is called; `null`: there is none. */
  readonly provider: string | null;
  /** Why the provider has not let them in. */
  readonly trouble?: EntryTrouble;
  /** Where they were going. */
  readonly wanted: string;
  /** What was typed, and what is wrong with it. */
  readonly typed?: { readonly address: string; readonly message: string };
}> = ({ frame, provider, trouble, wanted, typed }) => (
  <Page
    frame={frame}
    title="Entra"
    {...(provider === null ? { subtitle: 'Senza password: ti mandiamo un collegamento.' } : {})}
  >
    <ProviderDoor provider={provider} wanted={wanted} {...(trouble === undefined ? {} : { trouble })} />
    <form method="post" action="/accesso" class="tr-form" novalidate>
      <input type="hidden" name="poi" value={wanted} />
      <Input
        name="indirizzo"
        label="Il tuo indirizzo di posta del lavoro"
        type="email"
        autocomplete="email"
        required
        typed={
          typed === undefined
            ? blank()
            : {
                values: { indirizzo: typed.address },
                problems: [{ field: 'indirizzo', message: typed.message }],
              }
        }
      />
      <button type="submit" class={provider === null ? 'btn btn-primary' : 'btn btn-outline-primary'}>
        Mandami il collegamento
      </button>
    </form>
    <p class="tr-hint">
      Per rispondere a un avviso non serve entrare: basta il collegamento che trovi nell'e-mail.
    </p>
  </Page>
);

/** The same whether the address is known or not. */
export const AskedForLink: FC<{ readonly frame: Frame; readonly code: string }> = ({ frame, code }) => (
  <Page frame={frame} title="Guarda la posta" back={{ href: '/', text: 'Scrivi un altro indirizzo' }}>
    <p class="lead">
      Se l'indirizzo è di una persona registrata in un ente, fra poco arriva un'e-mail con il collegamento.
    </p>
    <p>
      Aprilo entro {SIGN_IN_MINUTES} minuti. Su questo dispositivo basta premere il pulsante; se lo apri su un
      altro, ti sarà chiesto questo codice:
    </p>
    <p class="tr-code">
      <strong>{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>
    </p>
    <p>
      Non arriva nulla? Guarda nella posta indesiderata, controlla l'indirizzo, oppure chiedi al Segretario
      quale indirizzo ha registrato per te. Con una casella condivisa non si entra: serve la tua.
    </p>
  </Page>
);

/** What the link opens: a button, with the code where another browser asked; or why it opens nothing. */
export const OpenedLink: FC<{
  readonly frame: Frame;
  readonly token: string;
  readonly state: SignInState | 'wrong-code';
}> = ({ frame, token, state }) => {
  const closed = CLOSED[state];
  if (closed !== undefined)
    return (
      <Page frame={frame} title="Questo collegamento non vale più">
        <p class="lead">{closed}</p>
        <p>
          <a class="btn btn-primary" href="/">
            Chiedine un altro
          </a>
        </p>
      </Page>
    );
  return (
    <Page frame={frame} title="Entra in Traguardo">
      <form method="post" action={`/accesso/${token}`} class="tr-form" novalidate>
        {state === 'ready' ? null : (
          <Input
            name="codice"
            label="Codice"
            hint="Sei cifre: le vedi sul dispositivo dove hai chiesto il collegamento, o te le dice chi ha aggiunto il tuo ente."
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            typed={state === 'wrong-code' ? WRONG_CODE : blank()}
          />
        )}
        <button type="submit" class="btn btn-primary">
          Entra
        </button>
      </form>
      <p class="tr-hint">Non aspettavi questo messaggio? Chiudi questa pagina: non succede nulla.</p>
    </Page>
  );
};

const WRONG_CODE = {
  values: {},
  problems: [
    {
      field: 'codice',
      message:
        'Il codice non è quello: guarda la pagina dove hai chiesto il collegamento, o richiedilo a chi ha aggiunto il tuo ente.',
    },
  ],
};

const CLOSED: Readonly<Partial<Record<SignInState | 'wrong-code', string>>> = {
  used: 'È già stato usato: ogni collegamento vale una volta sola.',
  expired: `È scaduto: vale ${SIGN_IN_MINUTES} minuti da quando lo si chiede.`,
  blocked: 'Il codice è stato sbagliato cinque volte: questo collegamento è bloccato.',
  unknown:
    'Non è un collegamento di Traguardo, oppure ne è partito uno più recente: apri l’ultimo messaggio che hai ricevuto.',
};
