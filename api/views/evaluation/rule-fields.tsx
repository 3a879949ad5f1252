/** The fields of a rule of attainment: which one, and below it what some of them need. */
import type { Child } from 'hono/jsx';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import { Input, Select, TextArea, type Typed } from '../fields.js';
import { RULE_NAMES } from './rule-words.js';

type RuleName = AttainmentRule['rule'];

interface RuleFieldsProps {
  /** Before each name, with its dot. */
  readonly at: string;
  readonly typed: Typed;
  readonly label: string;
  /** What choosing none means. */
  readonly none: string;
  readonly rules: readonly RuleName[];
}

export const FIGURE_RULES: readonly RuleName[] = [
  'linear',
  'steps',
  'threshold',
  'tolerance',
  'all-or-nothing',
];
export const DATE_RULES: readonly RuleName[] = ['late-days', 'tolerance', 'all-or-nothing'];
export const ALL_RULES: readonly RuleName[] = [
  ...['linear', 'steps', 'threshold', 'tolerance', 'late-days', 'all-or-nothing'],
] as RuleName[];

export const RuleFields = ({ at, typed, label, none, rules }: RuleFieldsProps): Child => {
  const name = (field: string): string => `${at}${field}`;
  const has = (rule: RuleName): boolean => rules.includes(rule);
  const choices = (names: readonly RuleName[]) => names.map((value) => ({ value, text: RULE_NAMES[value] }));
  const needed = rules.some(
    (rule) =>
      typed.problems.some(({ field }) => field.startsWith(at) && field !== name('rule')) ||
      (typed.values[name('rule')] === rule && rule !== 'linear' && rule !== 'all-or-nothing'),
  );
  return (
    <>
      <Select
        {...{ name: name('rule'), label, typed }}
        choices={[{ value: '', text: none }, ...choices(rules)]}
        required
      />
      <details class="tr-details" open={needed}>
        <summary>
          Valori della regola<span class="visually-hidden">{`: ${label}`}</span>
        </summary>
        {has('steps') ? (
          <TextArea
            {...{ name: name('steps'), label: 'Gradini', typed }}
            rows={3}
            hint="Uno per riga, dal più basso: «da 50: 50» vuol dire che dal 50 % del valore atteso il grado è 50."
          />
        ) : null}
        {has('threshold') ? (
          <div class="tr-row">
            <Input
              {...{ name: name('at'), label: 'Soglia (%)', typed }}
              inputmode="decimal"
              hint="Sotto questa parte del valore atteso il grado è 0."
            />
            <Select
              {...{ name: name('onwards'), label: 'Dalla soglia in su', typed }}
              choices={[
                { value: 'linear', text: 'In proporzione' },
                { value: 'full', text: 'Tutto' },
              ]}
            />
          </div>
        ) : null}
        {has('tolerance') ? (
          <div class="tr-row">
            <Input
              {...{ name: name('within'), label: 'Tolleranza', typed }}
              inputmode="decimal"
              hint="Di quanto si può mancare il valore senza perdere nulla."
            />
            <Select
              {...{ name: name('of'), label: 'In', typed }}
              choices={[
                { value: 'unit', text: 'Unità del valore (per una data, giorni)' },
                { value: 'percent', text: 'Percentuale del valore atteso' },
              ]}
            />
            <Select
              {...{ name: name('beyond'), label: 'Oltre la tolleranza', typed }}
              choices={choices(rules.filter((rule) => rule !== 'tolerance'))}
            />
          </div>
        ) : null}
        {has('late-days') ? (
          <>
            <div class="tr-row">
              <Input
                {...{ name: name('perDay'), label: 'Punti tolti per ogni giorno', typed }}
                inputmode="decimal"
              />
              <Select
                {...{ name: name('days'), label: 'Giorni che si contano', typed }}
                choices={[
                  { value: 'calendar', text: 'Di calendario' },
                  { value: 'working', text: 'Lavorativi' },
                ]}
              />
            </div>
            <div class="tr-row">
              <Input
                {...{ name: name('free'), label: 'Primi giorni senza effetto', typed }}
                inputmode="numeric"
              />
              <Input {...{ name: name('least'), label: 'Mai sotto il grado', typed }} inputmode="decimal" />
            </div>
          </>
        ) : null}
      </details>
    </>
  );
};
