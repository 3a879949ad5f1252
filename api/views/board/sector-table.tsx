/** Every sector by standing, with the weight that falls due: the table and the bar that repeats it. */
import type { FC } from 'hono/jsx';
import type { Points } from '../../../domain/plan/points.js';
import { italianPoints } from '../../../mail/italian-numbers.js';
import type { Dashboard } from '../../queries/dashboard.js';
import type { Counts, SectorRow } from '../../queries/sector-rows.js';
import type { StandingCode } from '../../queries/standing-code.js';
import { awayInWords } from '../people/person-absences.js';
import { type Column, Table } from '../table.js';

interface Group {
  readonly title: string;
  readonly codes: readonly StandingCode[];
}

/** Columns of the table: several standings stand together where a Segretario counts them so. */
const GROUPS: readonly Group[] = [
  { title: 'Oltre il termine', codes: ['late', 'late-disclaimed', 'late-explained', 'before-start'] },
  { title: 'Scade oggi', codes: ['due-today'] },
  { title: 'In scadenza', codes: ['due-soon'] },
  { title: 'Da fare', codes: ['to-do'] },
  { title: 'Da definire', codes: ['undetermined'] },
  { title: 'Concluse', codes: ['done'] },
  { title: 'Concluse in ritardo', codes: ['done-late'] },
];

/** Of a closed year: how it ended. */
const CLOSED_GROUPS: readonly Group[] = [
  { title: 'Concluse nei termini', codes: ['done'] },
  { title: 'Concluse in ritardo', codes: ['done-late'] },
  { title: 'Non concluse', codes: ['unmet'] },
  { title: 'Non più dovute', codes: ['waived'] },
];

const sum = (counts: Counts, codes: readonly StandingCode[]): number =>
  codes.reduce((total, code) => total + counts[code], 0);

export const SectorTable: FC<{ readonly board: Dashboard; readonly year: number }> = ({ board, year }) => {
  const isClosed = board.plan?.closedOn != null;
  const atRisk: Column<SectorRow> = {
    title: 'Peso in scadenza',
    numeric: true,
    cell: ({ weight, weightAtRisk }) => <AtRisk weight={weight} atRisk={weightAtRisk} />,
  };
  const columns: readonly Column<SectorRow>[] = [
    {
      title: 'Settore',
      heading: true,
      cell: ({ id, name, heads, away }) => (
        <>
          <a href={`/scadenze?anno=${year}&settore=${id}`}>{name}</a>
          <span class="tr-due-note">
            {heads.length === 0 ? 'responsabile da indicare' : heads.join(', ')}
          </span>
          {away.map(({ name: who, until, substitute }) => (
            <span class="tr-due-note">
              {`${heads.length > 1 ? `${who}: ` : ''}${awayInWords(until, substitute)}`}
            </span>
          ))}
        </>
      ),
    },
    ...(isClosed ? CLOSED_GROUPS : GROUPS).map(
      ({ title, codes }): Column<SectorRow> => ({
        title,
        numeric: true,
        cell: ({ counts }) => (
          <Count value={sum(counts, codes)} late={codes.includes('late') || codes.includes('unmet')} />
        ),
      }),
    ),
    ...(isClosed ? [] : [atRisk]),
  ];
  return (
    <section aria-labelledby="settori">
      <h2 id="settori">Per settore</h2>
      <p class="tr-lead">
        {`${board.objectives} obiettivi, ${board.total} scadenze.${isClosed ? '' : AT_RISK}`}
      </p>
      <Table
        caption="Scadenze per settore e per stato"
        columns={columns}
        rows={board.sectors}
        empty="Nessun settore."
      />
      <p class="tr-actions">
        <a href={`/scadenze.csv?anno=${year}`}>Scarica tutte le scadenze (CSV)</a>
        <a href={`/scadenze?anno=${year}`}>Cerca e filtra</a>
      </p>
    </section>
  );
};

const Count: FC<{ readonly value: number; readonly late: boolean }> = ({ value, late }) =>
  value === 0 ? (
    <span class="tr-none">0</span>
  ) : (
    <span class={late ? 'tr-count-late' : ''}>{String(value)}</span>
  );

const AT_RISK = ' Il peso in scadenza è quello degli obiettivi con una scadenza passata o entro 30 giorni.';

/** "25 su 100"; the bar says the same again and is hidden from those who cannot see it. */
const AtRisk: FC<{ readonly weight: Points; readonly atRisk: Points }> = ({ weight, atRisk }) => {
  if (weight === 0) return <span class="tr-none">senza pesi</span>;
  const share = Math.min(100, Math.round((atRisk / weight) * 100));
  return (
    <span class="tr-at-risk">
      {`${italianPoints(atRisk)} su ${italianPoints(weight)}`}
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="6" class="tr-bar-all" />
        <rect width={String(share)} height="6" class="tr-bar-risk" />
      </svg>
    </span>
  );
};
