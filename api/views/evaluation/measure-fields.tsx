/** The fields of an indicator's measure, and by what something that was set changes. */
import type { Child } from 'hono/jsx';
import { ruleFor } from '../../../domain/scoring/scoring-rules.js';
import type { PlannedIndicator } from '../../../store/measurement/measured-objectives.js';
import { comma } from '../../commands/measurement/rule-asked.js';
import { ORGANS } from '../../commands/plan/plan-checks.js';
import type { MeasureShown, MeasuresPage } from '../../queries/measures-page.js';
import type { Viewer } from '../../viewer.js';
import { Input, Select, TextArea, type Typed } from '../fields.js';
import { targetInWords } from '../monitoring/submission-read.js';
import { ORGANS_IN_WORDS } from '../words.js';
import { ALL_RULES, RuleFields } from './rule-fields.js';
import { DIRECTION_WORDS, definitionInWords, KIND_WORDS, ruleInWords } from './rule-words.js';

export interface MeasureProps {
  readonly viewer: Viewer;
  readonly shown: MeasuresPage;
  readonly measure: MeasureShown;
  readonly typed: Typed;
  readonly mayChange: boolean;
}

export const IndicatorMeasure = ({
  indicator,
  at,
  typed,
  mayChange,
  shown,
}: MeasureProps & { readonly indicator: PlannedIndicator; readonly at: number }): Child => {
  const { definition, rule, target, text, weight, isProposed } = indicator;
  const { rules } = shown.page.year.rules;
  const name = (field: string): string => `i${at}.${field}`;
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, said]) => ({ value, text: said }));
  const effective = definition === null ? null : (rule ?? ruleFor(rules, definition));
  const planned =
    target === null ? null : `Dal piano. ${targetInWords({ target })} Si cambia con una variazione.`;
  return (
    <fieldset class="tr-panel tr-line">
      <legend>{text}</legend>
      <p>
        {definition === null || effective === null
          ? 'Solo a parole: nella proposta del grado non conta.'
          : `${definitionInWords(definition)}: ${ruleInWords(effective)}${rule === null ? ' (regola del Comune)' : ' (regola sua)'}; peso ${weight === null ? 'come le altre parti' : comma(weight)}${isProposed ? '. Letto dal piano: registrando lo confermi' : ''}.`}
      </p>
      {mayChange ? (
        <>
          <input type="hidden" name={name('id')} value={indicator.id} />
          <input type="hidden" name={name('versione')} value={String(indicator.rowVersion)} />
          <details class="tr-details" open={typed.problems.some(({ field }) => field.startsWith(name('')))}>
            <summary>
              {definition === null ? 'Indica come si misura' : 'Cambia'}
              <span class="visually-hidden">{`: ${text}`}</span>
            </summary>
            <div class="tr-row">
              <Select
                {...{ name: name('kind'), label: 'Tipo', typed }}
                choices={[{ value: '', text: 'Solo a parole, non si misura' }, ...options(KIND_WORDS)]}
                required
              />
              <Select
                {...{ name: name('direction'), label: 'Che cosa si chiede', typed }}
                choices={options(DIRECTION_WORDS)}
              />
            </div>
            <div class="tr-row">
              <Input
                {...{ name: name('target'), label: 'Valore atteso', typed }}
                hint={planned ?? 'Un numero; per una data il giorno (31/10/2023); per un sì o no, «sì».'}
              />
              <Input
                {...{ name: name('baseline'), label: 'Valore di partenza', typed }}
                hint="Vale 0. Vuoto: si conta da zero."
              />
              <Input {...{ name: name('unit'), label: 'Unità', typed }} hint="Per esempio giorni, utenti." />
              <Input
                {...{ name: name('weight'), label: "Peso dentro l'obiettivo", typed }}
                inputmode="decimal"
                hint="Vuoto: come le altre parti senza peso."
              />
            </div>
            <RuleFields
              at={`i${at}.`}
              typed={typed}
              label="Regola"
              none={`Quella del Comune${definition === null ? '' : ` (${ruleInWords(ruleFor(rules, definition))})`}`}
              rules={ALL_RULES}
            />
          </details>
        </>
      ) : null}
    </fieldset>
  );
};

/** Only where something was set before: then it changes by an act, or as a correction. */
export const MeasureChanged = ({ viewer, measure: { objective, phases }, typed }: MeasureProps): Child => {
  const isSet = objective.indicators.some(({ isProposed }) => !isProposed) || phases.some((one) => one.isSet);
  if (!isSet || viewer.town.mode === 'trial') return null;
  return (
    <fieldset class="tr-panel tr-line">
      <legend>Se cambia qualcosa di già stabilito</legend>
      <p class="tr-hint">
        Ciò che era già registrato cambia con un atto, oppure come correzione di un errore. Ciò che si indica
        per la prima volta completa il piano e non ne ha bisogno.
      </p>
      <Select
        {...{ name: 'change.kind', label: 'Perché cambia', typed }}
        choices={[
          { value: '', text: 'Non cambia nulla di già stabilito' },
          { value: 'act', text: 'Lo cambia un atto' },
          { value: 'correction', text: 'È la correzione di un errore materiale' },
        ]}
        required
      />
      <div class="tr-row">
        <Select
          {...{ name: 'change.organ', label: "Organo dell'atto", typed }}
          choices={ORGANS.map((organ) => ({ value: organ, text: ORGANS_IN_WORDS[organ][0] }))}
        />
        <Input {...{ name: 'change.number', label: "Numero dell'atto", typed }} autocomplete="off" />
        <Input {...{ name: 'change.date', label: "Data dell'atto", typed }} type="date" max={viewer.today} />
      </div>
      <TextArea {...{ name: 'change.reason', label: 'Motivo', typed }} rows={2} />
    </fieldset>
  );
};
