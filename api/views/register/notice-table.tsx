/** Notices that were given: which rung, on which day, to whom, and who said they had read it. */
import type { FC } from 'hono/jsx';
import type { Rung } from '../../../domain/obligations/ladder.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { AcknowledgedNotice } from '../../../store/notices/acknowledgments.js';
import type { Viewer } from '../../viewer.js';
import { SeenBy } from '../answer/seen-notice.js';
import { RungBadge } from '../board/digest-parts.js';
import { townWords } from '../page/frame.js';
import { Table } from '../table.js';

interface NoticeRow {
  readonly id: string;
  readonly rung: Rung;
  readonly day: CivilDate;
  readonly recipient: Role;
  readonly person: { readonly name: string } | null;
}

export const NoticeTable: FC<{
  readonly notices: readonly NoticeRow[];
  readonly seen: readonly AcknowledgedNotice[];
  readonly viewer: Viewer;
}> = ({ notices, seen, viewer }) => (
  <Table
    caption="Avvisi inviati"
    columns={[
      { title: 'Avviso', heading: true, cell: ({ rung }) => <RungBadge rung={rung} /> },
      { title: 'Giorno', cell: ({ day }) => <time datetime={day}>{italianDate(day)}</time> },
      {
        title: 'A chi',
        cell: ({ id, recipient, person }) => (
          <>
            {toWhom(roleInWords(recipient, townWords(viewer.town)), person)}
            <SeenBy all={seen} of={id} zone={viewer.town.clock.zone} />
          </>
        ),
      },
    ]}
    rows={notices}
    empty="Nessun avviso finora."
  />
);

const toWhom = (role: string, person: NoticeRow['person']): string => {
  if (person === null) return `${role}: nessuno ricopriva il ruolo`;
  return person.name === role ? role : `${person.name} (${role})`;
};
