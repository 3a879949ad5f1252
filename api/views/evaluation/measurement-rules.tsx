/** *Regole di misurazione*: what the town's SMVP says, kept by number. */
import type { Child, FC } from 'hono/jsx';
import type { ScoringRules } from '../../../domain/scoring/scoring-rules.js';
import type { NumberedRules } from '../../../store/measurement/scoring-rules.js';
import { stepsInWords } from '../../commands/measurement/rule-asked.js';
import { type RuleGroup, ruleOfGroup, valuesOfGroups } from '../../commands/measurement/rules-asked.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { DATE_RULES, FIGURE_RULES, RuleFields } from './rule-fields.js';
import { ruleInWords } from './rule-words.js';

interface RulesProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** Those in force. */
  readonly now: NumberedRules;
  /** All that were kept, latest first. */
  readonly kept: readonly NumberedRules[];
  readonly mayChange: boolean;
  /** What was typed and not taken; `null`: as they are. */
  readonly typed: Typed | null;
}

export const MeasurementRulesView: FC<RulesProps> = ({ frame, ...props }) => (
  <Page
    frame={frame}
    title="Regole di misurazione"
    subtitle={props.now.number === 0 ? 'Quelle di partenza' : `N. ${props.now.number}`}
    back={{ href: '/misurazione', text: 'Misurazione' }}
  >
    <p class="tr-lead">
      Sono i parametri del sistema di misurazione e valutazione del Comune. Da qui viene il grado proposto:
      quello che conta lo decide sempre una persona, e i gradi già decisi non cambiano.
    </p>
    {props.mayChange ? <RulesForm {...props} /> : <InForce {...props} />}
    <Kept {...props} />
  </Page>
);

const RulesForm = ({ viewer, now, typed: given }: Omit<RulesProps, 'frame'>): Child => {
  const typed = given ?? blank(valuesOf(now));
  const select = (name: string, label: string, choices: Readonly<Record<string, string>>, hint?: string) => (
    <Select
      name={name}
      label={label}
      typed={typed}
      choices={Object.entries(choices).map(([value, text]) => ({ value, text }))}
      {...(hint === undefined ? {} : { hint })}
      required
    />
  );
  return (
    <CommandForm viewer={viewer} action="/misurazione/regole" class="tr-form tr-objective-form">
      <ErrorSummary typed={typed} />
      <input type="hidden" name="visto" value={String(now.number)} />
      {select('evaluator', 'Chi decide i gradi', {
        oiv: viewer.town.settings.words.evaluator,
        secretary: viewer.town.settings.words.secretary,
        mayor: 'Sindaco',
      })}
      {RULE_SECTIONS.map(({ group, legend, rules }) => (
        <fieldset class="tr-panel tr-line">
          <legend>{legend}</legend>
          <RuleFields
            {...{ at: `${group}.`, typed, rules, label: 'Regola' }}
            none={`Come adesso: ${inForce(now.rules, group)}`}
          />
        </fieldset>
      ))}
      <p class="tr-hint">
        Un sì o no vale tutto o niente. Un indicatore può avere una regola sua: si sceglie in{' '}
        <a href="/misurazione/criteri">Come si misura</a>.
      </p>
      {select('scale', 'Che cosa sono i pesi del piano', {
        points: 'Punti che fanno 100',
        multiplier: 'Moltiplicatori: il totale è una media su 100',
      })}
      {select('redistribution', 'Il peso di ciò che non è valutabile va', {
        sector: 'a tutti gli altri obiettivi del settore',
        group: 'agli altri dello stesso gruppo (struttura o propri)',
      })}
      <TextArea
        name="bands"
        label="Fasce di punteggio"
        rows={4}
        typed={typed}
        hint="Una per riga: «da 60: 50» vuol dire che da 60 punti spetta il 50 % della parte legata ai punti. Vuoto: in proporzione ai punti."
      />
      <Input name="shownPlaces" label="Decimali mostrati" typed={typed} inputmode="numeric" required />
      <Input
        name="source"
        label="Da dove vengono"
        typed={typed}
        hint="Il sistema di misurazione e l'atto che l'ha approvato."
        required
      />
      <button type="submit" class="btn btn-primary">
        Registra le regole
      </button>
    </CommandForm>
  );
};

const RULE_SECTIONS = [
  { group: 'figures', legend: 'Numeri, percentuali, conteggi, rapporti', rules: FIGURE_RULES },
  { group: 'dates', legend: 'Date: fasi e indicatori con un giorno', rules: DATE_RULES },
] as const satisfies readonly {
  readonly group: RuleGroup;
  readonly legend: string;
  readonly rules: unknown;
}[];

/** What holds now for the indicators of a group. */
function inForce(rules: ScoringRules, group: RuleGroup): string {
  const rule = ruleOfGroup(rules, group);
  return rule === null ? 'regole diverse per tipo' : ruleInWords(rule);
}

const valuesOf = ({ rules, source }: NumberedRules): Readonly<Record<string, string>> => ({
  ...{ evaluator: rules.evaluator, scale: rules.scale, source, redistribution: rules.redistribution },
  ...{ bands: stepsInWords(rules.bands), shownPlaces: String(rules.shownPlaces) },
  ...valuesOfGroups(rules),
});

/** For those who may not change them. */
const InForce = ({ now }: Omit<RulesProps, 'frame'>): Child => (
  <ul class="tr-lines">
    {RULE_SECTIONS.map(({ group, legend }) => (
      <li>{`${legend}: ${inForce(now.rules, group)}.`}</li>
    ))}
    {now.rules.bands.length === 0 ? null : (
      <li>{`Fasce di punteggio: ${stepsInWords(now.rules.bands).replaceAll('\n', '; ')}.`}</li>
    )}
  </ul>
);

const Kept = ({ viewer, kept }: Omit<RulesProps, 'frame'>): Child =>
  kept.length === 0 ? null : (
    <section aria-labelledby="registrate">
      <h2 id="registrate">Registrate finora</h2>
      <ol class="tr-lines" reversed>
        {kept.map(({ number, source, recordedAt, recordedBy }) => (
          <li>
            {`N. ${number}: ${source}`}
            <span class="tr-due-note">
              {`${recordedAt === null ? '' : shortMoment(recordedAt, viewer.town.clock.zone)}${recordedBy === null ? '' : `, ${recordedBy}`}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
