/** The board of a closed year: how it ended. Nothing on it waits for anybody. */
import type { FC } from 'hono/jsx';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Dashboard } from '../../queries/dashboard.js';
import type { ObligationView } from '../../queries/obligation-view.js';
import { type Column, Table } from '../table.js';
import { type Figure, FigureCards } from './dashboard-figures.js';

interface ClosedProps {
  readonly board: Dashboard;
  readonly year: number;
}

/** The numbers at the top, and where the rest of the year is read. */
export const ClosedFigures: FC<ClosedProps & { readonly closedOn: CivilDate }> = ({
  board,
  year,
  closedOn,
}) => {
  const { counts } = board;
  const list = (code: string): string => `/scadenze?anno=${year}&stato=${code}`;
  const figures: readonly Figure[] = [
    { value: String(counts.done), what: 'concluse nei termini', href: list('done'), tone: 'good' },
    {
      value: String(counts['done-late']),
      what: 'concluse in ritardo',
      href: list('done-late'),
      tone: 'plain',
    },
    {
      value: String(board.unmet.length),
      what: 'non concluse alla chiusura',
      href: '#non-concluse',
      tone: 'plain',
    },
    { value: String(counts.waived), what: 'non più dovute', href: list('waived'), tone: 'plain' },
  ];
  return (
    <>
      <p class="tr-lead">
        {`Il ${year} è chiuso da ${italianDate(closedOn)}: qui c'è come è finito, e nessuno deve più rispondere. `}
        <a href={`/ciclo?anno=${year}`}>{`Il ciclo ${year}`}</a>
        {' · '}
        <a href={`/relazione?anno=${year}`}>{`La Relazione ${year}`}</a>
      </p>
      <FigureCards figures={figures} />
    </>
  );
};

/** Phases that nobody had concluded when the year was closed. */
export const Unmet: FC<ClosedProps & { readonly columns: readonly Column<ObligationView>[] }> = ({
  board,
  year,
  columns,
}) => (
  <section aria-labelledby="non-concluse">
    <h2 id="non-concluse">{`Non concluse alla chiusura (${board.unmet.length})`}</h2>
    <p class="tr-lead">
      Restano scritte come erano quel giorno. Perché, lo dicono la misurazione e la Relazione.
    </p>
    <Table
      caption={`Fasi del ${year} non concluse alla chiusura`}
      columns={columns}
      rows={board.unmet}
      empty="Tutte le fasi dovute sono state concluse."
    />
  </section>
);
