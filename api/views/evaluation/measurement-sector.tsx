/** *Misurazione* of a sector: objective by objective what was planned, claimed, proposed, decided; its payment times. */
import type { Child, FC } from 'hono/jsx';
import { counted, italianPoints } from '../../../mail/italian-numbers.js';
import type { ObjectiveMeasured } from '../../queries/measured-year.js';
import { Fact } from '../board/my-deadlines.js';
import { blank, CommandForm } from '../fields.js';
import { FormGone } from '../form-gone.js';
import { italianMoment } from '../italian-time.js';
import { targetInWords } from '../monitoring/submission-read.js';
import { titleOf, weightInWords } from '../obligations/obligation-parts.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { DecisionForms } from './decision-forms.js';
import type { SectorProps } from './measurement-props.js';
import {
  BASES,
  paymentGateInWords,
  pointsGateInWords,
  proposalInWords,
  stepInWords,
  totalInWords,
  verdictInWords,
} from './measurement-words.js';
import { PaymentTimesForm } from './payment-times-form.js';
import { Phases } from './sheet-line.js';

export const MeasurementSectorView: FC<SectorProps & { readonly frame: Frame }> = ({ frame, ...props }) => {
  const { viewer, page, sector, refused } = props;
  const { rules, cycle } = page.year;
  const isGone = refused !== null && !hasForm(props, refused);
  return (
    <Page
      frame={frame}
      title="Misurazione"
      subtitle={`${viewer.town.settings.words.sector} ${sector.name}, piano ${cycle.year}`}
      back={{ href: `/misurazione?anno=${cycle.year}`, text: 'Tutti i settori' }}
    >
      {isGone ? <FormGone problems={refused.typed.problems} /> : null}
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Totale">
          {totalInWords(sector.total, rules.rules.shownPlaces)}
          {sector.total.total === null ? (
            <span class="tr-due-note">
              {counted(sector.total.open.length, 'ancora aperto', 'ancora aperti')}
            </span>
          ) : null}
        </Fact>
        <Fact label="Parte legata ai punti">{pointsGateInWords(sector.points)}</Fact>
        <Fact label="Tempi di pagamento">
          {sector.pay === null ? 'Non indicati' : paymentGateInWords(sector.pay)}
        </Fact>
        {sector.sheet === null ? null : (
          <Fact label="Autovalutazione">
            <a href={`/autovalutazione/${sector.sheet.id}`}>Apri la scheda</a>
          </Fact>
        )}
      </dl>
      {page.may.decide ? <Minutes {...props} /> : null}
      <AsClaimed {...props} />
      {sector.objectives.map((measured) => (
        <OneObjective {...props} measured={measured} />
      ))}
      {page.may.record ? <PaymentTimesForm {...props} /> : null}
    </Page>
  );
};

/** The draft of the minutes, to complete and sign; the signed file comes back beside its act in *Misurazione*. */
const Minutes = ({ page, sector }: SectorProps): Child => {
  const at = (format: string): string =>
    `/misurazione/settori/${sector.id}/verbale.${format}?anno=${page.year.cycle.year}`;
  return (
    <p>
      {`Verbale ${page.year.rules.rules.evaluator === 'mayor' ? 'di' : 'con la proposta di'} valutazione: `}
      <a href={at('docx')}>Word</a>
      {', '}
      <a href={at('pdf')}>PDF</a>
    </p>
  );
};

const hasForm = ({ page, sector }: SectorProps, { form, objective }: NonNullable<SectorProps['refused']>) =>
  (form === 'pagamenti' && page.may.record) ||
  (form !== 'conferma' && sector.objectives.some((one) => one.objective.id === objective));

