/** *Misurazione* of a year: sectors with their totals, what is missing, the two gates, the dated acts. */
import type { Child, FC } from 'hono/jsx';
import { dueOf } from '../../../domain/obligations/obligation.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { MeasurementPage, SectorShown } from '../../queries/measurement-page.js';
import type { Viewer } from '../../viewer.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type Column, Table } from '../table.js';
import { ActsOfYear } from './measurement-acts.js';
import { evaluatorInWords, MissingOfYear } from './measurement-missing.js';
import type { MeasurementProps } from './measurement-props.js';
import {
  paymentGateInWords,
  pointsGateInWords,
  SHEET_TONES,
  sheetOn,
  totalInWords,
} from './measurement-words.js';

export const MeasurementView: FC<
  Omit<MeasurementProps, 'page'> & { readonly frame: Frame; readonly page: MeasurementPage | null }
> = ({ frame, viewer, page, refused }) => (
  <Page
    frame={frame}
    title="Misurazione"
    {...(page === null ? {} : { subtitle: `Piano ${page.year.cycle.year}` })}
  >
    {page === null ? (
      <p class="tr-empty">La misurazione compare qui poco dopo l'approvazione del piano.</p>
    ) : (
      <Year viewer={viewer} page={page} refused={refused} />
    )}
  </Page>
);

const Year = (props: MeasurementProps): Child => {
  const { viewer, page } = props;
  const { cycle, rules, measurement } = page.year;
  const due = page.duty === null ? null : dueOf(page.duty);
  return (
    <>
      <Years page={page} />
      {measurement === null ? (
        <p class="tr-lead">Per questo piano la misurazione non è ancora aperta.</p>
      ) : (
        <p class="tr-lead">
          {page.duty?.state === 'done'
            ? 'Tutti i gradi sono decisi.'
            : `I gradi li decide ${evaluatorInWords(page, viewer)}${due === null ? '' : `, entro ${italianDate(due)}`}.`}
        </p>
      )}
      <Table
        caption="Settori e totali"
        columns={columnsFor(viewer, page)}
        rows={page.sectors}
        empty="Nessun settore di cui rispondi ha obiettivi in questo piano."
      />
      {page.isWhole ? (
        <p class="tr-hint">
          {`I totali sono interni: contano i pesi del piano e i gradi decisi, senza arrotondare; qui si leggono con ${rules.rules.shownPlaces} decimali. ${rules.number === 0 ? 'Le regole sono quelle di partenza.' : `Regole n. ${rules.number}: ${rules.source}.`}`}
        </p>
      ) : null}
      <p>
        <a href={`/misurazione.csv?anno=${cycle.year}`}>Scarica la tabella (CSV)</a>
        {' · '}
        <a href={`/misurazione/criteri?anno=${cycle.year}`}>Come si misura</a>
        {' · '}
        <a href="/misurazione/regole">Regole di misurazione</a>
      </p>
      {measurement === null ? null : <MissingOfYear viewer={viewer} page={page} />}
      {measurement === null ? null : <ActsOfYear {...props} />}
    </>
  );
};

const Years = ({ page }: { readonly page: MeasurementPage }): Child =>
  page.years.length < 2 ? null : (
    <nav class="tr-tabs tr-years" aria-label="Anno del piano">
      {page.years.map((year) => (
        <a
          href={`/misurazione?anno=${year}`}
          {...(year === page.year.cycle.year ? { 'aria-current': 'page' } : {})}
        >
          {String(year)}
        </a>
      ))}
    </nav>
  );

const columnsFor = (
  viewer: Viewer,
  { year: { cycle, rules } }: MeasurementPage,
): readonly Column<SectorShown>[] => [
  {
    title: viewer.town.settings.words.sector,
    heading: true,
    cell: ({ id, name }) => <a href={`/misurazione/settori/${id}?anno=${cycle.year}`}>{name}</a>,
  },
  {
    title: 'Autovalutazione',
    cell: ({ sheet }) =>
      sheet === null ? (
        'Non dovuta'
      ) : (
        <a href={`/autovalutazione/${sheet.id}`} class={`tr-badge tr-badge-${SHEET_TONES[sheet.state]}`}>
          {sheetOn(sheet, viewer.today)}
        </a>
      ),
  },
  {
    title: 'Gradi decisi',
    numeric: true,
    cell: ({ objectives, total }) => `${objectives.length - total.open.length} su ${objectives.length}`,
  },
  {
    title: 'Totale',
    numeric: true,
    cell: ({ total }) => (
      <>
        {totalInWords(total, rules.rules.shownPlaces)}
        {total.unusualSum ? <span class="tr-due-note">i pesi del piano non fanno 100</span> : null}
      </>
    ),
  },
  { title: 'Parte legata ai punti', cell: ({ points }) => pointsGateInWords(points) },
  {
    title: 'Tempi di pagamento',
    cell: ({ pay, isShareSmall }) =>
      pay === null ? (
        'Non indicati'
      ) : (
        <>
          {paymentGateInWords(pay)}
          {isShareSmall ? (
            <span class="tr-due-note tr-due-late">meno del 30 % che chiede la legge</span>
          ) : null}
        </>
      ),
  },
];
