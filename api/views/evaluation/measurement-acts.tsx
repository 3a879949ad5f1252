/** Dated acts of an evaluation: that they exist, never what they score; and the form that records one. */
import type { Child } from 'hono/jsx';
import { ACT_KINDS } from '../../../store/measurement/measurement-acts.js';
import type { ActShown } from '../../queries/measurement-page.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from '../fields.js';
import { shortDate } from '../italian-time.js';
import { CopyLine } from '../signed/copy-line.js';
import { type Column, Table } from '../table.js';
import type { MeasurementProps } from './measurement-props.js';
import { ACT_WORDS } from './measurement-words.js';

export const ActsOfYear = (props: MeasurementProps): Child => (
  <section aria-labelledby="atti">
    <h2 id="atti">Atti della valutazione</h2>
    <p class="tr-hint">
      Si registra che l'atto c'è e di quando è. I punteggi restano in questa pagina e non vanno negli atti da
      pubblicare.
    </p>
    <Table
      caption="Atti della valutazione"
      columns={COLUMNS}
      rows={props.page.acts}
      empty="Nessun atto registrato."
    />
    {props.page.may.record ? (
      <>
        <RecordAct {...props} />
        <Withdraw {...props} />
      </>
    ) : null}
  </section>
);

const COLUMNS: readonly Column<ActShown>[] = [
  {
    title: 'Atto',
    heading: true,
    cell: ({ kind, number, onDay, withdrawnReason, beforeValidation, copy }) => (
      <>
        {`${ACT_WORDS[kind]}${number === '' ? '' : ` n. ${number}`}`}
        {beforeValidation ? (
          <span class="tr-due-note tr-due-late">prima della validazione della Relazione</span>
        ) : null}
        {withdrawnReason === null ? null : (
          <span class="tr-due-note">{`tolto dall'elenco: ${withdrawnReason}`}</span>
        )}
        {withdrawnReason === null ? (
          <CopyLine shown={copy} named={`${ACT_WORDS[kind]} del ${shortDate(onDay)}`} />
        ) : null}
      </>
    ),
  },
  { title: 'Del', cell: ({ onDay }) => shortDate(onDay) },
  { title: 'Settore', cell: ({ sectorName }) => sectorName ?? 'Tutti' },
  { title: 'Nota', cell: ({ note }) => (note === '' ? '–' : note) },
];

const typedOf = ({ refused }: MeasurementProps, form: string): Typed =>
  refused?.form === form ? refused.typed : blank();

const sectorChoices = ({ page }: MeasurementProps) => [
  { value: 'tutti', text: 'Tutti i settori' },
  ...page.sectors.map(({ id, name }) => ({ value: id, text: name })),
];

const RecordAct = (props: MeasurementProps): Child => {
  const typed = typedOf(props, 'atto');
  return (
    <details class="tr-details" open={typed.problems.length > 0}>
      <summary>Registra un atto</summary>
      <CommandForm viewer={props.viewer} action="/misurazione/atti">
        <ErrorSummary typed={typed} />
        <input type="hidden" name="anno" value={String(props.page.year.cycle.year)} />
        <Select
          name="kind"
          label="Che atto è"
          typed={typed}
          choices={ACT_KINDS.map((value) => ({ value, text: ACT_WORDS[value] }))}
          required
        />
        <Select
          name="sector"
          label={props.viewer.town.settings.words.sector}
          typed={typed}
          choices={sectorChoices(props)}
          required
        />
        <Input name="day" type="date" label="Del" typed={typed} max={props.viewer.today} required />
        <Input name="number" label="Numero" typed={typed} hint="Le osservazioni possono non averlo." />
        <TextArea name="note" label="Nota" rows={2} typed={typed} hint="Senza punteggi né giudizi." />
        <button type="submit" class="btn btn-outline-primary">
          Registra
        </button>
      </CommandForm>
    </details>
  );
};

const Withdraw = (props: MeasurementProps): Child => {
  const standing = props.page.acts.filter(({ withdrawnReason }) => withdrawnReason === null);
  const typed = typedOf(props, 'togli');
  return standing.length === 0 ? null : (
    <details class="tr-details" open={typed.problems.length > 0}>
      <summary>Togli un atto registrato per errore</summary>
      <CommandForm viewer={props.viewer} action="/misurazione/atti/togli">
        <ErrorSummary typed={typed} of="togli" />
        <input type="hidden" name="anno" value={String(props.page.year.cycle.year)} />
        <Select
          name="atto"
          of="togli"
          label="Quale"
          typed={typed}
          choices={standing.map(({ id, kind, number, onDay }) => ({
            value: id,
            text: `${ACT_WORDS[kind]} ${number} del ${shortDate(onDay)}`,
          }))}
          required
        />
        <TextArea name="reason" of="togli" label="Motivo" rows={2} typed={typed} required />
        <button type="submit" class="btn btn-outline-primary">
          Togli
        </button>
      </CommandForm>
    </details>
  );
};
