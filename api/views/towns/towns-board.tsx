/** *I miei Comuni*: every town of an account in one line, what there is to review, and the way into each. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { italianPoints } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { EnteredAccount } from '../../account.js';
import type { TownLine } from '../../queries/towns-board.js';
import { mayAtAll } from '../../viewer.js';
import { accountName } from '../entry/account-name.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { Enter } from './enter-town.js';
import { TownReviews } from './town-reviews.js';

export interface TownsBoardProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
  readonly lines: readonly TownLine[];
}

export const TownsBoardView: FC<TownsBoardProps> = ({ frame, account, lines }) => (
  <Page frame={frame} title="I miei Comuni" subtitle={accountName(account)}>
    {lines.length === 0 ? (
      <p class="lead">
        Questo indirizzo non è più registrato in nessun ente. Rivolgiti al Segretario del tuo Comune.
      </p>
    ) : (
      <>
        <Totals lines={lines} />
        <Terms account={account} lines={lines} />
        <Work account={account} lines={lines} />
        <TownReviews account={account} lines={lines} />
      </>
    )}
  </Page>
);

/** What presses in all of them together. */
const Totals: FC<{ readonly lines: readonly TownLine[] }> = ({ lines }) => {
  const sum = (of: (line: TownLine) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const late = sum(({ figures }) => figures.terms.late);
  const figures = [
    { value: sum((line) => line.figures.terms.today), what: 'scadono oggi', tone: 'soon' },
    { value: sum((line) => line.figures.terms.week), what: 'scadono entro domenica', tone: 'soon' },
    { value: late, what: 'oltre il termine', tone: 'late' },
  ];
  return (
    <ul class="tr-figures" aria-label="In tutti i Comuni">
      {figures.map(({ value, what, tone }) => (
        <li class={`tr-figure-card tr-figure-still tr-tone-${value > 0 ? tone : 'good'}`}>
          <span class="tr-figure-value">{String(value)}</span> <span class="tr-figure-what">{what}</span>
        </li>
      ))}
    </ul>
  );
};

interface ListProps {
  readonly account: EnteredAccount;
  readonly lines: readonly TownLine[];
}

const Terms: FC<ListProps> = ({ account, lines }) => (
  <section aria-labelledby="scadenze">
    <h2 id="scadenze">Scadenze</h2>
    <Table
      caption="Scadenze di ogni Comune: oggi, questa settimana, oltre il termine"
      columns={[
        { title: 'Comune', heading: true, cell: (line) => <TownName line={line} /> },
        { title: 'Oggi', numeric: true, cell: ({ figures }) => figure(figures.terms.today, 'due-today') },
        { title: 'Entro domenica', numeric: true, cell: ({ figures }) => String(figures.terms.week) },
        {
          title: 'Oltre il termine',
          numeric: true,
          cell: ({ figures }) => figure(figures.terms.late, 'late'),
        },
        {
          title: 'Senza riscontro',
          numeric: true,
          cell: ({ figures: { whole } }) => (whole === null ? '–' : String(whole.silent)),
        },
        {
          title: 'Peso in scadenza',
          numeric: true,
          cell: ({ figures: { whole } }) => (whole === null ? '–' : italianPoints(whole.weightAtRisk)),
        },
        { title: 'Vai', cell: (line) => <Enter account={account} line={line} /> },
      ]}
      rows={lines}
      empty=""
    />
    <p class="tr-hint">
      Contano tutti gli anni ancora aperti; il peso è quello degli obiettivi in ritardo o in scadenza entro 30
      giorni. Dove non leggi il cruscotto contano solo le scadenze tue.
    </p>
  </section>
);

/** Only for whoever reads a board somewhere. */
const Work: FC<ListProps> = ({ account, lines }) => {
  const rows = lines.flatMap((line) =>
    line.figures.whole === null ? [] : [{ line, of: line.figures.whole }],
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="in-attesa">
      <h2 id="in-attesa">In attesa di qualcuno</h2>
      <Table
        caption="Che cosa aspetta in ogni Comune"
        columns={[
          { title: 'Comune', heading: true, cell: ({ line }) => line.viewer.town.name },
          {
            title: 'Monitoraggi da acquisire',
            numeric: true,
            cell: ({ line, of }) =>
              of.submissions === 0 || !mayAtAll(line.viewer, 'monitoring.read') ? (
                String(of.submissions)
              ) : (
                <Enter account={account} line={line} place="/monitoraggio" label={String(of.submissions)} />
              ),
          },
          {
            title: 'Validazione',
            cell: ({ of }) =>
              of.validationDue === null ? 'nessuna' : `entro ${italianDate(of.validationDue)}`,
          },
          {
            title: 'Comunicazioni al Sindaco trattenute',
            numeric: true,
            cell: ({ of }) => String(of.held),
          },
          {
            title: 'Messaggi non consegnati',
            numeric: true,
            cell: ({ of }) => figure(of.refused, 'late'),
          },
        ]}
        rows={rows}
        empty=""
      />
      <p class="tr-hint">Messaggi rifiutati, tornati indietro o non partiti negli ultimi 14 giorni.</p>
    </section>
  );
};

const figure = (count: number, tone: 'late' | 'due-today'): Child =>
  count === 0 ? '0' : <span class={`tr-badge tr-badge-${tone}`}>{String(count)}</span>;

const TownName: FC<{ readonly line: TownLine }> = ({ line: { viewer, figures } }) => {
  const roles = viewer.roles.map((role) => roleInWords(role, townWords(viewer.town))).join(', ');
  return (
    <>
      {viewer.town.name}
      <span class="tr-due-note">{roles === '' ? 'nessun ruolo oggi' : roles}</span>
      {viewer.town.mode === 'trial' ? <span class="tr-due-note">in prova</span> : null}
      {figures.years.length === 0 ? <span class="tr-due-note">nessun piano in corso</span> : null}
    </>
  );
};
