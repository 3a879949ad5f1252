/** The mails of a past day with what their server said, and the notices in them. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { GivenOn, PastDay } from '../../queries/past-day.js';
import type { Viewer } from '../../viewer.js';
import { RungBadge } from '../board/digest-parts.js';
import { italianTime } from '../italian-time.js';
import { placeOf, Subject } from '../obligations/obligation-parts.js';
import { townWords } from '../page/frame.js';
import { Table } from '../table.js';
import { DIGEST_KINDS, DIGEST_STATES } from '../words.js';

export const SentMails: FC<{ readonly past: PastDay; readonly viewer: Viewer }> = ({ past, viewer }) => {
  const words = townWords(viewer.town);
  const { zone } = viewer.town.clock;
  return (
    <section aria-labelledby="partito">
      <h2 id="partito">{`Che cosa è partito (${past.digests.length})`}</h2>
      <Table
        caption="Messaggi di quel giorno"
        columns={[
          {
            title: 'Messaggio',
            heading: true,
            cell: ({ id, subject }) => <a href={`/avvisi/${id}`}>{subject}</a>,
          },
          { title: 'A chi', cell: ({ personName }) => personName },
          { title: 'Tipo', cell: ({ kind }) => DIGEST_KINDS[kind] },
          {
            title: 'Esito',
            cell: ({ state, answeredAt, response }) => (
              <>
                <span class={`tr-badge tr-mail-${state}`}>{DIGEST_STATES[state]}</span>
                {answeredAt === null ? null : (
                  <span class="tr-due-note">
                    {`ore ${italianTime(answeredAt, zone)}${response ? ` – «${response}»` : ''}`}
                  </span>
                )}
              </>
            ),
          },
        ]}
        rows={past.digests}
        empty="Quel giorno non è partito alcun messaggio."
      />
      {past.given.length === 0 ? null : (
        <details class="tr-details">
          <summary>{counted(past.given.length, 'avviso dato', 'avvisi dati')}</summary>
          <Table
            caption="Avvisi dati quel giorno"
            columns={[
              { title: 'Avviso', heading: true, cell: ({ rung }) => <RungBadge rung={rung} /> },
              {
                title: 'Obiettivo e fase',
                cell: ({ about }) => <Subject subject={about.subject} href={placeOf(about)} />,
              },
              {
                title: 'A chi',
                cell: ({ personName, recipient }) => {
                  const role = roleInWords(recipient, words);
                  if (personName === null) return `${role}: nessuno ricopriva il ruolo`;
                  return personName === role ? role : `${personName} (${role})`;
                },
              },
              { title: 'Messaggio', cell: messageState },
            ]}
            rows={past.given}
            empty=""
          />
        </details>
      )}
    </section>
  );
};

const messageState = ({ state, personName }: GivenOn): string => {
  if (state !== null) return DIGEST_STATES[state];
  return personName === null ? 'nessuno a cui scrivere' : 'nessun messaggio';
};
