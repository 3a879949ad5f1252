/** *Capofila*: which sector answers for an objective that several share; on a plan in force, with a reason. */
import type { FC } from 'hono/jsx';
import type { ObjectiveDetail } from '../../../store/plan/objectives.js';
import type { ConfirmPage } from '../../queries/confirm-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Select, TextArea, type Typed } from '../fields.js';

const NOBODY = 'nessuno: ogni settore risponde per sé';

/** What the form of an objective sends for no lead sector at all. */
export const EACH_FOR_ITSELF = 'ognuno';

interface LeadProps {
  readonly viewer: Viewer;
  readonly objective: ObjectiveDetail;
  /** `null`: not sent yet. */
  readonly typed: Typed | null;
}

/** On the page of the objective. */
export const LeadForm: FC<LeadProps> = ({ viewer, objective, typed }) => {
  const values = typed ?? blank({ sector: objective.lead ?? EACH_FOR_ITSELF });
  return (
    <section aria-label="Capofila">
      <details class="tr-details" open={typed !== null}>
        <summary>Cambia il capofila</summary>
        <p class="tr-hint">
          Il capofila risponde per tutti: gli altri settori non ricevono più avvisi su questo obiettivo. Il
          peso resta in ciascun settore. Se togli il capofila, ciò che è ancora aperto torna a carico di
          ciascuno.
        </p>
        <ErrorSummary typed={values} of="capofila" />
        <CommandForm viewer={viewer} action={`/obiettivi/${objective.id}/capofila`}>
          <Select
            name="sector"
            of="capofila"
            label="Risponde"
            typed={values}
            required
            choices={[
              { value: EACH_FOR_ITSELF, text: NOBODY },
              ...objective.sectors.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <TextArea name="reason" of="capofila" label="Motivo" typed={values} rows={3} required />
          <button type="submit" class="btn btn-outline-primary">
            Registra
          </button>
        </CommandForm>
      </details>
    </section>
  );
};

/** On the confirmation of a plan, for each objective of several sectors. */
export const LeadQuestions: FC<{ readonly page: ConfirmPage; readonly typed: Typed }> = ({ page, typed }) =>
  page.shared.length === 0 ? null : (
    <section class="tr-panel" aria-labelledby="capofila">
      <h2 id="capofila">{`Obiettivi comuni a più settori (${page.shared.length})`}</h2>
      <p class="tr-lead">
        Ogni settore risponde per sé, a meno che un capofila risponda per tutti. Il peso resta in ciascun
        settore.
      </p>
      {page.shared.map(({ id, number, title, sectors }) => (
        <Select
          name={`lead-${id}`}
          label={`Capofila di «${number === null ? title : `${number} – ${title}`}»`}
          typed={typed}
          choices={[
            { value: '', text: NOBODY },
            ...sectors.map((sector) => ({ value: sector.id, text: sector.name })),
          ]}
        />
      ))}
    </section>
  );
