/** One step of *Il ciclo*: how it stands, its days, what it waits for, what was recorded, what one can do. */
import type { FC } from 'hono/jsx';
import { CLOSING_STEPS, type ClosingStep } from '../../../domain/cycle/closing-rules.js';
import type { RoundPaper } from '../../../domain/cycle/signed-paper.js';
import type { StepId, YearStep } from '../../../domain/cycle/year-step.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { listed } from '../../../mail/italian-numbers.js';
import type { KeptFact } from '../../../store/cycle/closing.js';
import { copyShown } from '../../queries/signed-copies.js';
import { type Action, reachOf } from '../../rights.js';
import { shortDate, shortMoment } from '../italian-time.js';
import { CopyLine } from '../signed/copy-line.js';
import { ROUND_PAPER_NAMES } from '../signed/signed-words.js';
import { actCited } from '../words.js';
import { type CycleFormProps, ReasonForm, RecordForm, WithdrawForm } from './cycle-forms.js';
import {
  daysInWords,
  OUTCOME_WORDS,
  orderInWords,
  stateInWords,
  stepName,
  waitingInWords,
} from './cycle-words.js';

export const CycleStepView: FC<CycleFormProps & { readonly step: YearStep }> = (props) => {
  const { viewer, page, step } = props;
  const { facts, may } = page;
  const [tone, words] = stateInWords(step);
  const name = stepName(step.id, facts);
  const waiting = waitingInWords(step, facts, viewer.town.settings.words.evaluator);
  const order = orderInWords(step, facts);
  const closing = CLOSING_STEPS.find((one) => one === step.id);
  const place = placeOf(props, step.id);
  return (
    <li
      class={`tr-year-step tr-year-${step.state}`}
      id={step.id}
      {...(page.current === step.id ? { 'aria-current': 'step' } : {})}
    >
      <h2>{name}</h2>
      <p class="tr-badges">
        <span class={`tr-badge tr-badge-${tone}`}>{words}</span>
      </p>
      {daysInWords(step).map((line) => (
        <p class="tr-year-day">{line}</p>
      ))}
      {closing === undefined || step.late === 0 || facts.rules.lateRule === null ? null : (
        <p class="tr-due-note">{`Le regole dell’ente sul ritardo: ${facts.rules.lateRule}`}</p>
      )}
      {step.id === 'ready' && step.state !== 'ahead' && page.missing.length > 0 ? (
        <Missing {...props} />
      ) : waiting === null ? null : (
        <p>{waiting}</p>
      )}
      {order === null ? null : <p class="tr-due-note">{order}</p>}
      {page.recorded
        .filter((fact) => fact.step === step.id || (fact.kind === 'ready' && step.id === 'ready'))
        .filter((fact) => (fact.kind === 'ready') === (step.id === 'ready'))
        .map((fact) => (
          <Fact {...props} fact={fact} />
        ))}
      <p class="tr-year-links">
        {place === null ? null : <a href={place.href}>{place.text}</a>}
        {step.norm === null || reachOf(viewer.roles, 'legal-calendar.read') === null ? null : (
          <a href={`/calendario-normativo?anno=${page.cycle.year}#${step.norm}`}>
            Che cosa dice la norma
            <span class="visually-hidden">{`: ${name}`}</span>
          </a>
        )}
      </p>
      {closing !== undefined && may.record.has(closing) ? <RecordForm {...props} step={closing} /> : null}
      {step.id === 'ready' && may.ready && page.missing.length > 0 ? (
        <ReasonForm
          {...props}
          path="pronta"
          summary="Vai avanti lo stesso"
          label="Perché si va avanti"
          hint="Il Nucleo lo legge. Ciò che manca resta dovuto."
        />
      ) : null}
    </li>
  );
};

