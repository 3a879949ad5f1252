/** One year for everybody: what was planned, what was reached and why not all of it, what changed, the files. */
import type { FC } from 'hono/jsx';
import { longDate } from '../../../domain/time/italian-date.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { YearTold } from '../../queries/public-year.js';
import { shortDate } from '../italian-time.js';
import { Downloads } from './downloads.js';
import { PlanFiles } from './plan-files.js';
import { Figures } from './public-figures.js';
import { PublicFrame, publicPath } from './public-frame.js';
import { Objective } from './public-objective.js';
import { Variations } from './public-variations.js';
import { leadOf } from './public-words.js';

export const YearPage: FC<YearTold> = (told) => {
  const { town, year, relazione, planAct, index } = told;
  const { sectors, words, summary } = relazione;
  const isPlan = index === null;
  const sectorId = (at: number): string => `settore-${at + 1}`;
  return (
    <PublicFrame
      town={town}
      title={isPlan ? `Obiettivi ${year.year}` : `Obiettivi e risultati ${year.year}`}
      lead={leadOf(told)}
      description={`${isPlan ? 'Gli obiettivi' : 'Obiettivi e risultati'} ${year.year} di ${town.name}: ${counted(summary.objectives, 'obiettivo', 'obiettivi')}, termini, ${isPlan ? '' : 'risultati, motivazioni, '}variazioni.`}
      back={{ href: publicPath(town), text: 'Tutti gli anni' }}
    >
      {isPlan ? (
        <div class="tr-flash">
          <p>
            Qui c’è il piano come è stato approvato, con le variazioni fatte per atto. I risultati si
            pubblicano quando la Relazione è validata.
          </p>
        </div>
      ) : (
        <Figures summary={summary} />
      )}
      <nav class="tr-public-index" aria-label="In questa pagina">
        <ul>
          {sectors.map(({ name }, at) => (
            <li>
              <a href={`#${sectorId(at)}`}>{`${words.sector} ${name}`}</a>
            </li>
          ))}
          <li>
            <a href="#variazioni">Variazioni</a>
          </li>
          <li>
            <a href="#scarica">{isPlan ? 'Dati aperti' : 'Documenti e dati aperti'}</a>
          </li>
        </ul>
      </nav>
      {sectors.map(({ name, objectives }, at) => (
        <section aria-labelledby={sectorId(at)}>
          <h2 id={sectorId(at)}>{`${words.sector} ${name}`}</h2>
          {objectives.map((one) => (
            <Objective objective={one} isPlan={isPlan} />
          ))}
        </section>
      ))}
      <Variations variations={relazione.variations} />
      {index === null ? (
        <PlanFiles town={town} year={year} relazione={relazione} />
      ) : (
        <Downloads town={town} year={year} index={index} />
      )}
      <section aria-labelledby="come-si-legge">
        <h2 id="come-si-legge">Come si legge</h2>
        <ul>
          {planAct === null ? null : <li>{`Il piano è stato approvato con ${planAct}.`}</li>}
          <li>Il peso dice quanto un obiettivo conta tra quelli del suo settore.</li>
          <li>Il termine è implicito (31 dicembre) dove il piano non ne indica uno.</li>
          {isPlan ? null : (
            <>
              <li>Il grado di raggiungimento va da 0 a 100 e non è arrotondato.</li>
              <li>Un obiettivo non valutabile non vale zero: il suo peso passa agli altri in proporzione.</li>
              <li>
                Le motivazioni sono state rilette prima della pubblicazione. Quelle non pubblicate restano
                agli atti dell’ente e si possono chiedere con l’accesso civico.
              </li>
              <li>{`I dati sono quelli fissati ${longDate(relazione.asOf)}.`}</li>
            </>
          )}
          <li>{`Questa pagina resta in linea fino al ${shortDate(year.until)} (d.lgs. 33/2013 art. 8 c. 3).`}</li>
        </ul>
      </section>
    </PublicFrame>
  );
};
