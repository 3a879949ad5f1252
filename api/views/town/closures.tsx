/** *Chiusure degli uffici*: days without notices, and which mails another choice would move before it is saved. */
import type { FC } from 'hono/jsx';
import { periodFields, weekdayField, yearlyFields } from '../../commands/closures-asked.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Viewer } from '../../viewer.js';
import { CheckBox, ErrorSummary, Input, Select, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EffectPanel, SaveTried } from '../rehearsal/effect-panel.js';
import { RehearsalNav } from '../rehearsal/rehearsal-nav.js';
import { DAY_CHOICES, MONTH_CHOICES, WEEKDAYS } from './closure-words.js';

interface ClosuresProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly rehearsal: Rehearsal;
  /** How many rows each list shows. */
  readonly rows: { readonly yearly: number; readonly periods: number };
  /** The closures in force, or those asked for. */
  readonly typed: Typed;
  /** `null`: nothing was asked for yet, or it cannot be. */
  readonly effect: RehearsalEffect | null;
  /** Mark of the closures in force. */
  readonly seen: string;
  readonly mayChange: boolean;
}

const PLACE = '/prova-generale/chiusure';

export const ClosuresView: FC<ClosuresProps> = (props) => (
  <Page
    frame={props.frame}
    title="Chiusure degli uffici"
    subtitle="I giorni in cui non parte alcun avviso, oltre alle domeniche e alle feste nazionali"
  >
    <RehearsalNav path={props.frame.path} viewer={props.viewer} />
    <p class="tr-lead">
      Le chiusure spostano gli avvisi, mai i termini: chi deve rispondere lo sa nell'ultimo giorno lavorativo
      prima, e i giorni di ritardo si contano senza quelli di chiusura.
    </p>
    <ErrorSummary typed={props.typed} />
    {props.effect === null ? null : <Effect {...props} effect={props.effect} />}
    <Choice {...props} />
  </Page>
);

const Effect: FC<ClosuresProps & { readonly effect: RehearsalEffect }> = (props) => (
  <EffectPanel {...props}>
    {props.mayChange ? (
      <SaveTried
        viewer={props.viewer}
        action={PLACE}
        values={{ visto: props.seen, ...props.typed.values }}
        button="Salva le chiusure"
        hint="Gli avvisi già partiti restano; i prossimi seguono le chiusure nuove."
      />
    ) : null}
  </EffectPanel>
);

const Choice: FC<ClosuresProps> = ({ typed, rows }) => (
  <form method="get" action={PLACE} class="tr-form tr-objective-form">
    <input type="hidden" name="prova" value="si" />
    <fieldset>
      <legend>Ogni settimana</legend>
      <div class="tr-row">
        {WEEKDAYS.slice(0, 6).map((name, index) => (
          <CheckBox name={weekdayField(index + 1)} label={name} typed={typed} />
        ))}
      </div>
      <p class="tr-hint">Segna i giorni in cui gli uffici sono chiusi. La domenica lo sono sempre.</p>
    </fieldset>
    <section class="tr-rows" aria-labelledby="ogni-anno">
      <h2 id="ogni-anno">Ogni anno</h2>
      <p class="tr-hint">
        Il patrono e le altre feste del posto: in un giorno fisso («24», giugno) o per regola («seconda
        domenica», ottobre). Svuota una riga per toglierla.
      </p>
      {numbers(rows.yearly).map((row) => (
        <YearlyRow row={row} typed={typed} />
      ))}
    </section>
    <section class="tr-rows" aria-labelledby="periodi">
      <h2 id="periodi">Ponti e periodi di chiusura</h2>
      <p class="tr-hint">
        Per un solo giorno basta il primo. Svuota una riga per toglierla; per altre righe mostra l'effetto.
      </p>
      {numbers(rows.periods).map((row) => (
        <PeriodRow row={row} typed={typed} />
      ))}
    </section>
    <Select
      name="periodo"
      label="Mostra l'effetto"
      typed={typed}
      choices={[
        { value: 'mesi', text: 'sui prossimi quattro mesi' },
        { value: 'anno', text: 'su tutti i giorni a venire' },
      ]}
    />
    <button type="submit" class="btn btn-primary">
      Mostra che cosa cambierebbe
    </button>
    <p class="tr-hint">Non salva nulla: le chiusure si salvano dopo aver visto l'effetto.</p>
  </form>
);

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

interface RowProps {
  readonly row: number;
  readonly typed: Typed;
}

const YearlyRow: FC<RowProps> = ({ row, typed }) => {
  const at = yearlyFields(row);
  const none = { value: '', text: '–' };
  return (
    <fieldset class="tr-piece">
      <legend>{typed.values[at.name] ?? `Festa ${row + 1}`}</legend>
      <div class="tr-row">
        <Input name={at.name} label="Nome" typed={typed} />
        <Select name={at.day} label="Giorno" typed={typed} choices={[none, ...DAY_CHOICES]} />
        <Select name={at.month} label="Mese" typed={typed} choices={[none, ...MONTH_CHOICES]} />
      </div>
    </fieldset>
  );
};

const PeriodRow: FC<RowProps> = ({ row, typed }) => {
  const at = periodFields(row);
  return (
    <fieldset class="tr-piece">
      <legend>{typed.values[at.name] ?? `Periodo ${row + 1}`}</legend>
      <div class="tr-row">
        <Input name={at.name} label="Nome" typed={typed} />
        <Input name={at.from} label="Dal" type="date" typed={typed} />
        <Input name={at.to} label="Al" type="date" typed={typed} />
      </div>
    </fieldset>
  );
};
