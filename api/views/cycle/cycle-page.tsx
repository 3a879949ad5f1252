/** *Il ciclo*: the year as a line of steps, what each waits for, what the norm says, where one acts. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { CyclePage } from '../../queries/cycle-page.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type CycleFormProps, ReasonForm } from './cycle-forms.js';
import { CycleStepView } from './cycle-step.js';
import { inSentence, ORDER_WORDS } from './cycle-words.js';

interface CycleProps extends CycleFormProps {
  readonly frame: Frame;
}

export const CyclePageView: FC<CycleProps> = (props) => {
  const { frame, page, viewer } = props;
  const { cycle, facts, steps, may } = page;
  return (
    <Page frame={frame} title="Il ciclo" subtitle={`Piano ${cycle.year}`}>
      <Years page={page} />
      <p class="tr-lead">{whereItStands(page)}</p>
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
      <p class="tr-hint">
        {`Ordine della chiusura: ${ORDER_WORDS[facts.rules.order]}. I termini sono quelli del Comune; quelli delle norme stanno nel `}
        {viewer.roles.some(({ role }) => role !== 'head') ? (
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

function whereItStands({ cycle, current, facts, closing, round }: CyclePage): string {
  if (closing !== null) {
    const by = closing.by === null ? '' : ` da ${closing.by}`;
    const left =
      closing.leftOpen === 0
        ? ''
        : ` Rimasto aperto: ${counted(closing.leftOpen, 'adempimento', 'adempimenti')}.`;
    const why = closing.reason === null ? '' : ` Motivo: ${closing.reason}`;
    const on = cycle.closedOn === null ? '' : ` ${italianDate(cycle.closedOn)}`;
    return `Il ciclo ${cycle.year} è chiuso${on}${by}.${left}${why}`;
  }
  const again = round > 1 ? ' La Relazione non è stata validata: si prepara di nuovo.' : '';
  return `Il ciclo ${cycle.year} è in corso. Il primo passo che si attende: ${inSentence(current, facts)}.${again}`;
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
