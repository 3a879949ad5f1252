/** The demo's inbox: a list, and one mail with both its parts. */
import type { FC } from 'hono/jsx';
import type { InboxEntry, InboxMessage } from '../../store/inbox.js';
import type { Person } from '../../store/people.js';
import type { Viewer } from '../viewer.js';
import { blank, Input } from './fields.js';
import type { Frame } from './frame.js';
import { italianMoment } from './italian-time.js';
import { Fact } from './my-deadlines.js';
import { Page } from './page.js';
import { Table } from './table.js';

interface InboxProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly messages: readonly InboxEntry[];
  readonly more: boolean;
  readonly search: string;
}

const momentOf = ({ townAt, receivedAt }: InboxEntry, zone: string): string =>
  italianMoment(townAt ?? receivedAt, zone);

export const InboxView: FC<InboxProps> = ({ frame, viewer, messages, more, search }) => {
  const last = messages.at(-1);
  return (
    <Page
      frame={frame}
      title="Posta"
      subtitle="Posta di prova: qui arriva tutto ciò che parte, e non va altrove."
    >
      <search aria-label="Cerca nella posta">
        <form method="get" action="/posta" class="tr-filters">
          <Input
            name="cerca"
            label="Cerca per destinatario, oggetto o testo"
            type="search"
            typed={blank({ cerca: search })}
          />
          <div class="tr-filter-buttons">
            <button type="submit" class="btn btn-primary btn-sm">
              Cerca
            </button>
            {search === '' ? null : <a href="/posta">Tutti i messaggi</a>}
          </div>
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
              <a href={`/posta/${id}`}>{subject === '' ? '(senza oggetto)' : subject}</a>
            ),
          },
        ]}
        rows={messages}
        empty={
          search === ''
            ? "Non è ancora arrivato nulla. Porta avanti l'orologio."
            : 'Nessun messaggio trovato.'
        }
      />
      {more && last !== undefined ? (
        <p class="tr-actions">
          <a
            href={`/posta?${new URLSearchParams({ ...(search === '' ? {} : { cerca: search }), prima: String(last.id) })}`}
          >
            Messaggi precedenti
          </a>
        </p>
      ) : null}
    </Page>
  );
};

interface MessageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly message: InboxMessage;
  /** Whose mailbox it is, where it is a person's of this town. */
  readonly recipient: Person | null;
}

export const MessageView: FC<MessageProps> = ({ frame, viewer, message, recipient }) => (
  <Page
    frame={frame}
    title={message.subject === '' ? '(senza oggetto)' : message.subject}
    subtitle="Posta di prova"
    back={{ href: '/posta', text: 'Posta' }}
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
        <input type="hidden" name="poi" value={`/posta/${message.id}`} />
        <span>{`Il messaggio è per ${recipient.name}: per rispondere entra al suo posto.`}</span>
        <button type="submit" class="btn btn-outline-primary btn-sm">{`Entra come ${recipient.name}`}</button>
      </form>
    )}
    {message.html === null ? null : (
      <section aria-labelledby="come-si-vede">
        <h2 id="come-si-vede">Come si vede</h2>
        <iframe
          class="tr-mail-frame"
          src={`/posta/${message.id}/html`}
          title={`Messaggio: ${message.subject}`}
          sandbox="allow-top-navigation-by-user-activation"
          loading="lazy"
        />
        <p>
          <a href={`/posta/${message.id}/html`}>Apri il messaggio da solo</a>
        </p>
      </section>
    )}
    <section aria-labelledby="solo-testo">
      <h2 id="solo-testo">Solo testo</h2>
      <pre class="tr-mail-text" tabindex={0}>
        {message.text ?? 'Il messaggio non ha una parte di solo testo.'}
      </pre>
    </section>
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
