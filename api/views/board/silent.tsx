/** Who was told and said nothing. */
import type { FC } from 'hono/jsx';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { Dashboard } from '../../queries/dashboard.js';
import { Table } from '../table.js';

export const Silent: FC<{ readonly board: Dashboard; readonly words: MailWords }> = ({ board, words }) => (
  <section aria-labelledby="silenzi">
    <h2 id="silenzi">Senza riscontro</h2>
    <p class="tr-lead">
      Chi non ha registrato nulla dopo il primo avviso su scadenze passate o entro 10 giorni lavorativi.
    </p>
    <Table
      caption="Chi non ha risposto"
      columns={[
        {
          title: 'Responsabile',
          heading: true,
          cell: ({ owner: silent, people }) => (
            <>
              {roleInWords(silent, words)}
              {people.length === 0 ? <span class="tr-due-note">nessuno ricopre il ruolo</span> : null}
            </>
          ),
        },
        { title: 'Scadenze', numeric: true, cell: ({ count }) => String(count) },
      ]}
      rows={board.silent}
      empty="Nessuno: tutti hanno registrato qualcosa dopo il primo avviso."
    />
  </section>
);
