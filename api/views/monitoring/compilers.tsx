/** *Chi prepara*: for each sector who may prepare its submissions, until when, and a form to name somebody. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptCompiler } from '../../../store/people/compilers.js';
import type { Person } from '../../../store/people/people.js';
import type { CompiledSector } from '../../queries/compilers.js';
import type { Viewer } from '../../viewer.js';
import { blank, CheckBox, CommandForm, ErrorSummary, Input, Select, type Typed } from '../fields.js';
import { titleOf } from '../obligations/obligation-parts.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';

interface CompilersProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly sectors: readonly CompiledSector[];
  /** Who can be named. */
  readonly people: readonly Person[];
  /** The sector whose form was sent, with what was typed. */
  readonly sent: string;
  readonly typed: Typed;
}

/** Of an objective, by its id. */
export const objectiveField = (id: string): string => `voce-${id}`;

export const CompilersView: FC<CompilersProps> = (props) => (
  <Page
    frame={props.frame}
    title="Chi prepara"
    subtitle="I collaboratori che compilano le voci del monitoraggio"
    back={{ href: '/monitoraggio', text: 'Monitoraggio' }}
  >
    <p class="tr-lead">
      Chi nomini apre il monitoraggio del settore e salva la bozza: tutte le voci, o solo quelle che scegli.
      Trasmette sempre il Responsabile, o chi lo sostituisce. Non riceve avvisi.
    </p>
    {props.sent !== '' && props.sectors.every(({ id }) => id !== props.sent) ? (
      <ErrorSummary typed={props.typed} />
    ) : null}
    {props.sectors.length === 0 ? (
      <p class="tr-empty">Quest'anno nessun monitoraggio dipende da te.</p>
    ) : (
      props.sectors.map((sector) => <Sector {...props} sector={sector} />)
    )}
  </Page>
);

const Sector: FC<CompilersProps & { readonly sector: CompiledSector }> = (props) => {
  const { viewer, sector } = props;
  return (
    <section aria-labelledby={`settore-${sector.id}`}>
      <h2 id={`settore-${sector.id}`}>{`${viewer.town.settings.words.sector} ${sector.name}`}</h2>
      <Table
        caption={`Chi prepara il monitoraggio di ${sector.name}`}
        columns={[
          { title: 'Persona', heading: true, cell: ({ name }: KeptCompiler) => name },
          { title: 'Che cosa', cell: whatOf },
          { title: 'Dal', cell: ({ from }) => italianDate(from) },
          {
            title: 'Al',
            cell: ({ to }) => (to === null ? 'finché non lo togli' : italianDate(to)),
          },
          { title: 'Nominato da', cell: ({ namedBy }) => namedBy },
          { title: 'Togli', cell: (one) => <End viewer={viewer} compiler={one} /> },
        ]}
        rows={sector.compilers}
        empty="Nessuno: prepara e trasmette il Responsabile."
      />
      <Naming {...props} />
    </section>
  );
};

const whatOf = ({ objectives }: KeptCompiler) =>
  objectives === null
    ? 'Tutte le voci'
    : objectives.map(({ number, title }) => titleOf({ number, objective: title })).join('; ');

const End: FC<{ readonly viewer: Viewer; readonly compiler: KeptCompiler }> = ({ viewer, compiler }) => (
  <CommandForm
    viewer={viewer}
    action={`/monitoraggio/chi-prepara/${compiler.id}/togli`}
    class="tr-inline-form"
  >
    <button type="submit" class="btn btn-outline-primary btn-sm">
      Togli
      <span class="visually-hidden">{` ${compiler.name}`}</span>
    </button>
  </CommandForm>
);

const Naming: FC<CompilersProps & { readonly sector: CompiledSector }> = (props) => {
  const { viewer, sector, people, sent } = props;
  const of = sector.id;
  const typed = sent === of ? props.typed : blank({ from: viewer.today });
  return (
    <details class="tr-details" open={sent === of}>
      <summary>Nomina una persona</summary>
      <CommandForm viewer={viewer} action="/monitoraggio/chi-prepara">
        <ErrorSummary typed={typed} of={of} />
        <input type="hidden" name="sector" value={of} />
        <input type="hidden" name="voci" value={sector.objectives.map(({ id }) => id).join(',')} />
        <Select
          {...{ name: 'person', of, typed }}
          label="Persona"
          required
          hint="Se il nome non c'è, chiedi al Segretario di aggiungerlo alle persone dell'ente."
          choices={[
            { value: '', text: 'Scegli' },
            ...people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <div class="tr-row">
          <Input {...{ name: 'from', of, typed }} label="Dal" type="date" required />
          <Input {...{ name: 'to', of, typed }} label="Al" type="date" hint="Vuoto: finché non lo togli." />
        </div>
        <fieldset>
          <legend>Solo questi obiettivi</legend>
          <p class="tr-hint">Se non ne scegli nessuno prepara tutte le voci del settore.</p>
          {sector.objectives.map(({ id, number, title }) => (
            <CheckBox
              {...{ name: objectiveField(id), of, typed }}
              label={titleOf({ number, objective: title })}
            />
          ))}
        </fieldset>
        <button type="submit" class="btn btn-primary">
          Nomina
        </button>
      </CommandForm>
    </details>
  );
};
