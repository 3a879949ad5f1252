/** The demo's inbox: a list, and one mail with both its parts. */
import type { FC } from 'hono/jsx';
import type { InboxEntry, InboxMessage } from '../../../store/notices/inbox.js';
import type { Person } from '../../../store/people/people.js';
import type { Viewer } from '../../viewer.js';
import { Fact } from '../board/my-deadlines.js';
import { blank, Input } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { italianMoment } from '../italian-time.js';
import { ReturnForm } from '../monitoring/return-form.js';
import { Table } from '../table.js';
import type { Frame } from './frame.js';
import { Page } from './page.js';

/** Which inbox it is. */
export interface InboxPlace {
  readonly href: string;
  readonly title: string;
  readonly subtitle: string;
  /** When nothing has come yet. */
  readonly empty: string;
}

/** Of the demo: everything that any of its towns sends. */
export const DEMO_INBOX: InboxPlace = {
  href: '/posta',
  title: 'Posta',
  subtitle: 'Posta di prova: qui arriva tutto ciò che parte, e non va altrove.',
  empty: "Non è ancora arrivato nulla. Porta avanti l'orologio.",
};

/** Of one town on trial: what it would have sent. */
export const TRIAL_INBOX: InboxPlace = {
  href: '/posta-di-prova',
  title: 'Posta di prova',
  subtitle: "L'ente è in prova: i messaggi arrivano qui e non partono. Li legge solo il Segretario.",
  empty: 'Non è ancora arrivato nulla: il primo messaggio arriva quando una scadenza lo chiede.',
};

interface InboxProps {
  readonly place: InboxPlace;
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly messages: readonly InboxEntry[];
  readonly more: boolean;
  readonly search: string;
}

const momentOf = ({ townAt, receivedAt }: InboxEntry, zone: string): string =>
  italianMoment(townAt ?? receivedAt, zone);

export const InboxView: FC<InboxProps> = ({ place, frame, viewer, messages, more, search }) => {
  const last = messages.at(-1);
  return (
    <Page frame={frame} title={place.title} subtitle={place.subtitle}>
      <search aria-label="Cerca nella posta">
        <form method="get" action={place.href} class="tr-filters">
          <Input
            name="cerca"
            label="Cerca per destinatario, oggetto o testo"
            type="search"
            typed={blank({ cerca: search })}
          />
          <FilterButtons
            button="Cerca"
            whole={search === '' ? null : { href: place.href, text: 'Tutti i messaggi' }}
          />
        </form>
      </search>
      <Table
        caption="Messaggi arrivati, i più recenti per primi"
        columns={[
          { title: 'Quando', cell: (message) => momentOf(message, viewer.town.clock.zone) },
          { title: 'A', cell: ({ headerTo }) => headerTo },
          {
            title: 'Oggetto',
            heading: true,
            cell: ({ id, subject }) => (
              <a href={`${place.href}/${id}`}>{subject === '' ? '(senza oggetto)' : subject}</a>
            ),
          },
        ]}
        rows={messages}
        empty={search === '' ? place.empty : 'Nessun messaggio trovato.'}
      />
      {more && last !== undefined ? (
        <p class="tr-actions">
          <a
            href={`${place.href}?${new URLSearchParams({ ...(search === '' ? {} : { cerca: search }), prima: String(last.id) })}`}
          >
            Messaggi precedenti
          </a>
        </p>
      ) : null}
    </Page>
  );
};

interface MessageProps {
  readonly place: InboxPlace;
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly message: InboxMessage;
  /** Whose mailbox it is, where it is a person's of this town and one may enter as them. */
  readonly recipient: Person | null;
  /** It is one of the town's own, and may be sent back to try what happens. */
  readonly returnable?: boolean;
}

export const MessageView: FC<MessageProps> = ({
  place,
  frame,
  viewer,
  message,
  recipient,
  returnable = false,
}) => (
  <Page
    frame={frame}
    title={message.subject === '' ? '(senza oggetto)' : message.subject}
    subtitle="Posta di prova"
    back={{ href: place.href, text: place.title }}
  >
    <dl class="tr-facts tr-facts-wide">
      <Fact label="Da">{message.headerFrom}</Fact>
      <Fact label="A">{message.headerTo}</Fact>
      <Fact label="Arrivato">{momentOf(message, viewer.town.clock.zone)}</Fact>
    </dl>
    {recipient === null || recipient.id === viewer.person.id ? null : (
      <form method="post" action="/entra" class="tr-hint-form">
        <input type="hidden" name="ente" value={viewer.town.id} />
        <input type="hidden" name="persona" value={recipient.id} />
        <input type="hidden" name="poi" value={`${place.href}/${message.id}`} />
        <span>{`Il messaggio è per ${recipient.name}: per rispondere entra al suo posto.`}</span>
        <button type="submit" class="btn btn-outline-primary btn-sm">{`Entra come ${recipient.name}`}</button>
      </form>
    )}
    {message.html === null ? null : (
      <section aria-labelledby="come-si-vede">
        <h2 id="come-si-vede">Come si vede</h2>
        <iframe
          class="tr-mail-frame"
          src={`${place.href}/${message.id}/html`}
          title={`Messaggio: ${message.subject}`}
          sandbox="allow-top-navigation-by-user-activation"
          loading="lazy"
        />
        <p>
          <a href={`${place.href}/${message.id}/html`}>Apri il messaggio da solo</a>
        </p>
      </section>
    )}
    <section aria-labelledby="solo-testo">
      <h2 id="solo-testo">Solo testo</h2>
      <pre class="tr-mail-text" tabindex={0}>
        {message.text ?? 'Il messaggio non ha una parte di solo testo.'}
      </pre>
    </section>
    {returnable ? <ReturnForm viewer={viewer} message={message} /> : null}
    <details class="tr-details">
      <summary>Intestazioni</summary>
      <ul class="tr-lines tr-hash">
        {message.headers.map((header) => (
          <li>{Object.values(header).join(': ')}</li>
        ))}
      </ul>
    </details>
  </Page>
);
