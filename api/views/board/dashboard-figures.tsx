/** The numbers at the top of the board, and the choice of its year. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { italianPoints } from '../../../mail/italian-numbers.js';
import type { Dashboard } from '../../queries/dashboard.js';

/** Which year's plan, where there are several. */
export const YearChoice: FC<{ readonly board: Dashboard; readonly year: number }> = ({ board, year }) =>
  board.years.length < 2 ? null : (
    <nav aria-label="Anno del piano" class="tr-years">
      {board.years.map((one) => (
        <a href={`/cruscotto?anno=${one}`} {...(one === year ? { 'aria-current': 'page' } : {})}>
          {String(one)}
        </a>
      ))}
    </nav>
  );

export interface Figure {
  readonly value: string;
  readonly what: string;
  readonly href: string;
  readonly tone: 'late' | 'soon' | 'good' | 'plain';
}

export const FigureCards: FC<{ readonly figures: readonly Figure[] }> = ({ figures }) => (
  <ul class="tr-figures" aria-label="In sintesi">
    {figures.map(({ value, what, href, tone }) => (
      <li class={`tr-figure-card tr-tone-${tone}`}>
        <a href={href}>
          <span class="tr-figure-value">{value}</span> <span class="tr-figure-what">{what}</span>
        </a>
      </li>
    ))}
  </ul>
);

/** Four numbers that a Segretario looks for before anything else; each leads to its list. */
export const Figures: FC<{ readonly board: Dashboard }> = ({ board }) => {
  const { counts } = board;
  const late = board.late.length;
  const soon = counts['due-today'] + counts['due-soon'];
  const silent = board.silent.length;
  const figures: readonly Figure[] = [
    { value: String(late), what: 'oltre il termine', href: '#ritardi', tone: late > 0 ? 'late' : 'good' },
    {
      value: String(soon),
      what: `entro 10 giorni lavorativi${counts['due-today'] > 0 ? `, ${counts['due-today']} oggi` : ''}`,
      href: '/scadenze?stato=entro-10-giorni',
      tone: soon > 0 ? 'soon' : 'good',
    },
    {
      value: String(silent),
      what: silent === 1 ? 'responsabile senza riscontro' : 'responsabili senza riscontro',
      href: '#silenzi',
      tone: silent > 0 ? 'late' : 'good',
    },
    {
      value: italianPoints(board.weightAtRisk),
      what: `punti di peso in scadenza entro 30 giorni, fino a ${italianDate(board.riskUntil)}`,
      href: '#settori',
      tone: 'plain',
    },
  ];
  return <FigureCards figures={figures} />;
};
