/** The days on which the offices are closed, as a form asks for them: of the week, of each year, periods. */
import type { FC } from 'hono/jsx';
import { periodFields, weekdayField, yearlyFields } from '../../commands/towns/closures-asked.js';
import { CheckBox, Input, Select, type Typed } from '../fields.js';
import { DAY_CHOICES, MONTH_CHOICES, WEEKDAYS } from './closure-words.js';

/** How many rows each list shows. */
export interface ClosureRows {
  readonly yearly: number;
  readonly periods: number;
}

interface ClosureFieldsProps {
  readonly typed: Typed;
  readonly rows: ClosureRows;
  /** How one gets more empty rows. */
  readonly more: string;
}

export const ClosureFields: FC<ClosureFieldsProps> = ({ typed, rows, more }) => (
  <>
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
        {`Per un solo giorno basta il primo. Svuota una riga per toglierla; per altre righe ${more}.`}
      </p>
      {numbers(rows.periods).map((row) => (
        <PeriodRow row={row} typed={typed} />
      ))}
    </section>
  </>
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
