/** The plan as open data, until there is a package: licence, days, two files. */
import type { FC } from 'hono/jsx';
import { lastChangedOn, planFileName } from '../../../documents/public-plan.js';
import type { YearTold } from '../../queries/public-year.js';
import { shortDate } from '../italian-time.js';
import { Licence } from './licence.js';
import { publicPath } from './public-frame.js';

export const PlanFiles: FC<Pick<YearTold, 'town' | 'year' | 'relazione'>> = ({ town, year, relazione }) => {
  const changed = lastChangedOn(relazione.variations);
  const since = changed === null ? '' : `, con le modifiche in vigore dal ${shortDate(changed)}`;
  const href = (format: 'csv' | 'json'): string =>
    publicPath(town, year.year, planFileName(year.year, format));
  return (
    <section aria-labelledby="scarica">
      <h2 id="scarica">Dati aperti</h2>
      <p>
        {`Il piano approvato il ${shortDate(year.approvedOn)}${since}. Licenza: `}
        <Licence />
      </p>
      <ul>
        <li>
          <a href={href('csv')}>{`Obiettivi ${year.year}, una riga per obiettivo (CSV)`}</a>
        </li>
        <li>
          <a href={href('json')}>{`Obiettivi ${year.year}, con licenza, date e variazioni (JSON)`}</a>
        </li>
      </ul>
      <p class="tr-hint">
        Quando la Relazione è validata e pubblicata, al loro posto ci sono i file della Relazione, che
        ripetono il piano con i risultati.
      </p>
    </section>
  );
};
