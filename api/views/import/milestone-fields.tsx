/** The rows of indicators and phases in the form of an objective; the last row of each is empty, to add one. */
import type { FC } from 'hono/jsx';
import type { PlanMilestone } from '../../../domain/plan/plan-document.js';
import { CheckBox, Input, Select, TextArea, type Typed } from '../fields.js';
import { KINDS_IN_WORDS, RECURRENCES, ROLES_IN_WORDS, termInWords } from '../obligations/milestone-words.js';
import { EMPTY_ROWS } from '../obligations/objective-values.js';

const OPS = [
  { value: '', text: 'uguale a' },
  { value: '>=', text: 'almeno' },
  { value: '<=', text: 'al massimo' },
  { value: '<', text: 'meno di' },
  { value: '>', text: 'più di' },
];

const rows = (count: number): readonly number[] =>
  Array.from({ length: count + EMPTY_ROWS }, (_, index) => index);

export const IndicatorFields: FC<{ readonly count: number; readonly typed: Typed }> = ({ count, typed }) => (
  <div class="tr-rows">
    <h3>Indicatori</h3>
    {rows(count).map((index) => {
      const isNew = index >= count;
      const fields = (
        <>
          <TextArea
            name={`indicator-${index}-text`}
            label="Indicatore"
            typed={typed}
            of="obiettivo"
            rows={2}
            {...(isNew ? {} : { hint: 'Vuotalo per toglierlo.' })}
          />
          <div class="tr-row">
            <Select
              name={`indicator-${index}-op`}
              label="Valore atteso"
              typed={typed}
              of="obiettivo"
              choices={OPS}
            />
            <Input name={`indicator-${index}-value`} label="Numero" typed={typed} of="obiettivo" />
            <Input name={`indicator-${index}-unit`} label="Unità" typed={typed} of="obiettivo" />
          </div>
        </>
      );
      return isNew ? (
        <details class="tr-details">
          <summary>Aggiungi un indicatore</summary>
          <fieldset>{fields}</fieldset>
        </details>
      ) : (
        <fieldset class="tr-piece">
          <legend>{`Indicatore ${index + 1}`}</legend>
          {fields}
        </fieldset>
      );
    })}
  </div>
);

interface MilestonesProps {
  readonly milestones: readonly PlanMilestone[];
  readonly typed: Typed;
}

export const MilestoneFields: FC<MilestonesProps> = ({ milestones, typed }) => (
  <div class="tr-rows">
    <h3>Fasi e termini</h3>
    {rows(milestones.length).map((index) => {
      const milestone = milestones[index];
      if (milestone === undefined) {
        return (
          <details class="tr-details">
            <summary>Aggiungi una fase</summary>
            <fieldset>
              <Milestone index={index} typed={typed} milestone={null} />
            </fieldset>
          </details>
        );
      }
      const line = milestone.sourceLine;
      return (
        <fieldset class="tr-piece" {...(line === undefined ? {} : { 'data-riga': String(line) })}>
          <legend>{`Fase ${index + 1}`}</legend>
          <p class="tr-piece-said">
            {termInWords(milestone)}
            {line === undefined ? null : (
              <>
                {' · '}
                <a href={`#riga-${line}`}>{`riga ${line}`}</a>
              </>
            )}
          </p>
          <Milestone index={index} typed={typed} milestone={milestone} />
          <CheckBox name={`milestone-${index}-gone`} label="Togli questa fase" typed={typed} of="obiettivo" />
        </fieldset>
      );
    })}
  </div>
);

const KINDS = Object.entries(KINDS_IN_WORDS).map(([value, text]) => ({ value, text }));
const ROLES = [
  { value: '', text: 'un termine da rispettare' },
  ...Object.entries(ROLES_IN_WORDS).map(([value, text]) => ({ value, text })),
];

/** What nearly every term needs first; the rest is folded away where it says nothing. */
const Milestone: FC<{
  readonly index: number;
  readonly typed: Typed;
  readonly milestone: PlanMilestone | null;
}> = ({ index, typed, milestone }) => {
  const name = (field: string): string => `milestone-${index}-${field}`;
  const value = (field: string): string => typed.values[name(field)] ?? '';
  const wrong = (field: string): boolean => typed.problems.some((problem) => problem.field === name(field));
  const common = { typed, of: 'obiettivo' } as const;
  const rare = ['start', 'role', 'recurrence', 'dtstart', 'offset', 'anchor', 'working', 'weight'];
  const isOpen = rare.some((field) => value(field) !== '' || wrong(field));
  const rule = milestone?.recurrence ?? '';
  const known = RECURRENCES.some(([one]) => one === rule) || rule === '';
  return (
    <>
      <Input name={name('phrase')} label="Le parole del piano" {...common} />
      <div class="tr-row">
        <Select name={name('kind')} label="Termine" {...common} choices={KINDS} />
        <Input name={name('date')} label="Giorno" type="date" {...common} />
      </div>
      <details class="tr-more" open={isOpen}>
        <summary>
          Altro<span class="visually-hidden">{` sulla fase ${index + 1}`}</span>
        </summary>
        <Select name={name('role')} label="Di che si tratta" {...common} choices={ROLES} />
        <div class="tr-row">
          <Select
            name={name('recurrence')}
            label="Si ripete"
            {...common}
            choices={[
              { value: '', text: 'no' },
              ...RECURRENCES.map(([one, text]) => ({ value: one, text })),
              ...(known ? [] : [{ value: rule, text: `come letto: ${rule}` }]),
            ]}
          />
          <Input name={name('dtstart')} label="A partire dal" type="date" {...common} />
        </div>
        <Input name={name('start')} label="Primo giorno del periodo" type="date" {...common} />
        <div class="tr-row">
          <Input name={name('offset')} label="Distanza dal fatto" {...common} hint="P30D = 30 giorni dopo" />
          <Input name={name('anchor')} label="Fatto, o chi fissa il termine" {...common} />
        </div>
        <CheckBox name={name('working')} label="Giorni lavorativi" {...common} />
        <Input name={name('weight')} label="Peso della fase" {...common} inputmode="decimal" />
      </details>
    </>
  );
};
