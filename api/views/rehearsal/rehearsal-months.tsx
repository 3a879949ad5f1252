/** *Mail per persona e per mese*: who will hear how often. */
import type { FC } from 'hono/jsx';
import type { MailWords } from '../../../mail/roles.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { ReceiverTally, Tally } from '../../queries/rehearsal-tally.js';
import { type Column, Table } from '../table.js';
import { monthInWords, receiverName, receiverTrouble } from './rehearsal-words.js';

interface MonthsProps {
  readonly rehearsal: Rehearsal;
  readonly tally: Tally;
  readonly words: MailWords;
}

export const RehearsalMonths: FC<MonthsProps> = ({ rehearsal, tally, words }) => {
  const name = ({ to }: ReceiverTally): string => receiverName(rehearsal, to, words);
  const columns: readonly Column<ReceiverTally>[] = [
    {
      title: 'A chi',
      heading: true,
      cell: (one) => {
        const trouble = receiverTrouble(rehearsal, one.to);
        return (
          <>
            {name(one)}
            {trouble === '' ? null : <span class="tr-due-note">{trouble}</span>}
          </>
        );
      },
    },
    ...tally.months.map((month) => ({
      title: monthInWords(month),
      numeric: true,
      cell: ({ months }: ReceiverTally) => months.get(month) ?? null,
    })),
    { title: 'In tutto', numeric: true, cell: ({ total }) => <strong>{total}</strong> },
  ];
  const rows = [...tally.receivers].sort((a, b) => b.total - a.total || name(a).localeCompare(name(b), 'it'));
  return (
    <section class="tr-month-table" aria-labelledby="per-mese" tabindex={0}>
      <h2 id="per-mese">Messaggi per persona e per mese</h2>
      <Table
        caption="Messaggi per persona e per mese"
        columns={columns}
        rows={rows}
        empty="In questi giorni non parte alcun messaggio."
      />
    </section>
  );
};
