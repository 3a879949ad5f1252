/** The Segretario's board as a page: what presses first, tables after. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { PlanVersion } from '../../../store/cycle/cycles.js';
import { opensEveryMail } from '../../mail-access.js';
import type { Dashboard } from '../../queries/dashboard.js';
import type { ObligationView } from '../../queries/obligation-view.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { Observed } from '../cycle/observed.js';
import {
  Due,
  Owner,
  placeOf,
  StandingBadge,
  Subject,
  weightInWords,
} from '../obligations/obligation-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { DigestTable } from '../register/digest-table.js';
import { Table } from '../table.js';
import { actCited } from '../words.js';
import { BoardAlerts } from './board-alerts.js';
import { BoardPeople } from './board-people.js';
import { ClosedFigures, Unmet } from './closed-year.js';
import { Figures, YearChoice } from './dashboard-figures.js';
import { LateState } from './late-state.js';
import { NextRoundPanel } from './next-round.js';
import { NoPlan } from './no-plan.js';
import { SectorTable } from './sector-table.js';
import { Silent } from './silent.js';

interface DashboardProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly board: Dashboard;
  readonly may: { readonly askRound: boolean; readonly setDate: boolean; readonly importPlan: boolean };
}

export const DashboardView: FC<DashboardProps> = ({ frame, viewer, board, may }) => {
  if (board.plan === null) return <NoPlan frame={frame} mayImport={may.importPlan} />;
  const { year, version, closedOn } = board.plan;
  const words = townWords(viewer.town);
  const owner = {
    title: 'A carico di',
    cell: (view: ObligationView) => <Owner owner={view.obligation.owner} words={words} />,
  };
  const subject = {
    title: 'Obiettivo e fase',
    heading: true,
    cell: (view: ObligationView) => (
      <Subject subject={view.obligation.subject} href={placeOf(view.obligation)} />
    ),
  };
  const weight = {
    title: 'Peso',
    numeric: true,
    cell: (view: ObligationView) => weightInWords(view.obligation.subject.weight),
  };
  const due = { title: 'Entro il', cell: (view: ObligationView) => <Due view={view} /> };
  return (
    <Page frame={frame} title="Cruscotto" subtitle={`Piano della performance ${year}${actInWords(version)}`}>
      <YearChoice board={board} year={year} />
      {closedOn === null ? (
        <Figures board={board} />
      ) : (
        <ClosedFigures board={board} year={year} closedOn={closedOn} />
      )}
      <BoardAlerts
        alerts={board.alerts}
        words={words}
        zone={viewer.town.clock.zone}
        opens={opensEveryMail(viewer)}
      />
      <BoardPeople board={board} words={words} mayAct={reachOf(viewer.roles, 'people.change') !== null} />
      <NextRoundPanel round={board.round} viewer={viewer} mayAsk={may.askRound} />

      {closedOn === null ? null : <Unmet board={board} year={year} columns={[subject, due, owner, weight]} />}
      {closedOn !== null && board.late.length === 0 ? null : (
        <section aria-labelledby="ritardi">
          <h2 id="ritardi">{`Oltre il termine (${board.late.length})`}</h2>
          <Table
            caption="Scadenze oltre il termine, le più in ritardo per prime"
            columns={[
              subject,
              due,
              owner,
              { title: 'Stato', cell: (view) => <LateState view={view} board={board} viewer={viewer} /> },
              weight,
            ]}
            rows={board.late}
            empty="Nessuna scadenza è oltre il termine."
          />
        </section>
      )}

      {closedOn === null ? <Silent board={board} words={words} /> : null}

      <SectorTable board={board} year={year} />

      {closedOn !== null && board.external.length === 0 ? null : (
        <section aria-labelledby="esterni">
          <h2 id="esterni">{`Termini esterni da definire (${board.external.length})`}</h2>
          <Table
            caption="Termini che dipendono da una data fissata altrove"
            columns={[
              subject,
              {
                title: 'Dipende da',
                cell: ({ obligation }) =>
                  (obligation.term.kind === 'external' ? obligation.term.anchor : null) ??
                  'non indicato nel piano',
              },
              owner,
              {
                title: may.setDate ? 'Che cosa fare' : 'Stato',
                cell: (view) =>
                  may.setDate ? (
                    <a href={`${placeOf(view.obligation)}#data`}>
                      Indica la data
                      <span class="visually-hidden">{` per ${view.obligation.subject.objective}`}</span>
                    </a>
                  ) : (
                    <StandingBadge code={view.standing.code} />
                  ),
              },
            ]}
            rows={board.external}
            empty="Nessun termine da definire."
          />
        </section>
      )}

      {closedOn === null ? (
        <section aria-labelledby="impliciti">
          <h2 id="impliciti">Termini impliciti</h2>
          {board.implicit.length === 0 ? (
            <p class="tr-empty">Ogni obiettivo aperto ha almeno una data.</p>
          ) : (
            <details class="tr-details">
              <summary>
                {`${counted(board.implicit.length, 'obiettivo senza date', 'obiettivi senza date')}: vale il 31 dicembre ${year}`}
              </summary>
              <Table
                caption="Obiettivi senza date nel piano"
                columns={[subject, owner, weight]}
                rows={board.implicit}
                empty=""
              />
            </details>
          )}
        </section>
      ) : null}

      <Observed observed={board.observed} />

      <section aria-labelledby="inviati">
        <h2 id="inviati">Inviati negli ultimi 7 giorni</h2>
        <DigestTable
          viewer={viewer}
          digests={board.mailed}
          words={words}
          empty="Negli ultimi 7 giorni non è partito alcun messaggio."
        />
        {reachOf(viewer.roles, 'digests.read') === null ? null : (
          <p>
            <a href="/avvisi">Tutti gli avvisi inviati</a>
          </p>
        )}
        {reachOf(viewer.roles, 'day.read') === null ? null : (
          <p>
            <a href="/prova-generale/giorno">Un giorno passato: che cosa è partito, che cosa no e perché</a>
          </p>
        )}
      </section>
    </Page>
  );
};

/** " · G.C. n. 21 del 28/02/2023". */
function actInWords(version: PlanVersion | null): string {
  const act = version === null ? '' : actCited(version);
  if (version === null || act === '') return '';
  return ` · ${version.kind === 'variation' ? 'variato' : 'approvato'} con ${act}`;
}
