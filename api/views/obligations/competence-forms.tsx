/** *A chi spetta*: the Segretario gives an obligation to another role, or leaves it with whoever said it is not theirs. */
import type { FC } from 'hono/jsx';
import type { ObligationPage } from '../../queries/obligation-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Select, TextArea, type Typed } from '../fields.js';
import { townWords } from '../page/frame.js';

interface CompetenceProps {
  readonly viewer: Viewer;
  readonly page: ObligationPage;
  /** `null`: not sent yet. */
  readonly typed: Readonly<Record<'resta' | 'passa', Typed | null>>;
}

export const CompetenceForms: FC<CompetenceProps> = ({ viewer, page, typed }) => {
  const isAsked = page.answers.disclaimed.some(({ ruling }) => ruling === null);
  const reassign = <ReassignForm viewer={viewer} page={page} typed={typed} />;
  return (
    <section class={isAsked ? 'tr-panel tr-panel-alert' : 'tr-panel'} aria-labelledby="competenza">
      <h2 id="competenza">A chi spetta</h2>
      {isAsked ? (
        <>
          <p>
            Chi ha ricevuto gli avvisi risponde che non è di sua competenza. Decidi: fino ad allora gli avvisi
            continuano ad arrivare lì.
          </p>
          <LeaveForm viewer={viewer} page={page} typed={typed} />
          {reassign}
        </>
      ) : (
        <details class="tr-details" open={typed.passa !== null}>
          <summary>Passa la scadenza a un altro ruolo</summary>
          {reassign}
        </details>
      )}
    </section>
  );
};

const LeaveForm: FC<CompetenceProps> = ({ viewer, page, typed }) => {
  const values = typed.resta ?? blank();
  const { obligation } = page.term;
  return (
    <>
      <h3>Resta a chi ha risposto</h3>
      <ErrorSummary typed={values} of="resta" />
      <CommandForm viewer={viewer} action={`/scadenze/${obligation.id}/resta`}>
        <Seen page={page} />
        <TextArea
          name="reason"
          of="resta"
          label="Motivo"
          hint="Lo legge nel prossimo messaggio che riceve."
          typed={values}
          rows={3}
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Resta a chi ha risposto
        </button>
      </CommandForm>
      <h3>Passa a un altro ruolo</h3>
    </>
  );
};

const ReassignForm: FC<CompetenceProps> = ({ viewer, page, typed }) => {
  const values = typed.passa ?? blank();
  const words = townWords(viewer.town);
  const { obligation } = page.term;
  return (
    <>
      <p class="tr-hint">
        Il nuovo ruolo riceve gli avvisi dal prossimo invio; chi l'aveva prima non ne riceve più. Il termine e
        l'eventuale ritardo non cambiano.
      </p>
      <ErrorSummary typed={values} of="passa" />
      <CommandForm viewer={viewer} action={`/scadenze/${obligation.id}/passa`}>
        <Seen page={page} />
        <Select
          name="role"
          of="passa"
          label="Ruolo"
          typed={values}
          required
          choices={[
            { value: '', text: 'Scegli' },
            { value: 'head', text: `Responsabile ${words.ofSector}` },
            { value: 'secretary', text: words.secretary },
            { value: 'mayor', text: 'Sindaco' },
            { value: 'oiv', text: words.evaluator },
            { value: 'rpct', text: 'Responsabile anticorruzione e trasparenza (RPCT)' },
          ]}
        />
        <Select
          name="sector"
          of="passa"
          label={viewer.town.settings.words.sector}
          typed={values}
          hint="Solo per un Responsabile."
          choices={[{ value: '', text: '–' }, ...page.sectors.map((name) => ({ value: name, text: name }))]}
        />
        <TextArea name="reason" of="passa" label="Motivo" typed={values} rows={3} required />
        <button type="submit" class="btn btn-outline-primary">
          Passa al ruolo scelto
        </button>
      </CommandForm>
    </>
  );
};

const Seen: FC<{ readonly page: ObligationPage }> = ({ page }) => (
  <input type="hidden" name="visto" value={String(page.term.record.rowVersion)} />
);
