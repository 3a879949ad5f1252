/** *Il ciclo*: the year as a line of steps, what each waits for, what the norm says, where one acts. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { CyclePage } from '../../queries/cycle-page.js';
import { reachOf } from '../../rights.js';
import { FormGone } from '../form-gone.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type CycleFormProps, hasForm, ReasonForm } from './cycle-forms.js';
import { CycleStepView } from './cycle-step.js';
import { inSentence, ORDER_WORDS } from './cycle-words.js';
import { Observed } from './observed.js';

interface CycleProps extends CycleFormProps {
  readonly frame: Frame;
}

export const CyclePageView: FC<CycleProps> = (props) => {
  const { frame, page, viewer } = props;
  const { cycle, facts, steps, may } = page;
  return (
    <Page frame={frame} title="Il ciclo" subtitle={`Piano ${cycle.year}`}>
      {props.sent !== null && !hasForm(props) ? <FormGone problems={props.sent.typed.problems} /> : null}
      <Years page={page} />
      <p class="tr-lead">{whereItStands(page)}</p>
      <Observed observed={page.observed} />
      <ol class="tr-year">
        {steps.map((step) => (
          <CycleStepView {...props} step={step} />
        ))}
      </ol>
      {may.close ? (
        <ReasonForm
          {...props}
          path="chiudi"
          summary="Chiudi il ciclo"
          label="Perché si chiude"
          hint="Si chiude da sé la mattina dopo la pubblicazione. Chiuso prima, ciò che manca resta non fatto e nessuno riceve altri avvisi."
        />
      ) : null}
      {may.reopen ? (
        <ReasonForm
          {...props}
          path="riapri"
          summary="Riapri il ciclo"
          label="Perché si riapre"
          hint="Ciò che la chiusura aveva lasciato aperto è di nuovo dovuto. Gli atti registrati restano; il ciclo si richiude la mattina dopo un nuovo atto, o con «Chiudi il ciclo»."
        />
      ) : null}
      <p class="tr-hint">
        {`Ordine della chiusura: ${ORDER_WORDS[facts.rules.order]}. I termini sono quelli del Comune`}
        {reachOf(viewer.roles, 'terms.read') === null ? null : (
          <>
            {' ('}
            <a href="/ciclo/termini">Termini del ciclo</a>
            {')'}
          </>
        )}
        {'; quelli delle norme stanno nel '}
        {reachOf(viewer.roles, 'legal-calendar.read') !== null ? (
          <a href={`/calendario-normativo?anno=${cycle.year}`}>Calendario normativo</a>
        ) : (
          'Calendario normativo'
        )}
        {'.'}
      </p>
    </Page>
  );
};

export const NoCycleView: FC<{ readonly frame: Frame }> = ({ frame }) => (
  <Page frame={frame} title="Il ciclo">
    <p class="tr-empty">Il ciclo comincia quando il piano è approvato e confermato qui.</p>
  </Page>
);

function whereItStands({ cycle, current, facts, closing, reopening, round }: CyclePage): string {
  if (closing !== null) {
    const by = closing.by === null ? '' : ` (${closing.by})`;
    const left =
      closing.leftOpen === 0
        ? ''
        : ` Da allora non ${closing.leftOpen === 1 ? 'è più dovuto' : 'sono più dovuti'} ${counted(closing.leftOpen, 'adempimento', 'adempimenti')}.`;
    const why = closing.reason === null ? '' : ` Motivo: ${closing.reason}`;
    const on = cycle.closedOn === null ? '' : ` da ${italianDate(cycle.closedOn)}`;
    return `Il ciclo ${cycle.year} è chiuso${on}${by}.${left}${why}`;
  }
  const again = round > 1 ? ' La Relazione non è stata validata: si prepara di nuovo.' : '';
  const reopened =
    reopening === null
      ? ''
      : ` Riaperto ${italianDate(reopening.on)}${reopening.by === null ? '' : ` da ${reopening.by}`}. Motivo: ${reopening.reason}`;
  const waits =
    current === 'closed'
      ? ' Nessun passo è atteso.'
      : ` Il primo passo ancora aperto: ${inSentence(current, facts)}.`;
  return `Il ciclo ${cycle.year} è in corso.${waits}${again}${reopened}`;
}

const Years = ({ page }: { readonly page: CyclePage }): Child =>
  page.years.length < 2 ? null : (
    <nav class="tr-tabs tr-years" aria-label="Anno del piano">
      {page.years.map((year) => (
        <a href={`/ciclo?anno=${year}`} {...(year === page.cycle.year ? { 'aria-current': 'page' } : {})}>
          {String(year)}
        </a>
      ))}
    </nav>
  );
