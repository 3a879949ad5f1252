/** *Monitoraggio*: each window of a year, and how each sector's submission stands. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Submission } from '../../../store/monitoring/submissions.js';
import type { SubmissionList } from '../../queries/submission-list.js';
import { mayAtAll, type Viewer } from '../../viewer.js';
import { shortDate, shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type Column, Table } from '../table.js';
import { SKIPPED_WORDS, STATE_TONES, stateOn } from './monitoring-words.js';

interface ListProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly list: SubmissionList;
}

export const MonitoringListView: FC<ListProps> = ({ frame, viewer, list }) => (
  <Page
    frame={frame}
    title="Monitoraggio"
    {...(list.year === null ? {} : { subtitle: `Piano ${list.year}` })}
  >
    <Years list={list} />
    <Ways viewer={viewer} />
    {list.windows.length === 0 ? (
      <p class="tr-empty">
        Il monitoraggio compare qui poco dopo l'approvazione del piano, con le finestre e i termini dell'anno.
      </p>
    ) : null}
    {list.windows.map(({ window, submissions }) => (
      <section aria-labelledby={`finestra-${window.ordinal}`}>
        <h2 id={`finestra-${window.ordinal}`}>{window.title}</h2>
        {window.skipped === null ? (
          <>
            <p class="tr-hint">
              {`Periodo dal ${shortDate(window.coversFrom)} al ${shortDate(window.referenceOn)}. Si compila da ${italianDate(window.opens)} a ${italianDate(window.due)}.`}
            </p>
            <Table
              caption={window.title}
              columns={columnsFor(viewer)}
              rows={submissions}
              empty="Nessun settore che ti riguarda deve compilarlo."
            />
            {mayAtAll(viewer, 'report.read') && viewer.today >= window.opens ? (
              <p class="tr-actions">
                <a href={`/monitoraggio/finestre/${window.id}/relazione`}>Relazione alla Giunta</a>
              </p>
            ) : null}
          </>
        ) : (
          <p>{`Periodo dal ${shortDate(window.coversFrom)} al ${shortDate(window.referenceOn)}. ${SKIPPED_WORDS[window.skipped]}`}</p>
        )}
      </section>
    ))}
  </Page>
);

/** What the viewer may settle or read beside the submissions. */
const Ways = ({ viewer }: { readonly viewer: Viewer }): Child => {
  const ways = [
    { href: '/monitoraggio/chi-prepara', text: 'Chi prepara', action: 'compilers.name' },
    { href: '/monitoraggio/finestre', text: 'Finestre e termini', action: 'windows.read' },
  ] as const;
  const open = ways.filter(({ action }) => mayAtAll(viewer, action));
  return open.length === 0 ? null : (
    <p class="tr-actions">
      {open.map(({ href, text }) => (
        <a class="btn btn-outline-primary btn-sm" href={href}>
          {text}
        </a>
      ))}
    </p>
  );
};

const Years = ({ list }: { readonly list: SubmissionList }): Child =>
  list.years.length < 2 ? null : (
    <nav class="tr-tabs tr-years" aria-label="Anno del piano">
      {list.years.map((year) => (
        <a href={`/monitoraggio?anno=${year}`} {...(year === list.year ? { 'aria-current': 'page' } : {})}>
          {String(year)}
        </a>
      ))}
    </nav>
  );

const columnsFor = (viewer: Viewer): readonly Column<Submission>[] => [
  {
    title: viewer.town.settings.words.sector,
    heading: true,
    cell: ({ id, sectorName }) => <a href={`/monitoraggio/${id}`}>{sectorName}</a>,
  },
  {
    title: 'Come sta',
    cell: (one) => (
      <span class={`tr-badge tr-badge-${toneOf(one, viewer)}`}>{stateOn(one, viewer.today)}</span>
    ),
  },
  { title: 'Entro il', cell: ({ due }) => italianDate(due) },
  {
    title: 'Trasmesso',
    cell: ({ transmitted }) =>
      transmitted === null ? (
        '–'
      ) : (
        <>
          {`${shortMoment(transmitted.at, viewer.town.clock.zone)} da ${transmitted.by}`}
          {transmitted.late ? <span class="tr-due-note tr-due-late">oltre il termine</span> : null}
        </>
      ),
  },
];

const toneOf = ({ state, due }: Submission, { today }: Viewer): string =>
  state === 'draft' && due < today ? 'late' : STATE_TONES[state];
