/** Notices that were given: which rung, on which day, to whom. */
import type { FC } from 'hono/jsx';
import type { Rung } from '../../../domain/obligations/ladder.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import { RungBadge } from '../board/digest-parts.js';
import { Table } from '../table.js';

interface NoticeRow {
  readonly rung: Rung;
  readonly day: CivilDate;
  readonly recipient: Role;
  readonly person: { readonly name: string } | null;
}

export const NoticeTable: FC<{ readonly notices: readonly NoticeRow[]; readonly words: MailWords }> = ({
  notices,
  words,
}) => (
  <Table
    caption="Avvisi inviati"
    columns={[
      { title: 'Avviso', heading: true, cell: ({ rung }) => <RungBadge rung={rung} /> },
      { title: 'Giorno', cell: ({ day }) => <time datetime={day}>{italianDate(day)}</time> },
      {
        title: 'A chi',
        cell: ({ recipient, person }) => {
          const role = roleInWords(recipient, words);
          if (person === null) return `${role}: nessuno ricopriva il ruolo`;
          return person.name === role ? role : `${person.name} (${role})`;
        },
      },
    ]}
    rows={notices}
    empty="Nessun avviso finora."
  />
);
