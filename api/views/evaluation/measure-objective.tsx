/** *Come si misura* of one objective: its phases with what they count, its indicators with definition, rule and weight. */
import type { Child, FC } from 'hono/jsx';
import { dueOf } from '../../../domain/obligations/obligation.js';
import { comma } from '../../commands/measurement/rule-asked.js';
import type { PhaseShown } from '../../queries/measures-page.js';
import { CommandForm, ErrorSummary, Input } from '../fields.js';
import { shortDate } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { IndicatorMeasure, MeasureChanged, type MeasureProps } from './measure-fields.js';
import { BASES } from './measurement-words.js';
import { basisOf, Changes } from './measures.js';
import { ruleInWords } from './rule-words.js';

interface ObjectiveProps extends MeasureProps {
  readonly frame: Frame;
}

export const MeasureObjectiveView: FC<ObjectiveProps> = (props) => {
  const { frame, viewer, shown, measure, typed, mayChange } = props;
  const { objective, phases, sectors } = measure;
  const { year } = shown.page;
  const place = `/misurazione/criteri/${objective.id}`;
  const basis = basisOf(measure);
  const parts = (
    <>
      <section aria-labelledby="fasi">
        <h2 id="fasi">Fasi</h2>
        {phases.length === 0 ? (
          <p>Nessuna fase con una data sua: si guarda se l'obiettivo è concluso.</p>
        ) : (
          <>
            <p class="tr-lead">{`Si misurano così: ${ruleInWords(year.rules.rules.rules.date)}.`}</p>
            <div class="tr-panel">
              {phases.map((phase, at) => (
                <Phase {...props} phase={phase} at={at} />
              ))}
              {mayChange ? (
                <p class="tr-hint">
                  Il peso è dentro l'obiettivo, da 0 a 100. Vuoto: come le altre parti senza peso.
                </p>
              ) : null}
            </div>
          </>
        )}
      </section>
      <section aria-labelledby="indicatori">
        <h2 id="indicatori">Indicatori</h2>
        {objective.indicators.length === 0 ? <p>Il piano non ne ha.</p> : null}
        {objective.indicators.map((indicator, at) => (
          <IndicatorMeasure {...props} indicator={indicator} at={at} />
        ))}
      </section>
    </>
  );
  return (
    <Page
      frame={frame}
      title="Come si misura"
      subtitle={titleOf({ number: objective.number, objective: objective.title })}
      back={{ href: `/misurazione/criteri?anno=${year.cycle.year}`, text: 'Tutti gli obiettivi' }}
    >
      <p>
        {`${sectors.join(', ')}. Il grado si propone ${basis === 'by-hand' ? 'a mano: non ci sono parti che si misurano' : BASES[basis]}.`}
      </p>
      {mayChange ? (
        <CommandForm viewer={viewer} action={place} class="tr-form tr-objective-form">
          <ErrorSummary typed={typed} />
          <input type="hidden" name="anno" value={String(year.cycle.year)} />
          <input type="hidden" name="indicatori" value={String(objective.indicators.length)} />
          <input type="hidden" name="fasi" value={String(phases.length)} />
          {parts}
          <MeasureChanged {...props} />
          <button type="submit" class="btn btn-primary">
            Registra come si misura
          </button>
        </CommandForm>
      ) : (
        parts
      )}
      <Changes viewer={viewer} changes={shown.changes.filter((one) => one.objective.id === objective.id)} />
    </Page>
  );
};

const Phase = ({
  phase,
  at,
  typed,
  mayChange,
}: MeasureProps & { readonly phase: PhaseShown; readonly at: number }): Child => {
  const due = dueOf(phase);
  const when = phase.recurs
    ? 'più volte: conta la media'
    : due === null
      ? 'senza data'
      : `entro il ${shortDate(due)}`;
  const isWhole = phase.milestone === null;
  const said = `${phase.phrase ?? (isWhole ? "L'obiettivo intero" : 'Fase')} (${when})`;
  const weight = phase.weight === null ? 'come le altre parti' : comma(phase.weight);
  const name = `f${at}.weight`;
  return (
    <>
      <input type="hidden" name={`f${at}.id`} value={phase.milestone ?? ''} />
      {mayChange && !phase.isOfThePlan && !isWhole ? (
        <Input {...{ name, label: `Peso di: ${said}`, typed }} inputmode="decimal" />
      ) : (
        <>
          <input type="hidden" name={name} value={typed.values[name] ?? ''} />
          <p>{`${said}: peso ${weight}${phase.isOfThePlan ? ', scritto nel piano' : ''}.`}</p>
        </>
      )}
    </>
  );
};
