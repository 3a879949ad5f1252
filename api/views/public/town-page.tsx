/** The years of a town that are on line. */
import type { FC } from 'hono/jsx';
import type { Town } from '../../../store/towns/towns.js';
import type { YearOnLine } from '../../queries/public-year.js';
import { shortDate } from '../italian-time.js';
import { PublicFrame, publicPath } from './public-frame.js';

export const TownPage: FC<{ readonly town: Town; readonly years: readonly YearOnLine[] }> = ({
  town,
  years,
}) => (
  <PublicFrame
    town={town}
    title="Obiettivi e risultati"
    lead="Che cosa l’ente si è impegnato a fare, anno per anno, e come è andata."
    description={`Gli obiettivi di ${town.name} e i loro risultati, anno per anno: piano, Relazione sulla performance, dati aperti.`}
  >
    {years.length === 0 ? (
      <p class="tr-empty">Nessun anno è ancora in linea.</p>
    ) : (
      <ul class="tr-cards">
        {years.map((year) => (
          <li class="tr-card">
            <h2 class="tr-public-year">
              <a href={publicPath(town, year.year)}>{`Anno ${year.year}`}</a>
            </h2>
            <p>
              {year.package === null
                ? `Il piano approvato il ${shortDate(year.approvedOn)}. I risultati arrivano con la Relazione validata.`
                : 'Obiettivi, risultati, motivazioni e dati aperti, dalla Relazione validata.'}
            </p>
            <p class="tr-hint">{`Resta in linea fino al ${shortDate(year.until)}.`}</p>
          </li>
        ))}
      </ul>
    )}
  </PublicFrame>
);
