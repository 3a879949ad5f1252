/** *Regole di misurazione*: what the town's SMVP says, kept by number. */
import type { Child, FC } from 'hono/jsx';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import type { NumberedRules } from '../../../store/scoring-rules.js';
import { stepsInWords } from '../../commands/rules-asked.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

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
    {props.mayChange ? <RulesForm {...props} /> : null}
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
    <CommandForm viewer={viewer} action="/misurazione/regole">
      <ErrorSummary typed={typed} />
      <input type="hidden" name="visto" value={String(now.number)} />
      {select('evaluator', 'Chi decide i gradi', {
        oiv: viewer.town.settings.words.evaluator,
        secretary: viewer.town.settings.words.secretary,
        mayor: 'Sindaco',
      })}
      {select('figures', 'Numeri, percentuali, conteggi, rapporti', {
        keep: `Come adesso (${ruleInWords(now.rules.rules.percentage)})`,
        linear: 'In proporzione al valore atteso',
        steps: 'A gradini',
        'all-or-nothing': 'Tutto o niente',
      })}
      <TextArea
        name="steps"
        label="Gradini"
        rows={4}
        typed={typed}
        hint="Uno per riga, dal più basso: «da 50: 50» vuol dire che dal 50 % del valore atteso il grado è 50."
      />
      <Input
        name="perDay"
        label="Punti tolti per ogni giorno dopo una data"
        typed={typed}
        inputmode="decimal"
        hint="Vuoto: resta com'è."
      />
      {select('days', 'Giorni che si contano', { calendar: 'Di calendario', working: 'Lavorativi' })}
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

const RULES: Readonly<Record<AttainmentRule['rule'], string>> = {
  linear: 'in proporzione',
  steps: 'a gradini',
  threshold: 'con una soglia',
  tolerance: 'con una tolleranza',
  'late-days': 'meno qualcosa per giorno',
  'all-or-nothing': 'tutto o niente',
};
const ruleInWords = ({ rule }: AttainmentRule): string => RULES[rule];

function valuesOf({ rules, source }: NumberedRules): Readonly<Record<string, string>> {
  const { percentage, date } = rules.rules;
  return {
    ...{ evaluator: rules.evaluator, figures: 'keep', scale: rules.scale, source },
    steps: percentage.rule === 'steps' ? stepsInWords(percentage.steps) : '',
    perDay: date.rule === 'late-days' ? String(date.perDay / 10_000).replace('.', ',') : '',
    days: date.rule === 'late-days' ? date.days : 'calendar',
    ...{ redistribution: rules.redistribution, bands: stepsInWords(rules.bands) },
    shownPlaces: String(rules.shownPlaces),
  };
}

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
