/** The outcome of a round: what is still open, and the form that records it as a fact of the year. */
import type { FC } from 'hono/jsx';
import { OUTCOMES } from '../../../domain/cycle/closing-duties.js';
import { counted } from '../../../mail/italian-numbers.js';
import { OUTCOME_WORDS } from '../cycle/cycle-words.js';
import { CommandForm, ErrorSummary, Input, Select, TextArea } from '../fields.js';
import { isSent, type ReviewProps, stepPath, typedIn } from './review-props.js';

export const ReviewOutcome: FC<ReviewProps> = (props) => {
  const { page } = props;
  const { round } = page;
  const open = openThings(props);
  return (
    <section aria-labelledby="esito">
      <h2 id="esito">Esito</h2>
      {round.fact === null ? null : (
        <>
          <p>
            <strong>{round.outcome === null ? '' : OUTCOME_WORDS[round.outcome.is]}</strong>
          </p>
          {round.fact.note === null ? null : <p class="tr-said">{round.fact.note}</p>}
          <p>
            <a href={`/ciclo?anno=${page.cycle.year}#validation`}>In «Il ciclo», da dove si annulla</a>
          </p>
        </>
      )}
      {page.rounds
        .filter(({ number, fact }) => number !== round.number && fact !== null)
        .map(({ number, outcome, fact }) => (
          <p>
            {`${number}ª trasmissione: ${outcome === null ? '' : OUTCOME_WORDS[outcome.is].toLowerCase()}.`}
            {fact?.note == null ? null : <span class="tr-said">{fact.note}</span>}
          </p>
        ))}
      {page.may.outcome ? (
        <>
          {open.length === 0 ? null : (
            <p class="tr-hint">{`Ancora aperto: ${open.join('; ')}. L'esito si può registrare lo stesso.`}</p>
          )}
          <OutcomeForm {...props} />
        </>
      ) : null}
    </section>
  );
};

function openThings({ page }: ReviewProps): readonly string[] {
  const waiting = page.questions.filter(
    ({ state, duty }) => state === 'waiting' && duty === page.round.duty,
  ).length;
  const unsaid = page.criteria.criteria.filter(
    ({ key }) => !page.conclusions.some(({ criterion }) => criterion === key),
  ).length;
  const unseen = new Set(
    page.sectors.flatMap(({ objectives }) =>
      objectives.filter(({ state }) => state !== 'concluded').map(({ measured }) => measured.objective.id),
    ),
  ).size;
  return [
    waiting === 0 ? '' : counted(waiting, 'domanda senza risposta', 'domande senza risposta'),
    unsaid === 0 ? '' : counted(unsaid, 'criterio senza conclusione', 'criteri senza conclusione'),
    unseen === 0 ? '' : counted(unseen, 'obiettivo senza conclusione', 'obiettivi senza conclusione'),
  ].filter((one) => one !== '');
}

const OutcomeForm: FC<ReviewProps> = (props) => {
  const { viewer, page } = props;
  const field = { of: 'esito', typed: typedIn(props, 'esito', { date: viewer.today }) };
  return (
    <details class="tr-details" open={isSent(props, 'esito')}>
      <summary>Registra l'esito</summary>
      <ErrorSummary {...field} />
      <CommandForm viewer={viewer} action={stepPath(props, 'esito')}>
        <input type="hidden" name="round" value={String(page.round.number)} />
        {page.snapshot === null ? null : (
          <input type="hidden" name="istantanea" value={String(page.snapshot)} />
        )}
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
        <Input {...field} name="date" label="Data dell'esito" type="date" max={viewer.today} required />
        <Input {...field} name="protocolNumber" label="Numero di protocollo" autocomplete="off" />
        <Input {...field} name="protocolDate" label="Data di protocollo" type="date" />
        <TextArea
          {...field}
          name="note"
          label="Osservazioni o motivi"
          rows={4}
          hint="Servono se la Relazione non è validata o lo è con osservazioni: una per riga. Le osservazioni tornano in «Il ciclo» dell'anno dopo; non validata, la Relazione torna all'amministrazione e si ritrasmette."
        />
        <p class="tr-hint">Con l'esito l'istruttoria si chiude e le domande senza risposta decadono.</p>
        <button type="submit" class="btn btn-primary">
          Registra l'esito
        </button>
      </CommandForm>
    </details>
  );
};
