/** The forms of *Il ciclo*: a fact with its day and protocol, ready all the same, closing by hand, withdrawing. */
import type { FC } from 'hono/jsx';
import { OUTCOMES } from '../../../domain/cycle/closing-duties.js';
import { type ClosingStep, isAct } from '../../../domain/cycle/closing-rules.js';
import type { KeptFact } from '../../../store/cycle/closing.js';
import type { CyclePage } from '../../queries/cycle-page.js';
import type { Viewer } from '../../viewer.js';
import { OrganAndNumber, ProtocolFields } from '../act-fields.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from '../fields.js';
import { OUTCOME_WORDS, RECORD_WORDS, STEP_PATHS } from './cycle-words.js';

export interface CycleFormProps {
  readonly viewer: Viewer;
  readonly page: CyclePage;
  /** What was sent and could not be recorded: of which form, by its path. */
  readonly sent: { readonly path: string; readonly typed: Typed } | null;
}

/** Is the form that was refused still on the page? In another tab, or by another, its step may be done by now. */
export const hasForm = ({ page: { may, missing, recorded }, sent }: CycleFormProps): boolean =>
  sent !== null &&
  ((sent.path === 'chiudi' && may.close) ||
    (sent.path === 'riapri' && may.reopen) ||
    (sent.path === 'pronta' && may.ready && missing.length > 0) ||
    [...may.record].some((step) => STEP_PATHS[step] === sent.path) ||
    recorded.some(
      ({ id, step, withdrawn }) =>
        withdrawn === null && may.withdraw.has(step) && sent.path === withdrawForm(id),
    ));

const withdrawForm = (fact: string): string => `annulla-${fact}`;

const typedIn = ({ sent }: CycleFormProps, path: string, values: Record<string, string> = {}): Typed =>
  sent?.path === path ? sent.typed : blank(values);

export const RecordForm: FC<CycleFormProps & { readonly step: ClosingStep }> = (props) => {
  const { viewer, page, step } = props;
  const path = STEP_PATHS[step];
  const typed = typedIn(props, path, { date: viewer.today, organ: defaultOrgan(page) });
  const field = { of: path, typed };
  const isMissing = step === 'transmission' && page.missing.length > 0 && !isReady(page);
  return (
    <details class="tr-details" open={props.sent?.path === path}>
      <summary>{RECORD_WORDS[step]}</summary>
      <CommandForm viewer={viewer} action={`/ciclo/${page.cycle.year}/${path}`}>
        <ErrorSummary {...field} />
        {page.snapshot === null ? null : (
          <input type="hidden" name="istantanea" value={String(page.snapshot)} />
        )}
        {step === 'validation' ? (
          <Select
            {...field}
            name="outcome"
            label="Esito"
            required
            choices={[
              { value: '', text: 'Scegli' },
              ...OUTCOMES.map((one) => ({ value: one, text: OUTCOME_WORDS[one] })),
            ]}
          />
        ) : null}
        {isAct(step) ? <OrganAndNumber {...field} /> : null}
        <Input {...field} name="date" label={dayLabel(step)} type="date" max={viewer.today} required />
        {step === 'publication' ? (
          <TextArea
            {...field}
            name="addresses"
            label="Indirizzi delle pagine"
            hint="Uno per riga: dove si leggono la Relazione e il documento di validazione."
            rows={3}
            required
          />
        ) : (
          <ProtocolFields {...field} />
        )}
        {step === 'validation' || isMissing ? (
          <TextArea
            {...field}
            name="note"
            label={isMissing ? 'Perché si trasmette lo stesso' : 'Osservazioni o motivi'}
            hint={
              isMissing
                ? 'Manca ancora qualcosa: è elencato sopra.'
                : 'Servono se la Relazione non è validata o lo è con osservazioni.'
            }
            rows={3}
            required={isMissing}
          />
        ) : null}
        <button type="submit" class="btn btn-primary">
          {RECORD_WORDS[step]}
        </button>
      </CommandForm>
    </details>
  );
};

const defaultOrgan = ({ facts }: CyclePage): string =>
  facts.rules.order === 'with-rendiconto' ? 'consiglio' : 'giunta';

const isReady = ({ steps }: CyclePage): boolean =>
  steps.some(({ id, state }) => id === 'ready' && state === 'done');

function dayLabel(step: ClosingStep): string {
  if (isAct(step)) return "Data dell'atto";
  return step === 'validation' ? "Data dell'esito" : 'Giorno';
}

interface ReasonProps extends CycleFormProps {
  readonly path: 'pronta' | 'chiudi' | 'riapri';
  readonly summary: string;
  readonly label: string;
  readonly hint: string;
}

export const ReasonForm: FC<ReasonProps> = (props) => {
  const { viewer, page, path, summary, label, hint } = props;
  const typed = typedIn(props, path);
  return (
    <details class="tr-details" open={props.sent?.path === path}>
      <summary>{summary}</summary>
      <CommandForm viewer={viewer} action={`/ciclo/${page.cycle.year}/${path}`}>
        <ErrorSummary typed={typed} of={path} />
        <TextArea name="reason" of={path} label={label} hint={hint} typed={typed} rows={3} required />
        <button type="submit" class="btn btn-outline-primary">
          {summary}
        </button>
      </CommandForm>
    </details>
  );
};

/** Of one fact: several on a page have the fact's id in their names. */
export const WithdrawForm: FC<CycleFormProps & { readonly fact: KeptFact }> = (props) => {
  const { viewer, page, fact } = props;
  const path = withdrawForm(fact.id);
  const typed = typedIn(props, path);
  return (
    <details class="tr-details" open={props.sent?.path === path}>
      <summary>
        Annulla la registrazione
        <span class="visually-hidden">{`: ${STEP_PATHS[fact.step]}`}</span>
      </summary>
      <CommandForm viewer={viewer} action={`/ciclo/${page.cycle.year}/annulla`}>
        <input type="hidden" name="fact" value={fact.id} />
        <ErrorSummary typed={typed} of={path} />
        <TextArea
          name="reason"
          of={path}
          label="Perché si annulla"
          hint="Il passo torna aperto. Resta scritto che cosa era stato registrato."
          typed={typed}
          rows={2}
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Annulla la registrazione
        </button>
      </CommandForm>
    </details>
  );
};