/** Where one acts; `null`: here, or nowhere, or not this viewer. */
function placeOf({ viewer, page }: CycleFormProps, id: StepId) {
  const { year } = page.cycle;
  const may = (action: Action): boolean => reachOf(viewer.roles, action) !== null;
  if (id === 'variations')
    return { href: `/piano/variazioni?anno=${year}`, text: 'Le variazioni e i loro atti' };
  if (id === 'plan') return { href: `/piano?anno=${year}`, text: 'Il piano e i suoi atti' };
  if (id === 'objectives') return { href: `/obiettivi?anno=${year}`, text: 'Gli obiettivi' };
  if (id === 'self-evaluation' || id === 'measurement')
    return may('measurement.read')
      ? { href: `/misurazione?anno=${year}`, text: 'Autovalutazioni e gradi' }
      : null;
  if (id.startsWith('monitoring-'))
    return may('monitoring.read')
      ? { href: `/monitoraggio?anno=${year}`, text: 'I monitoraggi dei settori' }
      : null;
  return null;
}

const Missing: FC<CycleFormProps> = ({ page: { missing, facts } }) => {
  const steps = [...new Set(missing.map(({ step }) => step))];
  return (
    <>
      <p>Manca ancora:</p>
      <ul>
        {steps.map((id) => {
          const who = missing.flatMap((one) => (one.step === id && one.who !== null ? [one.who] : []));
          return (
            <li>
              <a href={`#${id}`}>{stepName(id, facts)}</a>
              {who.length === 0 ? null : `: ${listed(who)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Fact: FC<CycleFormProps & { readonly fact: KeptFact }> = (props) => {
  const { viewer, page, fact } = props;
  const { act, outcome, withdrawn, protocolNumber, protocolOn } = fact;
  const said = [
    outcome === null ? null : OUTCOME_WORDS[outcome],
    act === null ? null : actCited(act),
    protocolNumber === null
      ? null
      : `prot. ${protocolNumber}${protocolOn === null ? '' : ` del ${shortDate(protocolOn)}`}`,
  ].filter((one) => one !== null);
  const { zone } = viewer.town.clock;
  return (
    <div class={withdrawn === null ? 'tr-year-fact' : 'tr-year-fact tr-year-withdrawn'}>
      <p>
        {`${italianDate(fact.on)}${said.length === 0 ? '' : ` – ${said.join(', ')}`}`}
        <span class="tr-hint">{` Registrato il ${shortMoment(fact.recordedAt, zone)}${fact.recordedBy === null ? '' : ` da ${fact.recordedBy}`}.`}</span>
      </p>
      {fact.note === null ? null : <p class="tr-said">{fact.note}</p>}
      {fact.addresses.length === 0 ? null : (
        <ul>
          {fact.addresses.map((address) => (
            <li>
              <a href={address} rel="noreferrer">
                {address}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Copies {...props} />
      {withdrawn === null ? (
        page.may.withdraw.has(fact.step) ? (
          <WithdrawForm {...props} fact={fact} />
        ) : null
      ) : (
        <p>{`Annullata il ${shortMoment(withdrawn.at, zone)}: ${withdrawn.because ?? ''}`}</p>
      )}
    </div>
  );
};

/** What came back signed of it: its act, or the papers of its round. */
const Copies: FC<CycleFormProps & { readonly fact: KeptFact }> = ({ viewer, page, fact }) => {
  const { recorded, copies } = page;
  const { step, kind, act, round, withdrawn } = fact;
  if (kind !== 'done' || withdrawn !== null) return null;
  if (act !== null)
    return <CopyLine shown={copyShown(copies, viewer, { kind: 'act', of: act.id })} named={actCited(act)} />;
  const sent = recorded.find(
    (one) => one.step === 'transmission' && one.kind === 'done' && one.round === round,
  );
  return sent === undefined
    ? null
    : (PAPERS_OF_STEP[step] ?? []).map((paper) => (
        <CopyLine
          shown={copyShown(copies, viewer, { kind: paper, of: sent.obligation })}
          named={ROUND_PAPER_NAMES[paper]}
          isNamed
        />
      ));
};

const PAPERS_OF_STEP: Readonly<Partial<Record<ClosingStep, readonly RoundPaper[]>>> = {
  transmission: ['transmission'],
  validation: ['validation', 'report'],
};
