/** People and roles: who answers for what today, and everybody. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { People } from '../../queries/people.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { awayInWords } from './person-absences.js';
import { PersonFields } from './person-fields.js';
import { StoppedBadge } from './stopped-mailbox.js';

interface PeopleProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly people: People;
  readonly search: string;
  readonly typed: Typed | null;
}

export const PeopleView: FC<PeopleProps> = ({ frame, viewer, people, search, typed }) => {
  const words = townWords(viewer.town);
  return (
    <Page
      frame={frame}
      title="Persone e ruoli"
      subtitle={`Chi risponde di che cosa, ${italianDate(viewer.today)}`}
    >
      <section aria-labelledby="incarichi">
        <h2 id="incarichi">Chi risponde oggi</h2>
        <Table
          caption="Ruoli e persone di oggi"
          columns={[
            { title: 'Ruolo', heading: true, cell: ({ role }) => roleInWords(role, words) },
            {
              title: 'Persona',
              cell: ({ holders }) =>
                holders.length === 0 ? (
                  <span class="tr-badge tr-badge-late">nessuno: gli avvisi vanno al Segretario</span>
                ) : (
                  holders.map(({ id, name, away }, index) => (
                    <>
                      {index === 0 ? '' : ', '}
                      <a href={`/persone/${id}`}>{name}</a>
                      {away === null ? null : (
                        <span class="tr-due-note">{awayInWords(away.to, away.substitute?.name ?? null)}</span>
                      )}
                    </>
                  ))
                ),
            },
          ]}
          rows={people.posts}
          empty=""
        />
      </section>

      <section aria-labelledby="tutti">
        <h2 id="tutti">{`Tutte le persone (${people.everybody.length})`}</h2>
        <search aria-label="Cerca tra le persone">
          <form method="get" action="/persone" class="tr-filters">
            <Input name="cerca" label="Cerca" type="search" typed={blank({ cerca: search })} />
            <div class="tr-filter-buttons">
              <button type="submit" class="btn btn-primary btn-sm">
                Cerca
              </button>
              {search === '' ? null : <a href="/persone">Tutti</a>}
            </div>
          </form>
        </search>
        <Table
          caption="Persone dell'ente"
          columns={[
            {
              title: 'Nome',
              heading: true,
              cell: ({ person }) => <a href={`/persone/${person.id}`}>{person.name}</a>,
            },
            {
              title: 'Casella di posta',
              cell: ({ person, stoppedSince }) => (
                <>
                  {person.email ?? 'nessuna: avvisi da consegnare a mano'}
                  {stoppedSince === null ? null : <StoppedBadge />}
                  {person.sharedMailbox ? <span class="tr-due-note">letta da più persone</span> : null}
                </>
              ),
            },
            {
              title: 'Ruoli di oggi',
              cell: ({ tenures }) =>
                tenures
                  .filter(({ state }) => state === 'present')
                  .map(({ role }) => roleInWords(role, words))
                  .join(', ') || 'nessuno',
            },
          ]}
          rows={people.everybody}
          empty={search === '' ? "Non c'è ancora nessuno." : 'Nessuno corrisponde a questa ricerca.'}
        />
        <p class="tr-actions">
          <a href="/persone.csv">Scarica persone e ruoli (CSV)</a>
          <a href="/codici">Codici delle caselle condivise, collegamenti dei messaggi</a>
        </p>
      </section>

      <section class="tr-panel" aria-labelledby="aggiungi">
        <h2 id="aggiungi">Aggiungi una persona</h2>
        {typed === null ? null : <ErrorSummary typed={typed} />}
        <CommandForm viewer={viewer} action="/persone">
          <PersonFields typed={typed ?? blank()} />
          <button type="submit" class="btn btn-primary">
            Aggiungi
          </button>
        </CommandForm>
      </section>
    </Page>
  );
};