/** Objectives that were claimed and not decided: one button decides all of them as claimed. */
const AsClaimed = ({ viewer, page, sector }: SectorProps): Child => {
  const ready = sector.objectives.filter(
    ({ isLed, assessment: { stands } }) =>
      !isLed && stands.decided === null && stands.selfEvaluated?.is === 'degree',
  );
  return !page.may.decide || ready.length === 0 ? null : (
    <CommandForm viewer={viewer} action={`/misurazione/settori/${sector.id}/conferma`}>
      <input type="hidden" name="anno" value={String(page.year.cycle.year)} />
      <button type="submit" class="btn btn-outline-primary">
        {`Decidi come autovalutato ${ready.length === 1 ? "l'obiettivo" : `i ${ready.length} obiettivi`} senza decisione`}
      </button>
    </CommandForm>
  );
};

const OneObjective = (props: SectorProps & { readonly measured: ObjectiveMeasured }): Child => {
  const { page, sector, measured, refused } = props;
  const { objective, proposal, assessment, isLed, place } = measured;
  const { stands, claim } = assessment;
  const counted = sector.total.objectives.find(({ id }) => id === objective.id);
  const lead = page.year.sectors.find(({ id }) => id === place.sector)?.name ?? '';
  const title = titleOf({ number: objective.number, objective: objective.title });
  const typed = refused?.objective === objective.id ? refused : null;
  return (
    <section class="tr-panel" id={`obiettivo-${objective.id}`} aria-label={title}>
      <h2>{title}</h2>
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Peso">
          {weightInWords(objective.weight)}
          {counted?.counts == null || counted.counts === objective.weight ? null : (
            <span class="tr-due-note">{`conta ${italianPoints(counted.counts)} dopo la ridistribuzione`}</span>
          )}
        </Fact>
        <Fact label="Proposto dai dati">
          {proposalInWords(proposal)}
          {'basis' in proposal ? <span class="tr-due-note">{BASES[proposal.basis]}</span> : null}
        </Fact>
        <Fact label="Autovalutato">{verdictInWords(stands.selfEvaluated)}</Fact>
        <Fact label="Deciso">
          <strong>{verdictInWords(stands.decided)}</strong>
        </Fact>
        {stands.reason === null ? null : (
          <Fact label={stands.reason.exOfficio ? "Motivazione d'ufficio" : 'Motivazione'}>
            <span class="tr-said">
              {stands.reason.text === '' ? 'Testo cancellato.' : stands.reason.text}
            </span>
          </Fact>
        )}
        {claim === null || claim.evidence === '' ? null : (
          <Fact label="Riscontri">
            <span class="tr-said">{claim.evidence}</span>
          </Fact>
        )}
      </dl>
      {isLed ? (
        <p class="tr-hint">{`Risponde il settore capofila, ${lead}: il grado è quello deciso lì.`}</p>
      ) : null}
      <details class="tr-details">
        <summary>Fasi e indicatori</summary>
        <Phases objective={objective} />
        <ul class="tr-lines">
          {objective.indicators.map((indicator) => (
            <li>
              {indicator.text}
              <span class="tr-due-note">
                {`${targetInWords(indicator)} ${valueInWords(claim?.indicators.find((one) => one.indicator === indicator.id))}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <History {...props} />
      {isLed ? null : <DecisionForms {...props} typed={typed?.typed ?? blank()} form={typed?.form ?? ''} />}
    </section>
  );
};

const valueInWords = (said: { readonly value: string; readonly waiting: boolean } | undefined): string => {
  if (said === undefined || (said.value === '' && !said.waiting)) return 'Nessun valore indicato.';
  return said.waiting ? 'In attesa del dato.' : `Valore indicato: ${said.value}.`;
};

const History = ({ viewer, measured }: SectorProps & { readonly measured: ObjectiveMeasured }): Child =>
  measured.assessment.steps.length === 0 ? null : (
    <details class="tr-details">
      <summary>Storia</summary>
      <ol class="tr-lines">
        {measured.assessment.steps.map((step) => (
          <li>
            {stepInWords(step)}
            <span class="tr-due-note">
              {`${italianMoment(step.at, viewer.town.clock.zone)}${step.personName === null ? '' : `, ${step.personName}`}, regole n. ${step.rules}`}
            </span>
            {'reason' in step.what ? <p class="tr-said">{step.what.reason}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
