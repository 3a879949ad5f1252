/** *Obiettivi individuali*: the sectors of the viewer, who has which, and the list of collaborators. */
import type { FC } from 'hono/jsx';
import { addPoints } from '../../../domain/plan/points.js';
import { counted, italianPoints } from '../../../mail/italian-numbers.js';
import type { Collaborator } from '../../../store/people/collaborators.js';
import type { IndividualPage, IndividualSector } from '../../queries/individual-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea, type Typed } from '../fields.js';
import { shortDate } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { coverageInWords, findingInWords } from './individual-words.js';

export const INDIVIDUAL_PLACE = '/obiettivi-individuali';

interface IndividualProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: IndividualPage;
  /** Id of the one sector to show in full; `null`: all that the viewer holds, or the overview. */
  readonly sector: string | null;
  /** The list that was pasted for a sector, and refused. */
  readonly refused: { readonly sector: string; readonly typed: Typed } | null;
}

export const IndividualPageView: FC<IndividualProps> = (props) => {
  const { frame, page, sector } = props;
  const shown = page.sectors.filter(({ id }) => (sector === null ? !page.isSecretary : id === sector));
  return (
    <Page
      frame={frame}
      title="Obiettivi individuali"
      subtitle={`Ciclo ${page.year}: che cosa è affidato a ciascun collaboratore`}
      {...(page.isSecretary && sector !== null
        ? { back: { href: `${INDIVIDUAL_PLACE}?anno=${page.year}`, text: 'Tutti i settori' } }
        : {})}
    >
      <Years {...props} />
      <p class="tr-lead">
        Li vedono solo il Responsabile del settore, il Segretario e la persona interessata. Non sono schede di
        valutazione. Il programma non manda avvisi ai collaboratori: i suoi avvisi vanno a chi ha un ruolo, li
        leggono anche altri e restano nel registro. Se vuoi ricordare un obiettivo, da ogni scheda scrivi tu,
        dalla tua posta.
      </p>
      {page.isSecretary && sector === null ? <Overview page={page} /> : null}
      {shown.map((one) => (
        <Sector {...props} shown={one} />
      ))}
      <p>
        <a href={`${INDIVIDUAL_PLACE}.csv?anno=${page.year}`}>Scarica in CSV</a>
      </p>
      <p>
        <a href="/i-miei-obiettivi">I miei obiettivi individuali</a>
      </p>
    </Page>
  );
};

const Years: FC<IndividualProps> = ({ page, sector }) =>
  page.years.length < 2 ? null : (
    <nav class="tr-pages" aria-label="Anno del ciclo">
      {page.years.map((year) =>
        year === page.year ? (
          <strong aria-current="page">{year}</strong>
        ) : (
          <a href={`${INDIVIDUAL_PLACE}?anno=${year}${sector === null ? '' : `&settore=${sector}`}`}>
            {year}
          </a>
        ),
      )}
    </nav>
  );

/** How many of a sector's collaborators have at least one. */
const coverageOf = ({ collaborators, objectives }: IndividualSector): string => {
  const having = new Set(objectives.map(({ collaborator }) => collaborator));
  return coverageInWords(collaborators.filter(({ id }) => having.has(id)).length, collaborators.length);
};

const Overview: FC<{ readonly page: IndividualPage }> = ({ page }) => (
  <Table
    caption="Obiettivi individuali per settore"
    columns={[
      {
        title: 'Settore',
        heading: true,
        cell: ({ id, name }: IndividualSector) => (
          <a href={`${INDIVIDUAL_PLACE}?anno=${page.year}&settore=${id}`}>{name}</a>
        ),
      },
      { title: 'Collaboratori', cell: coverageOf },
      { title: 'Obiettivi', numeric: true, cell: ({ objectives }) => String(objectives.length) },
      {
        title: 'Da vedere',
        cell: ({ findings }) =>
          findings.length === 0 ? '–' : counted(findings.length, 'segnalazione', 'segnalazioni'),
      },
    ]}
    rows={page.sectors}
    empty="Non c'è ancora nessun settore: importa il Piano."
  />
);

const Sector: FC<IndividualProps & { readonly shown: IndividualSector }> = ({
  viewer,
  page,
  shown,
  refused,
}) => {
  const { id, name, collaborators, objectives, findings } = shown;
  const sheet = (one: Collaborator): string => `${INDIVIDUAL_PLACE}/${one.id}?anno=${page.year}`;
  const ownOf = (one: Collaborator) => objectives.filter(({ collaborator }) => collaborator === one.id);
  return (
    <section aria-labelledby={`settore-${id}`}>
      <h2 id={`settore-${id}`}>{name}</h2>
      {collaborators.length === 0 ? null : <p>{`${coverageOf(shown)}.`}</p>}
      <Table
        caption={`Collaboratori: ${name}`}
        columns={[
          {
            title: 'Collaboratore',
            heading: true,
            cell: (one: Collaborator) => <a href={sheet(one)}>{one.name}</a>,
          },
          { title: 'Obiettivi', numeric: true, cell: (one) => String(ownOf(one).length) },
          {
            title: 'Somma dei pesi',
            numeric: true,
            cell: (one) => {
              const weights = ownOf(one).flatMap(({ weight }) => (weight === null ? [] : [weight]));
              return weights.length === 0 ? '–' : italianPoints(addPoints(weights));
            },
          },
          {
            title: 'Gradi registrati',
            cell: (one) => {
              const all = ownOf(one);
              return all.length === 0
                ? '–'
                : `${all.filter(({ degree }) => degree.is !== 'open').length} di ${all.length}`;
            },
          },
          { title: 'Fino al', cell: ({ to }) => (to === null ? '–' : shortDate(to)) },
        ]}
        rows={collaborators}
        empty="Nessun collaboratore indicato per quest'anno."
      />
      {findings.length === 0 ? null : (
        <>
          <h3 class="tr-apart">Da vedere</h3>
          <ul>
            {findings.map((finding) => {
              const who = collaborators.find((one) => one.id === finding.collaborator);
              return (
                <li>
                  {who === undefined ? null : <a href={sheet(who)}>{who.name}</a>}
                  {`: ${findingInWords(finding, objectives)}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {shown.mayWrite ? (
        <ListForm viewer={viewer} sector={shown} typed={refused?.sector === id ? refused.typed : null} />
      ) : null}
    </section>
  );
};

const ListForm: FC<{
  readonly viewer: Viewer;
  readonly sector: IndividualSector;
  readonly typed: Typed | null;
}> = ({ viewer, sector: { id }, typed }) => {
  const values = typed ?? blank({ from: viewer.today });
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>Aggiungi collaboratori</summary>
      <ErrorSummary typed={values} of={id} />
      <CommandForm viewer={viewer} action={`${INDIVIDUAL_PLACE}/collaboratori`}>
        <input type="hidden" name="settore" value={id} />
        <TextArea
          name="list"
          of={id}
          label="Elenco"
          rows={6}
          typed={values}
          hint="Un nome per riga; accanto, se c'è, la casella di posta. Chi è già tra le persone dell'ente si ritrova dal nome."
          required
        />
        <Input name="from" of={id} label="Nel settore dal" type="date" typed={values} required />
        <button type="submit" class="btn btn-primary">
          Aggiungi
        </button>
      </CommandForm>
    </details>
  );
};
