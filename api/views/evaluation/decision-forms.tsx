/** What can be done to one objective's degree now: decide it, take the decision back, write the reason. */
import type { Child } from 'hono/jsx';
import { VERDICTS } from '../../../domain/cycle/self-evaluation-line.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { pointsToDecimal } from '../../../domain/plan/points.js';
import type { ObjectiveMeasured } from '../../queries/measured-year.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from '../fields.js';
import type { SectorProps } from './measurement-props.js';
import { VERDICT_WORDS } from './measurement-words.js';

type DecisionProps = SectorProps & {
  readonly measured: ObjectiveMeasured;
  /** Which form was refused, and what was typed into it. */
  readonly form: string;
  readonly typed: Typed;
};

export const DecisionForms = (props: DecisionProps): Child => {
  const { page, measured, sector, viewer } = props;
  const { decided } = measured.assessment.stands;
  const isOpen = page.year.cycle.state === 'open' && page.year.measurement !== null;
  const isOwn =
    sector.sheet !== null &&
    viewer.roles.some((role) => roleKey(role) === roleKey(sector.sheet?.owner ?? role));
  const mayExplain = isOpen && (isOwn || (page.may.record && !sector.headInOffice));
  return (
    <>
      {page.may.decide && (decided === null || decided.is === 'waiting') ? <Decide {...props} /> : null}
      {page.may.decide && decided !== null ? (
        <Why {...props} name="riapri" title="Riapri il grado" label="Motivo" />
      ) : null}
      {mayExplain ? (
        <Why
          {...props}
          name="motiva"
          title={isOwn ? 'Scrivi o correggi la motivazione' : "Scrivi la motivazione d'ufficio"}
          label="Motivazione"
        />
      ) : null}
    </>
  );
};

const CHOICES = VERDICTS.map((value) => ({ value, text: VERDICT_WORDS[value] }));

const Hidden = ({ page, measured }: DecisionProps): Child => (
  <>
    <input type="hidden" name="anno" value={String(page.year.cycle.year)} />
    <input type="hidden" name="objective" value={measured.objective.id} />
    <input type="hidden" name="seen" value={String(measured.assessment.steps.length)} />
  </>
);

const Decide = (props: DecisionProps): Child => {
  const { viewer, sector, measured, form, typed } = props;
  const mine = form === 'decidi' ? typed : blank(begunWith(measured));
  const of = measured.objective.id;
  return (
    <details class="tr-details" open={form === 'decidi' || measured.assessment.stands.selfEvaluated !== null}>
      <summary>Decidi il grado</summary>
      <CommandForm viewer={viewer} action={`/misurazione/settori/${sector.id}/decidi`} isDraft>
        <ErrorSummary typed={mine} of={of} />
        <Hidden {...props} />
        <Select name="verdict" of={of} label="Esito" typed={mine} choices={CHOICES} required />
        <Input
          name="degree"
          of={of}
          label="Grado di raggiungimento"
          typed={mine}
          inputmode="decimal"
          hint="Da 0 a 100, se l'esito è un grado."
        />
        <TextArea
          name="reason"
          of={of}
          label="Motivazione"
          rows={2}
          typed={mine}
          hint="Serve se il grado è sotto 100 e il Responsabile non l'ha scritta, o se non è valutabile. Se lui l'ha scritta, nella Relazione va la sua."
        />
        <Input name="waitingFor" of={of} label="Quale dato si attende" typed={mine} />
        <Input name="until" of={of} type="date" label="Fino al" typed={mine} />
        <button type="submit" class="btn btn-primary">
          Registra la decisione
        </button>
      </CommandForm>
    </details>
  );
};

/** What was claimed, else what the data propose. */
function begunWith({ assessment, proposal }: ObjectiveMeasured): Readonly<Record<string, string>> {
  const claimed = assessment.stands.selfEvaluated;
  const degree =
    claimed?.is === 'degree' ? claimed.degree : proposal.is === 'degree' ? proposal.degree : null;
  return {
    verdict: claimed?.is ?? 'degree',
    degree: degree === null ? '' : pointsToDecimal(degree).replace('.', ','),
    waitingFor: claimed?.is === 'waiting' ? claimed.for : '',
    until: claimed?.is === 'waiting' ? (claimed.until ?? '') : '',
  };
}

const Why = (
  props: DecisionProps & { readonly name: string; readonly title: string; readonly label: string },
): Child => {
  const { viewer, sector, measured, form, typed, name, title, label } = props;
  const mine = form === name ? typed : blank();
  const of = `${name}-${measured.objective.id}`;
  return (
    <details class="tr-details" open={form === name}>
      <summary>{title}</summary>
      <CommandForm viewer={viewer} action={`/misurazione/settori/${sector.id}/${name}`}>
        <ErrorSummary typed={mine} of={of} />
        <Hidden {...props} />
        <TextArea name="reason" of={of} label={label} rows={3} typed={mine} required />
        <button type="submit" class="btn btn-outline-primary">
          {title}
        </button>
      </CommandForm>
    </details>
  );
};
