/** *Registro degli avvisi*: what is recorded and who reads it, where to look, the seals. */
import type { FC } from 'hono/jsx';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { RegisterPage } from '../../queries/register-page.js';
import { copyShown } from '../../queries/signed-copies.js';
import type { Viewer } from '../../viewer.js';
import { blank, Input } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { CopyLine } from '../signed/copy-line.js';
import { Table } from '../table.js';
import { DossierButtons } from './dossier-buttons.js';
import { NoticeTabs } from './notice-tabs.js';
import { coveredInWords, monthInWords } from './seal-words.js';

interface RegisterPageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: RegisterPage;
  readonly search: string;
}

const SEALS_SHOWN = 5;

export const RegisterPageView: FC<RegisterPageProps> = ({ frame, viewer, page, search }) => (
  <Page
    frame={frame}
    title="Registro degli avvisi"
    subtitle="Che cosa è stato detto, a chi, quando, e la prova"
  >
    <NoticeTabs here="/registro" />
    <Privacy />
    <section aria-labelledby="cerca-registro">
      <h2 id="cerca-registro">Cerca e stampa un dossier</h2>
      <search aria-label="Cerca nel registro">
        <form method="get" action="/registro" class="tr-filters">
          <Input name="cerca" label="Obiettivo o persona" type="search" typed={blank({ cerca: search })} />
          <FilterButtons
            button="Cerca"
            whole={search === '' ? null : { href: '/registro', text: 'Togli la ricerca' }}
          />
        </form>
      </search>
      {page.isCut ? (
        <p class="tr-lead">I risultati sono molti: qui ci sono i primi 50. Restringi la ricerca.</p>
      ) : null}
      <Table
        caption="Persone a cui è stato dato un avviso"
        captionShown
        columns={[
          { title: 'Persona', heading: true, cell: ({ name }) => name },
          { title: 'Avvisi', numeric: true, cell: ({ notices }) => String(notices) },
          {
            title: 'Dossier',
            cell: ({ id, name }) => (
              <DossierButtons viewer={viewer} action={`/persone/${id}/dossier`} about={name} />
            ),
          },
        ]}
        rows={page.people}
        empty="Nessuna persona trovata."
      />
      <Table
        caption="Obiettivi con voci nel registro"
        captionShown
        columns={[
          {
            title: 'Obiettivo',
            heading: true,
            cell: ({ id, number, title }) => (
              <a href={`/obiettivi/${id}`}>{number === null ? title : `${number}. ${title}`}</a>
            ),
          },
          { title: 'Anno', numeric: true, cell: ({ year }) => String(year) },
          { title: 'Voci', numeric: true, cell: ({ entries }) => String(entries) },
          {
            title: 'Dossier',
            cell: ({ id, title }) => (
              <DossierButtons viewer={viewer} action={`/obiettivi/${id}/dossier`} about={title} />
            ),
          },
        ]}
        rows={page.objectives}
        empty="Nessun obiettivo trovato."
      />
    </section>
    <Seals page={page} viewer={viewer} />
  </Page>
);

const Privacy: FC = () => (
  <section class="tr-panel" aria-labelledby="che-cosa">
    <h2 id="che-cosa">Che cosa è registrato e chi lo legge</h2>
    <ul>
      <li>
        Ogni avviso: il termine con il suo atto, il giorno, il ruolo e la persona a cui è stato mandato,
        l'impronta del messaggio, la risposta del server di posta.
      </li>
      <li>
        Gli atti volontari di chi risponde: concluso, in corso, non di mia competenza, presa visione,
        documenti aggiunti, e i dossier rilasciati.
      </li>
      <li>
        <strong>Non</strong> è registrato se un messaggio o una pagina vengono aperti, né da dove o con quale
        dispositivo (art. 4 l. 300/1970).
      </li>
      <li>
        I dettagli di consegna dei messaggi si cancellano dopo 21 giorni: resta il codice. I testi scritti
        dalle persone stanno accanto al registro e si possono cancellare: resta la loro impronta.
      </li>
      <li>
        Lo leggono il Segretario e il Nucleo; ciascun Responsabile per i propri obiettivi; ciascuna persona
        per ciò che la riguarda, con il proprio dossier.
      </li>
    </ul>
  </section>
);

const Seals: FC<Pick<RegisterPageProps, 'page' | 'viewer'>> = ({
  page: { seals, months, copies },
  viewer,
}) => (
  <>
    <section aria-labelledby="sigilli">
      <h2 id="sigilli">{`Sigilli settimanali (${seals.length})`}</h2>
      <p class="tr-lead">
        Con il primo invio di ogni settimana le ultime voci di tutte le catene ricevono un sigillo, stampato
        nel riepilogo del Segretario. Una settimana senza invii è coperta dal sigillo seguente.
      </p>
      <SealTable seals={seals.slice(0, SEALS_SHOWN)} />
      {seals.length <= SEALS_SHOWN ? null : (
        <details class="tr-details">
          <summary>{`Mostra i ${seals.length - SEALS_SHOWN} precedenti`}</summary>
          <SealTable seals={seals.slice(SEALS_SHOWN)} />
        </details>
      )}
    </section>
    <section aria-labelledby="protocollo">
      <h2 id="protocollo">Documento mensile per il protocollo</h2>
      <p class="tr-lead">
        Una pagina con i sigilli del mese: registrata al protocollo dell'ente, ne prova la data.
      </p>
      {months.length === 0 ? (
        <p class="tr-empty">
          Il primo documento si può scaricare all'inizio del mese che segue il primo sigillo.
        </p>
      ) : (
        <ul class="tr-lines">
          {months.map((month) => (
            <li>
              <a href={`/registro/documento/${month}`}>{`Sigilli di ${monthName(month)} (PDF)`}</a>
              <CopyLine
                shown={copyShown(copies, viewer, { kind: 'seals', of: month })}
                named={`Sigilli di ${monthName(month)}`}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  </>
);

const SealTable: FC<Pick<RegisterPage, 'seals'>> = ({ seals }) => (
  <Table
    caption="Sigilli settimanali, i più recenti per primi"
    columns={[
      { title: 'Settimana', heading: true, cell: ({ week }) => `dal ${italianDate(week)}` },
      { title: 'Fatto il', cell: ({ day }) => italianDate(day) },
      { title: 'Comprende', cell: coveredInWords },
      { title: 'Impronta', cell: ({ hash }) => <span class="tr-hash">{hash}</span> },
    ]}
    rows={seals}
    empty="Nessun sigillo finora: il primo si fa con il primo invio."
  />
);

const monthName = (month: string): string => {
  const day = parseCivilDate(`${month}-01`);
  return day === null ? month : monthInWords(day);
};
