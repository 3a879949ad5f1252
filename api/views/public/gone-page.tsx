/** A year that has been on line as long as the law asks. */
import type { FC } from 'hono/jsx';
import type { Town } from '../../../store/towns/towns.js';
import type { YearOnLine } from '../../queries/public-year.js';
import { shortDate } from '../italian-time.js';
import { PublicFrame, publicPath } from './public-frame.js';

export const GonePage: FC<{ readonly town: Town; readonly year: YearOnLine }> = ({ town, year }) => (
  <PublicFrame
    town={town}
    title={`Anno ${year.year}: non più in linea`}
    lead={`La pagina è rimasta pubblicata fino al ${shortDate(year.until)}.`}
    description={`Obiettivi e risultati ${year.year} di ${town.name}: pubblicazione conclusa.`}
  >
    <p>
      La legge chiede che questi dati restino pubblicati cinque anni (d.lgs. 33/2013 art. 8 c. 3). Chi ne ha
      bisogno li può chiedere all’ente con l’accesso civico (art. 5).
    </p>
    <p>
      <a class="btn btn-primary" href={publicPath(town)}>
        Vedi gli anni in linea
      </a>
    </p>
  </PublicFrame>
);
