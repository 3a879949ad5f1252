/** The checklist of *Amministrazione trasparente*: each document of the year with its section, its norm, and where it was put. */
import type { Child, FC } from 'hono/jsx';
import { PUBLISHED_DOCUMENTS } from '../../../domain/relazione/published-documents.js';
import { counted } from '../../../mail/italian-numbers.js';
import { blank, CommandForm, ErrorSummary, Input } from '../fields.js';
import { shortDate } from '../italian-time.js';
import { Table } from '../table.js';
import type { PublicationProps } from './publication-props.js';

type Listed = (typeof PUBLISHED_DOCUMENTS)[number];

export const Places: FC<PublicationProps> = (props) => {
  const { page } = props;
  const missing = PUBLISHED_DOCUMENTS.filter(({ id }) => placesOf(props, id).length === 0).length;
  return (
    <section class="tr-panel" aria-labelledby="collocazioni">
      <h2 id="collocazioni">Dove sono i documenti</h2>
      <p>
        {missing === 0
          ? 'Di ogni documento è registrato dove si trova.'
          : `${counted(missing, 'documento è', 'documenti sono')} ancora senza indirizzo.`}
      </p>
      <Table
        caption={`Documenti dell’anno ${page.cycle.year} in Amministrazione trasparente`}
        columns={[
          {
            title: 'Documento',
            heading: true,
            cell: ({ title, norm, mind }: Listed) => (
              <>
                {title}
                <span class="tr-hint tr-block">{norm}</span>
                {mind === null ? null : <span class="tr-hint tr-block">{mind}</span>}
              </>
            ),
          },
          { title: 'Sezione', cell: ({ section }) => section.join(' > ') },
          { title: 'Dove, e da quando', cell: (one) => <Place {...props} one={one} /> },
        ]}
        rows={PUBLISHED_DOCUMENTS}
        empty=""
      />
    </section>
  );
};

interface Put {
  readonly address: string;
  readonly said: string;
}

/** Of the Relazione what the closing records, of the others the last that was recorded here. */
function placesOf({ page }: PublicationProps, id: Listed['id']): readonly Put[] {
  const by = (name: string | null): string => (name === null ? '' : `, ${name}`);
  if (id === 'report')
    return page.addresses.flatMap(({ addresses, on, recordedBy }) =>
      addresses.map((address) => ({ address, said: `dal ${shortDate(on)}${by(recordedBy)}` })),
    );
  return page.places
    .filter(({ document }) => document === id)
    .map(({ address, on, recordedBy }) => ({ address, said: `dal ${shortDate(on)}${by(recordedBy)}` }));
}

const Place: FC<PublicationProps & { readonly one: Listed }> = (props) => {
  const { page, one } = props;
  const put = placesOf(props, one.id);
  return (
    <>
      {put.length === 0 ? (
        <p class="tr-none">Non ancora registrato</p>
      ) : (
        <ul class="tr-lines">
          {put.map(({ address, said }) => (
            <li>
              <a href={address} rel="noreferrer">
                {address}
              </a>
              {`, ${said}`}
            </li>
          ))}
        </ul>
      )}
      {page.mayPublish ? formOf(props, put[0]) : null}
    </>
  );
};

function formOf(
  { viewer, page, sent, one }: PublicationProps & { readonly one: Listed },
  put: Put | undefined,
): Child {
  if (one.id === 'report')
    return <a href={`/ciclo?anno=${page.cycle.year}`}>{inCycle(page.cycle.state, put !== undefined)}</a>;
  const isSent = sent?.form === one.id;
  const typed = isSent ? sent.typed : blank({ address: put?.address ?? '', date: viewer.today });
  return (
    <details class="tr-details" open={isSent}>
      <summary>
        {put === undefined ? 'Registra' : 'Cambia'}
        <span class="visually-hidden">{`: ${one.title}`}</span>
      </summary>
      <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/collocazioni`}>
        <input type="hidden" name="document" value={one.id} />
        <ErrorSummary typed={typed} of={one.id} />
        <Input
          name="address"
          of={one.id}
          label="Indirizzo della pagina"
          hint={put === undefined ? 'Comincia con https://.' : 'Vuoto: non si trova più lì.'}
          typed={typed}
          required="depends"
        />
        <Input
          name="date"
          of={one.id}
          label="Pubblicato il"
          type="date"
          max={viewer.today}
          typed={typed}
          required="depends"
        />
        <button type="submit" class="btn btn-outline-primary">
          Registra
          <span class="visually-hidden">{`: ${one.title}`}</span>
        </button>
      </CommandForm>
    </details>
  );
}

/** What to do in *Il ciclo*, where the place of the Relazione is recorded. */
function inCycle(state: 'open' | 'closed', isPut: boolean): string {
  if (state === 'closed') return 'L’anno è chiuso: il Segretario riapre il ciclo e lo registra lì';
  return isPut
    ? 'Si corregge nel ciclo: annulla la registrazione e registrala di nuovo'
    : 'Registra la pubblicazione nel ciclo';
}
