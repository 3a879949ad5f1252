/** Mails that were frozen and sent, as a table. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { DigestSummary } from '../../../store/notices/digest-list.js';
import { opensMailOf } from '../../mail-access.js';
import type { Viewer } from '../../viewer.js';
import { Table } from '../table.js';
import { DIGEST_STATES } from '../words.js';

interface DigestTableProps {
  readonly viewer: Viewer;
  readonly digests: readonly DigestSummary[];
  readonly words: MailWords;
  readonly empty: string;
}

export const DigestTable: FC<DigestTableProps> = ({ viewer, digests, words, empty }) => (
  <Table
    caption="Messaggi inviati"
    columns={[
      { title: 'Giorno', cell: ({ day }) => <time datetime={day}>{italianDate(day)}</time> },
      {
        title: 'A chi',
        cell: ({ personName, roles }) => {
          const also = roles.map((role) => roleInWords(role, words)).filter((role) => role !== personName);
          return (
            <>
              {personName}
              {also.length === 0 ? null : <span class="tr-due-note">{also.join(', ')}</span>}
            </>
          );
        },
      },
      {
        title: 'Messaggio',
        heading: true,
        cell: ({ id, person, subject }) =>
          opensMailOf(viewer, person) ? <a href={`/avvisi/${id}`}>{subject}</a> : subject,
      },
      {
        title: 'Esito',
        cell: ({ state }) => <span class={`tr-badge tr-mail-${state}`}>{DIGEST_STATES[state]}</span>,
      },
    ]}
    rows={digests}
    empty={empty}
  />
);
