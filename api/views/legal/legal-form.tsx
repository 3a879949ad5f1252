/** What the town says for its *Calendario normativo*: when it did things, the deferral, its size. */
import type { FC } from 'hono/jsx';
import type { LegalRuleId } from '../../../domain/cycle/legal/legal-rule.js';
import { LEGAL_RULES, RECORDED } from '../../../domain/cycle/legal/legal-rules.js';
import { FORM_FIELDS, typedLegal } from '../../commands/cycle/legal-asked.js';
import { isOfTheCycle, type LegalPage } from '../../queries/legal-page.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';

/** The values of a year as if somebody had typed them. */
export function legalValues({ settings, year }: LegalPage): Readonly<Record<string, string>> {
  const { done, ...said } = typedLegal(settings, year);
  return {
    [FORM_FIELDS.population]: said.population,
    [FORM_FIELDS.employees]: said.employees,
    [FORM_FIELDS.deferralTerm]: said.deferralTerm,
    [FORM_FIELDS.deferralAct]: said.deferralAct,
    ...Object.fromEntries(RECORDED.map((rule) => [FORM_FIELDS.done(rule), done[rule] ?? ''])),
  };
}

/** The day of an obligation that is concluded stands there, and is changed there. */
const isConcluded = ({ duties }: LegalPage, rule: LegalRuleId): boolean =>
  duties.some((duty) => duty.rule === rule && duty.state === 'done');

/** What *Il ciclo* says is not asked twice; a day that was typed before can be taken away. */
const isAsked = (page: LegalPage, rule: LegalRuleId): boolean =>
  !isConcluded(page, rule) &&
  (!isOfTheCycle(page, rule) || page.settings.years[String(page.year)]?.done[rule] !== undefined);

interface FormProps {
  readonly viewer: Viewer;
  readonly page: LegalPage;
  readonly typed: Typed;
  /** Mark of what stood there. */
  readonly seen: string;
}

export const LegalForm: FC<FormProps> = ({ viewer, page, typed, seen }) => {
  const { year, calendar, piaoFromPlan } = page;
  const listed = page.settings.years[String(year)]?.deferral == null ? calendar.deferral : null;
  return (
    <section class="tr-panel" aria-labelledby="dati-del-comune">
      <h2 id="dati-del-comune">{`I dati del Comune per il ${year}`}</h2>
      <p class="tr-lead">
        I termini si ricalcolano, e con loro le scadenze che ne hai fatto; quelle del Piano restano come sono.
        Indicare quando è stato fatto conclude la scadenza.
      </p>
      <ErrorSummary typed={typed} />
      <CommandForm viewer={viewer} action="/calendario-normativo" class="tr-form tr-legal-form">
        <input type="hidden" name="anno" value={String(year)} />
        <input type="hidden" name="visto" value={seen} />
        <fieldset>
          <legend>Quando è stato fatto</legend>
          <div class="tr-legal-dates">
            {RECORDED.filter((rule) => isAsked(page, rule)).map((rule) => (
              <Input
                name={FORM_FIELDS.done(rule)}
                label={LEGAL_RULES.find(({ id }) => id === rule)?.act ?? rule}
                type="date"
                max={viewer.today}
                typed={typed}
                {...(rule === 'piao' && piaoFromPlan !== null
                  ? { hint: 'Vuoto: vale il giorno in cui è stato approvato il Piano.' }
                  : {})}
              />
            ))}
          </div>
          {page.fromCycle === null ? null : (
            <p class="tr-hint">
              {'Monitoraggi, Relazione, validazione e pubblicazione si registrano in '}
              <a href={`/ciclo?anno=${year}`}>Il ciclo</a>, e qui arrivano da soli.
            </p>
          )}
        </fieldset>
        <fieldset>
          <legend>{`Termine del bilancio ${year}`}</legend>
          <p class="tr-hint">
            {listed === null
              ? 'Se un decreto lo differisce, scrivilo qui appena esce.'
              : `Già noto: ${listed.act}. Scrivi qui solo un decreto successivo.`}
          </p>
          <div class="tr-row">
            <Input name={FORM_FIELDS.deferralTerm} label="Differito al" type="date" typed={typed} />
            <Input name={FORM_FIELDS.deferralAct} label="Da quale atto" typed={typed} />
          </div>
        </fieldset>
        <fieldset>
          <legend>Dimensione del Comune</legend>
          <div class="tr-row">
            <Input name={FORM_FIELDS.population} label="Abitanti" inputmode="numeric" typed={typed} />
            <Input name={FORM_FIELDS.employees} label="Dipendenti" inputmode="numeric" typed={typed} />
          </div>
        </fieldset>
        <button type="submit" class="btn btn-primary">
          Salva
        </button>
      </CommandForm>
    </section>
  );
};
